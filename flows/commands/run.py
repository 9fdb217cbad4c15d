"""`guihua run`: the flow, with progress, the closing table and an exit code."""

from __future__ import annotations

import os

import click

from flows.errors import ReleaseRefusedError
from flows.failing import log_to, stop_on_signals
from flows.outcome import RunOutcome
from flows.output_folder import check_writable
from flows.plan import make_plan
from flows.prefect_settings import prepare_prefect
from flows.progress import listening
from flows.settings import RunSettings
from flows.terminal import TerminalListener, print_outcome


def run_and_tell(settings: RunSettings, *, with_prefect: bool) -> int:
    """Run and print what came of it; returns the exit code.

    Raises:
        UsageError: if a collection or the output is not usable.
        OutputHeldError: if another run holds the output.
        ReleaseRefusedError: if the gate refuses the release; the table is printed all the same.
    """
    # What cannot work is told before a server is started for it.
    make_plan(settings)
    check_writable(settings.state)
    log_to(settings.state / "logs")
    stop_on_signals()
    try:
        with TerminalListener() as listener, listening(listener):
            outcome = _run(settings, with_prefect=with_prefect)
    except ReleaseRefusedError as refused:
        print_outcome(refused.outcome)
        raise
    print_outcome(outcome)
    return outcome.exit_code


def _run(settings: RunSettings, *, with_prefect: bool) -> RunOutcome:
    if not with_prefect:
        from flows.run import run

        return run(settings)
    prepare_prefect(settings.state)
    if os.environ.get("PREFECT_API_URL"):
        return _run_flow(settings)
    from flows.local_server import local_server

    said = "waiting for Prefect's server, which may take half a minute; --without-prefect starts at once"
    click.echo(f"guihua: {said}", err=True)
    with local_server(settings.state / "prefect", _load_prefect):
        return _run_flow(settings)


def _load_prefect(address: str) -> None:
    """Prefect reads its settings once, when it is imported."""
    os.environ["PREFECT_API_URL"] = address
    import flows.pipeline_flow  # noqa: F401 -- it takes seconds, as the server does


def _run_flow(settings: RunSettings) -> RunOutcome:
    from flows.pipeline_flow import run

    return run(settings)
