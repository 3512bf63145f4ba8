"""Parsing that cannot stall us: heavy documents go to a process that is killed if it takes long.

Plain documents and small ones are parsed in a thread, which costs nothing in the steady state; what
is large or full of markup and not plain, or was slow before, goes to one worker process. It starts
when first needed, has its own memory limit, and ends by itself when nothing comes for a minute. It
imports only what it reads with; `multiprocessing` would import all of Parley, and hold 100 MiB.
"""

import asyncio
import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from typing import IO, Any, Generic, TypeVar

from feeds.identity import body_hash
from feeds.parse import ParsedFeed, parse_feed
from feeds.problems import FeedParseError
from feeds.seen import Seen

DEADLINE = 15.0
"""Seconds for one document; the largest honest ones (5 MiB, 8,000 items) take three."""
LARGE = 256 * 1024
LARGEST = 1024 * 1024
"""Bytes beyond which not even a plain document is parsed beside the event loop."""
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
_LIFE = "from feeds.worker import work; work()"

Job = tuple[bytes, str | None, str]
T = TypeVar("T")


class Worker(Generic[T]):
    """One process that reads documents; every call blocks, so it is called from one thread only."""

    def __init__(self, read: Callable[..., T], deadline: float = DEADLINE) -> None:
        """`read` is a function at the top of a module; it may raise FeedParseError."""
        self.deadline = deadline
        self._read = f"{read.__module__}:{read.__qualname__}"
        self._process: subprocess.Popen[bytes] | None = None

    def parse(self, job: tuple[Any, ...]) -> T:
        """What `read` makes of it. Raises FeedParseError, also past a limit of time or memory."""
        for _ in range(2):
            process = self._started()
            late = threading.Event()
            watch = threading.Timer(self.deadline, _kill, (process, late))
            watch.start()
            try:
                answer = _exchange(process, job)
            except (EOFError, OSError, pickle.UnpicklingError):
                if late.is_set():
                    self.stop()
                    raise FeedParseError(
                        f"refused: it took more than {self.deadline:g} s to read"
                    ) from None
                if self._ended_by_itself():
                    continue
                raise FeedParseError("refused: reading it took too much memory") from None
            finally:
                watch.cancel()
            if isinstance(answer, FeedParseError):
                raise answer
            found: T = answer
            return found
        raise FeedParseError("it could not be read just now; it is tried again")

    def stop(self) -> None:
        """Kill the process, whatever it does; the next call starts another."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for pipe in filter(None, (self._process.stdin, self._process.stdout)):
            with suppress(OSError):  # what it was still to be told is of no use now
                pipe.close()
        self._process = None

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self.stop()
        if self._process is None:
            atexit.register(self.stop)
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", _LIFE, self._read],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            )
        return self._process

    def _ended_by_itself(self) -> bool:
        """True where the process had ended for want of work, not over this document."""
        assert self._process is not None
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        code = self._process.returncode
        self.stop()
        return code == 0


def _kill(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _exchange(process: subprocess.Popen[bytes], job: tuple[Any, ...]) -> Any:
    assert process.stdin is not None
    assert process.stdout is not None
    pickle.dump(job, process.stdin, pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()
    return pickle.load(process.stdout)


def work() -> None:
    """The worker's life: a document in, what it holds or the reason why not out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    _limit_memory()
    module, _, name = sys.argv[1].partition(":")
    read = getattr(import_module(module), name)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # should anything print, it is no answer
    while (job := _next_job(sys.stdin.buffer)) is not None:
        try:
            answer = read(*job)
        except FeedParseError as error:
            answer = error
        pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


def _next_job(jobs: IO[bytes]) -> tuple[Any, ...] | None:
    """The next document; None when the parent has gone. Ends the process if none comes."""
    bored = threading.Timer(_IDLE, os._exit, (0,))
    bored.daemon = True
    bored.start()
    try:
        job: tuple[Any, ...] = pickle.load(jobs)
    except EOFError:
        return None
    finally:
        bored.cancel()
    return job


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
_seen = Seen()
_slow: OrderedDict[str, None] = OrderedDict()


async def parse_off_loop(
    body: bytes, content_type: str | None, url: str, *, last: str | None = None
) -> ParsedFeed:
    """The feed in `body`, parsed beside the event loop. Raises FeedParseError.

    Items may be left out that stood in the document whose digest is `last`, which must be stored.
    """
    job = (body, content_type, url)
    loop = asyncio.get_running_loop()
    if url not in _slow and not _is_huge(body):
        digest = body_hash(body)
        plain = await loop.run_in_executor(_light_thread, _seen.read, *job, digest, last)
        if plain is not None:
            return plain
    if is_heavy(body) or url in _slow:
        return await loop.run_in_executor(_heavy_thread, _worker.parse, job)
    return await loop.run_in_executor(_light_thread, _timed, job)


def is_heavy(body: bytes) -> bool:
    """True for a document that could take long: large, or made of markup."""
    return len(body) > LARGE or _markup(body) > MUCH_MARKUP


def _is_huge(body: bytes) -> bool:
    return len(body) > LARGEST or _markup(body) > MUCH_MARKUP


def _markup(body: bytes) -> int:
    return body.count(b"<") + body.count(b"&")


def _timed(job: Job) -> ParsedFeed:
    started = time.thread_time()
    try:
        return parse_feed(*job)
    finally:
        if time.thread_time() - started > _SLOW:
            _slow[job[2]] = None
            if len(_slow) > _SLOW_KEPT:
                _slow.popitem(last=False)
