"""Prefect's environment: quiet, on this machine, its home in the output. To be set before Prefect is imported."""

from __future__ import annotations

import os
from pathlib import Path

from publishers.storage import folder


def prepare_prefect(state: Path, *, quiet: bool = True) -> None:
    """Set what a person has not set.

    Args:
        state: The output's state folder; Prefect's database and logs go there.
        quiet: Whether a run says by itself what there is to say, as `guihua run` does.
    """
    home = state.resolve() / "prefect"
    settings = {
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",  # its default is on
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_CLI_COLORS": "false",
    }
    if quiet:
        settings["PREFECT_LOGGING_LEVEL"] = "CRITICAL"
        settings["PREFECT_LOGGING_TO_API_ENABLED"] = "false"
    folder(home)
    for name, value in settings.items():
        os.environ.setdefault(name, value)
