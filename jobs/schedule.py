"""The schedule: which job runs how often, and one place where a job's failure is told."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from jobs.deliver import deliver, recover
from jobs.housekeep import housekeep
from jobs.poster import Stopped
from jobs.turn import Services, Turn, digest_news, poll_due, read_pages, watch_clock

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """One job of the schedule; it finds its work in the database and may be killed anywhere."""

    name: str
    every: timedelta
    run: Callable[[Services], Awaitable[Any]]


async def _poll(services: Services) -> None:
    await poll_due(services)


async def _news(services: Services) -> None:
    await digest_news(services, Turn())


async def _pages(services: Services) -> None:
    await read_pages(services, Turn())


async def _clock(services: Services) -> None:
    await watch_clock(services, Turn())


async def _housekeep(services: Services) -> None:
    await housekeep(services.sessions, services.clock)


NEWS_JOBS = (
    Job("poll", timedelta(seconds=20), _poll),
    Job("news", timedelta(seconds=10), _news),
    Job("pages", timedelta(seconds=20), _pages),
    Job("clock", timedelta(seconds=10), _clock),
    Job("housekeep", timedelta(hours=12), _housekeep),
)


def delivery(stopped: Callable[[Stopped], None]) -> Job:
    """The delivery job; `stopped` is told when nothing can be sent at all."""

    quiet_until: list[datetime] = []

    async def run(services: Services) -> None:
        if services.poster is None or any(services.clock() < until for until in quiet_until):
            return
        quiet_until.clear()
        try:
            await deliver(services.sessions, services.clock, services.poster)
        except Stopped as error:
            if error.after is not None:
                quiet_until.append(services.clock() + error.after)
            stopped(error)

    return Job("deliver", timedelta(seconds=2), run)


def make_schedule(services: Services, jobs: tuple[Job, ...]) -> AsyncIOScheduler:
    """A scheduler with the jobs in it, not yet started; a job never runs beside itself."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    for job in jobs:
        scheduler.add_job(
            job.run,
            "interval",
            args=[services],
            id=job.name,
            seconds=job.every.total_seconds(),
            next_run_time=services.clock(),
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )
    scheduler.add_listener(_tell, EVENT_JOB_ERROR)
    return scheduler


def _tell(event: JobExecutionEvent) -> None:
    # The job runs again at its next time; what it did not finish it finds again.
    log.error("job failed", job=event.job_id, error=repr(event.exception), trace=event.traceback)


async def recover_deliveries(services: Services) -> None:
    """Look after what an earlier process was sending when it ended. Before the first delivery."""
    count = await recover(services.sessions)
    if count:
        log.info("deliveries left unsure by an earlier process", count=count)
