"""The words of an article's page: found by trafilatura, in a process that is killed if it hangs.

A page is a stranger's program for a browser; here it is only ever text to be read.
"""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor

from feeds.html import TEXT_CAP, clean_text
from feeds.problems import FeedParseError
from feeds.sniff import looks_like_a_page
from feeds.worker import Worker

ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"
PAGE_CAP = 3 * 1024 * 1024
_TAG_CAP = 60_000
"""Tags of one page; trafilatura's time grows faster than their number (400,000 take 34 s)."""
_PATIENCE = 30.0
"""Seconds for one page. The first waits for the process and its imports too: a second or two."""
_SHORT = 1_500
"""Characters; a shorter text that asks for money or consent is the wall, not the story."""
_SHORTEST = 200
_SHARED = 0.5
"""Share of the entry's own words that its page must hold."""
_WORD = re.compile(r"\w{4,}")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4_096
# https://developers.google.com/search/docs/appearance/structured-data/paywalled-content
_PAID = re.compile(rb"[\"']isAccessibleForFree[\"']\s{0,9}:\s{0,9}[\"']?false", re.IGNORECASE)
_WALLS = (
    "subscribe to continue", "subscribe to read", "to continue reading", "to keep reading",
    "already a subscriber", "for subscribers only", "subscribers only", "sign in to read",
    "log in to read", "create a free account", "start your free trial", "register to read",
    "accept cookies", "accept all cookies", "we value your privacy", "cookie policy",
    "consent to the use", "enable javascript", "are you a robot", "verify you are human",
)  # fmt: skip


def page_text(body: bytes, content_type: str | None) -> str:
    """The article on the page, a paragraph a block; empty where there is none.

    Raises FeedParseError for what is no page, is made to hurt, or says that it is to be paid for.
    """
    if "html" not in (content_type or "").lower() and not looks_like_a_page(body):
        raise FeedParseError(f"it is no web page ({(content_type or 'no type given')[:60]})")
    if len(body) > PAGE_CAP or body.count(b"<") > _TAG_CAP:
        raise FeedParseError("the page is too large to be read")
    if _PAID.search(body):
        raise FeedParseError("its publisher says that it is to be paid for")
    return _extracted(_decoded(body, content_type or ""))


def _extracted(page: str) -> str:
    # Imported here: it takes a second and 50 MiB, in the worker only, and only when it is needed.
    try:
        from trafilatura import extract
    except ImportError as error:
        raise FeedParseError(
            "trafilatura, which finds a page's words, is missing: install requirements.txt anew"
        ) from error
    try:
        found = extract(
            page,
            favor_precision=True,
            include_comments=False,
            include_tables=False,
            include_images=False,
            include_links=False,
            with_metadata=False,
        )
    except (MemoryError, KeyboardInterrupt):
        raise
    except Exception as error:
        raise FeedParseError(f"the page cannot be read ({type(error).__name__})") from error
    blocks = (clean_text(line) for line in (found or "").splitlines())
    return "\n\n".join(block for block in blocks if block)[:TEXT_CAP]


def _decoded(body: bytes, content_type: str) -> str:
    """As the server says, else as the page says, else UTF-8."""
    head = body[:_HEAD].decode("ascii", "replace")
    named = _CHARSET.search(content_type) or _CHARSET.search(head)
    try:
        return body.decode(named[1] if named else "utf-8", "replace")
    except LookupError:
        return body.decode("utf-8", "replace")


def story_in(text: str, title: str, summary: str) -> str:
    """The page's text without its headline. Raises FeedParseError where it is not the entry's."""
    first, _, rest = text.partition("\n\n")
    if rest and _words(first) == _words(title):
        text = rest
    if len(text) < max(len(summary), _SHORTEST):
        raise FeedParseError("the page shows less than the feed does")
    low = text.lower()
    if len(text) < _SHORT and any(wall in low for wall in _WALLS):
        raise FeedParseError("the page asks to subscribe or to consent before it shows the story")
    wanted = _words(f"{title} {summary}")
    if wanted and len(wanted & _words(text)) < _SHARED * len(wanted):
        raise FeedParseError("the page tells something else than the feed's entry")
    return text


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def page_story(body: bytes, content_type: str | None, title: str, summary: str) -> str:
    """The story that the page tells behind an entry. Raises FeedParseError, as its parts do."""
    return story_in(page_text(body, content_type), title, summary)


_worker = Worker(page_story, _PATIENCE)
_thread = ThreadPoolExecutor(1, thread_name_prefix="page")


async def story_off_loop(
    body: bytes, content_type: str | None, title: str = "", summary: str = ""
) -> str:
    """`page_story` beside the event loop, in the worker. Raises FeedParseError."""
    loop = asyncio.get_running_loop()
    job = (body, content_type, title, summary)
    return await loop.run_in_executor(_thread, _worker.parse, job)
