"""`guihua schedule`: the flow, served on a schedule until it is stopped."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from extractors.errors import UsageError
from flows.output_folder import check_writable
from flows.plan import make_plan
from flows.prefect_settings import prepare_prefect
from flows.settings import RunSettings


def serve(settings: RunSettings, cron: str, timezone: str) -> None:
    """Serve the flow; ends with Ctrl-C.

    Raises:
        UsageError: if the schedule, a collection or the output is not usable.
    """
    make_plan(settings)
    check_writable(settings.state)
    prepare_prefect(settings.state, quiet=False)
    from prefect.schedules import Cron

    from flows.pipeline_flow import parameters, release_collections

    try:
        schedule = Cron(cron, timezone=timezone)
        ZoneInfo(timezone)
    except (ValueError, ZoneInfoNotFoundError) as error:
        remedy = 'Write it as in "0 3 * * *" (minute, hour, day, month, weekday) and --timezone as in Asia/Shanghai'
        raise UsageError(f"--cron cannot be {cron!r} in {timezone}", remedy=remedy) from error
    click.echo(f"Serving on {cron} ({timezone}); Ctrl-C stops it.", err=True)
    release_collections.serve(name="schedule", schedule=schedule, parameters=parameters(settings), limit=1)
