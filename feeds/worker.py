"""Parsing that cannot stall us: heavy documents go to a process that is killed if it takes long.

Small documents are parsed in a thread, which costs nothing in the steady state; what is large, full
of markup, or was slow before goes to one worker process. It starts when first needed, has its own
memory limit, and ends by itself when nothing comes for a minute.
"""

import asyncio
import multiprocessing
import signal
import sys
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from feeds.parse import ParsedFeed, parse_feed
from feeds.problems import FeedParseError

DEADLINE = 15.0
"""Seconds for one document; the largest honest ones (5 MiB, 8,000 items) take three."""
LARGE = 256 * 1024
MUCH_MARKUP = 30_000
"""Tags and references; 50 items with long descriptions have some 5,000."""
_SLOW = 1.0
"""Seconds after which a document's address is remembered as slow."""
_SLOW_KEPT = 1_000
_IDLE = 60.0
_SWITCH = 0.001
"""Seconds after which a parsing thread lets the event loop run; 5 ms by default, felt as lag."""
_MEMORY = 1024**3
"""Bytes of address space for the worker; 5 MiB of feed take a tenth of it."""

Job = tuple[bytes, str | None, str]
T = TypeVar("T")


class Worker(Generic[T]):
    """One process that reads documents; every call blocks, so it is called from one thread only."""

    def __init__(self, read: Callable[..., T], deadline: float = DEADLINE) -> None:
        """`read` is a function at the top of a module; it may raise FeedParseError."""
        self.deadline = deadline
        self._read = read
        self._context = multiprocessing.get_context("spawn")
        self._process: Any = None
        self._pipe: Connection | None = None

    def parse(self, job: tuple[Any, ...]) -> T:
        """What `read` makes of it. Raises FeedParseError, also past a limit of time or memory."""
        for _ in range(2):
            pipe = self._started()
            try:
                pipe.send(job)
                if not pipe.poll(self.deadline):
                    self.stop()
                    raise FeedParseError(f"refused: it took more than {self.deadline:g} s to read")
                answer = pipe.recv()
            except (EOFError, OSError):
                if self._ended_by_itself():
                    continue
                raise FeedParseError("refused: reading it took too much memory") from None
            if isinstance(answer, FeedParseError):
                raise answer
            found: T = answer
            return found
        raise FeedParseError("it could not be read just now; it is tried again")

    def stop(self) -> None:
        """Kill the process, whatever it does; the next call starts another."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None

    def _started(self) -> Connection:
        if self._process is not None and not self._process.is_alive():
            self.stop()
        if self._pipe is None:
            self._pipe, theirs = self._context.Pipe()
            self._process = self._context.Process(
                target=_work, args=(theirs, self._read), daemon=True
            )
            self._process.start()
            theirs.close()
        return self._pipe

    def _ended_by_itself(self) -> bool:
        """True where the process had ended for want of work, not over this document."""
        self._process.join(1)
        code = self._process.exitcode
        self.stop()
        return bool(code == 0)


def _work(pipe: Connection, read: Callable[..., object]) -> None:
    """The worker's life: a document in, what it holds or the reason why not out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    _limit_memory()
    while pipe.poll(_IDLE):
        try:
            job: tuple[Any, ...] = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(read(*job))
        except FeedParseError as error:
            pipe.send(error)


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


_worker = Worker(parse_feed)
_heavy_thread = ThreadPoolExecutor(1, thread_name_prefix="parse-heavy")
# One thread for the light ones as well: only one can run at a time, and the event loop would wait
# its turn behind each of several.
_light_thread = ThreadPoolExecutor(
    1, thread_name_prefix="parse", initializer=sys.setswitchinterval, initargs=(_SWITCH,)
)
_slow: OrderedDict[str, None] = OrderedDict()


async def parse_off_loop(body: bytes, content_type: str | None, url: str) -> ParsedFeed:
    """The feed in `body`, parsed beside the event loop. Raises FeedParseError."""
    job = (body, content_type, url)
    loop = asyncio.get_running_loop()
    if is_heavy(body) or url in _slow:
        return await loop.run_in_executor(_heavy_thread, _worker.parse, job)
    return await loop.run_in_executor(_light_thread, _timed, job)


def is_heavy(body: bytes) -> bool:
    """True for a document that could take long: large, or made of markup."""
    return len(body) > LARGE or body.count(b"<") + body.count(b"&") > MUCH_MARKUP


def _timed(job: Job) -> ParsedFeed:
    started = time.thread_time()
    try:
        return parse_feed(*job)
    finally:
        if time.thread_time() - started > _SLOW:
            _slow[job[2]] = None
            if len(_slow) > _SLOW_KEPT:
                _slow.popitem(last=False)
