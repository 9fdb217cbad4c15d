"""What the checks find in a text written in a test, through the whole pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked_texts import Checked, Checking

from extractors.pipeline import extract
from extractors.reading import read
from extractors.records import Discrepancy
from extractors.source import Source


@pytest.fixture
def checked(tmp_path: Path) -> Checking:
    def run(text: str, *languages: str, title: str = "A plan") -> Checked:
        path = tmp_path / "made-up.txt"
        path.write_text(text, encoding="utf-8")
        source = Source(
            id="made-up", title=title, file=path.name, language=languages or ("en",), document_type="plan_outline",
            authority="unknown", licence="CC0", redistribution="full", period_start=2031, period_end=2035,
        )  # fmt: skip
        rows = extract(read(path), source).rows["discrepancies"]
        return Checked(text, tuple(r for r in rows if isinstance(r, Discrepancy)))

    return run
