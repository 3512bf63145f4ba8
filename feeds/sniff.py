"""What a body is, judged by its first bytes, and how to say so."""

import re

_HEAD = 4_096
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FEED = re.compile(rb"<(?:\w{1,20}:)?(?:rss|feed|rdf|channel)\b", re.IGNORECASE)
_TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{1,120})", re.IGNORECASE)
_WALLS = (b"cf-challenge", b"cf_chl", b"just a moment", b"attention required", b"captcha", b"ddos")


def is_json(body: bytes, content_type: str | None) -> bool:
    """True for a body that is JSON by its first byte."""
    start = body[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") or ("json" in (content_type or "") and start.startswith(b"["))


def looks_like_a_page(body: bytes) -> bool:
    """True for an HTML page that is no feed."""
    head = body[:_HEAD]
    page = _PAGE.search(head)
    feed = _FEED.search(head)
    return page is not None and (feed is None or page.start() < feed.start())


def describe(body: bytes, fault: object = None) -> str:
    """A sentence that says what came instead of a feed."""
    if looks_like_a_page(body):
        title = _TITLE.search(body[: 4 * _HEAD])
        named = f" titled “{title[1].decode('utf-8', 'replace').strip()}”" if title else ""
        if any(wall in body[: 16 * _HEAD].lower() for wall in _WALLS):
            return f"a web page{named} came instead of a feed; it looks like a bot check"
        return f"a web page{named} came instead of a feed; look there for the feed's own address"
    if fault is not None:
        reason = " ".join(str(fault).split())[:120]
        return f"the answer is no feed that can be read ({reason})"
    start = body[:40].decode("utf-8", "replace").strip()
    return f"the answer is no feed; it begins {start!r}"


def format_of(body: bytes, content_type: str | None) -> str:
    """The format's name as people know it: RSS, Atom, RDF or JSON Feed; empty where unsure."""
    if is_json(body, content_type):
        return "JSON Feed"
    root = _FEED.search(body[:_HEAD])
    name = root[0].lower().rpartition(b":")[2].lstrip(b"<").decode("ascii") if root else ""
    return {"rss": "RSS", "channel": "RSS", "feed": "Atom", "rdf": "RDF"}.get(name, "")
