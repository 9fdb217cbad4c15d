"""`guihua schedule`: the flow, served on a schedule until it is stopped."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from extractors.errors import UsageError
from flows.failing import log_to, stop_on_termination
from flows.local_server import end_family, local_server
from flows.output_folder import check_writable
from flows.plan import make_plan
from flows.prefect_settings import prepare_prefect
from flows.settings import RunSettings

if TYPE_CHECKING:
    from prefect.schedules import Schedule


def serve(settings: RunSettings, cron: str, timezone: str) -> None:
    """Serve the flow; ends with Ctrl-C or a request to end.

    Raises:
        UsageError: if the schedule, a collection or the output is not usable.
    """
    make_plan(settings)
    check_writable(settings.state)
    log_to(settings.state / "logs")
    stop_on_termination()
    click.echo("guihua: starting ...", err=True)
    prepare_prefect(settings.state, quiet=False)
    schedule = _schedule(cron, timezone)
    with _a_server(settings):
        click.echo(f"guihua: serving on {cron} ({timezone}); Ctrl-C stops it", err=True)
        with suppress(KeyboardInterrupt):
            _poll(settings, schedule)
    click.echo("guihua: stopped serving", err=True)


def _poll(settings: RunSettings, schedule: Schedule) -> None:
    """Start a run whenever one is due; a run that is at work when the command ends is ended too."""
    import psutil
    from prefect.runner import Runner

    from flows.pipeline_flow import parameters, release_collections

    class _Stoppable(Runner):
        def handle_sigterm(self, *_args: object, **_more: object) -> None:
            # The runner's own way waits for its event loop from within it and never ends; Ctrl-C's way does.
            signal.raise_signal(signal.SIGINT)

    before = psutil.Process().children(recursive=True)  # the server, which has to note how runs ended
    runner = _Stoppable(name="schedule", limit=1)
    runner.add_flow(release_collections, name="schedule", schedule=schedule, parameters=parameters(settings))
    try:
        asyncio.run(runner.start())
    finally:
        end_family(*(process for process in psutil.Process().children(recursive=True) if process not in before))


def _schedule(cron: str, timezone: str) -> Schedule:
    from prefect.schedules import Cron

    try:
        ZoneInfo(timezone)
    except (ValueError, OSError, ZoneInfoNotFoundError) as error:  # OSError: a part of the world, as in "America"
        remedy = "Name one of the IANA database, as in Asia/Shanghai or UTC"
        raise UsageError(f"--timezone cannot be {timezone!r}", remedy=remedy) from error
    try:
        return Cron(cron, timezone=timezone)
    except ValueError as error:
        remedy = 'Write it as in "0 3 * * *": minute, hour, day, month, weekday'
        raise UsageError(f"--cron cannot be {cron!r}", remedy=remedy) from error


@contextmanager
def _a_server(settings: RunSettings) -> Iterator[None]:
    """The standing server that a person named, or one of our own: only a server proper schedules runs."""
    from prefect.settings import PREFECT_API_URL, temporary_settings

    if PREFECT_API_URL.value():
        yield
        return
    with local_server(settings.state / "prefect") as address, temporary_settings({PREFECT_API_URL: address}):
        yield
