"""Content codings undone piece by piece: a small bomb never becomes a large one in memory."""

import zlib
from collections.abc import AsyncIterable, AsyncIterator

from feeds.problems import FeedError

_PIECE = 65_536
_GZIP_MAGIC = b"\x1f\x8b"
_OFFERED = frozenset(("", "identity", "gzip", "x-gzip", "deflate"))
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_RAW_DEFLATE = -zlib.MAX_WBITS


class TooLarge(FeedError):
    """The body is larger than the cap, once decoded."""


class BadCoding(FeedError):
    """The body's content coding was not offered, or is broken."""


async def read_body(chunks: AsyncIterable[bytes], coding: str, cap: int) -> bytes:
    """The decoded body. Raises TooLarge beyond `cap` bytes, BadCoding where it cannot be."""
    coding = coding.strip().lower()
    if coding not in _OFFERED:
        raise BadCoding(f"the server answered in {coding!r}, which was not offered")
    body = bytearray()
    decoder: _Inflater | None = None
    first = True
    async for chunk in _counted(chunks, 2 * cap):
        if first:
            first = False
            # Judged by the bytes: some servers name no coding, some name gzip and send plain text.
            if chunk.startswith(_GZIP_MAGIC) or coding == "deflate":
                decoder = _Inflater()
        if decoder is None:
            body += chunk
            _check(len(body), cap)
        else:
            decoder.feed(chunk, body, cap)
    if decoder is not None and not decoder.complete:
        raise BadCoding("the compressed answer was cut off")
    return bytes(body)


async def _counted(chunks: AsyncIterable[bytes], cap: int) -> AsyncIterator[bytes]:
    """The chunks, the first of at least two bytes: one does not tell what the body is.

    What is sent is capped too: empty blocks and padding decode to nothing, without an end.
    """
    head, came = b"", 0
    async for chunk in chunks:
        came += len(chunk)
        _check(came, cap)
        head += chunk
        if came >= len(_GZIP_MAGIC):
            yield head
            head = b""
    if head:
        yield head


def _check(length: int, cap: int) -> None:
    if length > cap:
        raise TooLarge(f"the feed is larger than {cap // 1024:,} KiB")


class _Inflater:
    """gzip (several members), zlib or raw deflate, whichever the bytes turn out to be."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._started = False
        self._held = b""
        """A first byte behind a member; the next tells whether another member begins."""

    @property
    def complete(self) -> bool:
        return self._stream.eof

    def feed(self, chunk: bytes, body: bytearray, cap: int) -> None:
        pending, self._held = self._held + chunk, b""
        while pending:
            if self._stream.eof:
                if len(pending) < len(_GZIP_MAGIC):
                    self._held = pending
                    return
                if not pending.startswith(_GZIP_MAGIC):
                    return  # padding after the last member, as some servers send
                self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
            body += self._inflate(pending)
            _check(len(body), cap)
            pending = self._stream.unconsumed_tail or self._stream.unused_data

    def _inflate(self, data: bytes) -> bytes:
        try:
            out = self._stream.decompress(data, _PIECE)
        except zlib.error as error:
            if self._started:
                raise BadCoding(f"the compressed answer is broken ({error})") from error
            self._stream = zlib.decompressobj(_RAW_DEFLATE)
            out = self._inflate_raw(data)
        self._started = True
        return out

    def _inflate_raw(self, data: bytes) -> bytes:
        try:
            return self._stream.decompress(data, _PIECE)
        except zlib.error as error:
            raise BadCoding(f"the compressed answer is broken ({error})") from error
