"""A document of which a part is missing is named with the reason, during the run and at its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import flows.engines
from extractors.document import Document
from flows.lanes import Lanes
from flows.outcome import RunOutcome
from flows.plan import make_plan
from flows.progress import listening
from flows.reading import read_in_lane
from flows.settings import RunSettings
from flows.terminal import TerminalListener, closing_lines

WHY = "page 2 is a scan; recognise its text"


@pytest.fixture
def torn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents whose names begin with b lack a page."""
    whole = flows.engines.read_with

    def read(path: Path, reader: str) -> Document:
        document = whole(path, reader)
        return replace(document, outcome="partly_read", outcome_message=WHY) if path.name[0] == "b" else document

    monkeypatch.setattr(flows.engines, "read_with", read)


@pytest.mark.usefixtures("torn")
def test_what_is_missing_is_told(
    folder: Path,
    output: Path,
    describe: Callable[..., Path],
    quick: Callable[..., RunOutcome],
    capsys: pytest.CaptureFixture[str],
) -> None:
    describe("a")
    describe("b")
    settings = RunSettings((folder,), output)
    for _ in range(2):  # read now, and out of the store
        outcome = quick(settings)
        assert outcome.exit_code == 0
        said = closing_lines(outcome)
        assert "1 document was read in part; what was read is in the release:" in said
        assert f"  b: {WHY}" in said
    with TerminalListener() as listener, listening(listener), Lanes(1) as lanes:
        for job in make_plan(settings).jobs:
            read_in_lane(job, lanes, 60)
    assert f"b: unchanged; {WHY}\n" in capsys.readouterr().err
