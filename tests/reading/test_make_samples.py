"""The sample collection: made anew it has the same bytes, and its truth tables speak of what it says."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from extractors.reading import read

SOURCES = Path(__file__).parents[2] / "sources"
FILES = sorted(p for p in SOURCES.glob("sample-plan-*") if p.suffix != ".yml")


def made(folder: Path, seed: str) -> dict[str, bytes]:
    """The documents made anew in a process with another hash seed."""
    script = SOURCES / "make_samples.py"
    done = subprocess.run(
        [sys.executable, str(script), str(folder)], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )  # fmt: skip
    if done.returncode == 1 and "apt-get install" in done.stderr:
        pytest.skip(done.stderr.strip())
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_made_anew_the_documents_have_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert made(tmp_path / "a", "7") == {path.name: path.read_bytes() for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_each_document_says_on_its_first_page_that_it_is_for_demonstration(path: Path) -> None:
    document = read(path)
    first = document.text[: document.pages[0].end] if document.pages else document.text[:300]
    assert re.search("demonstrate|演示", first)
    assert document.outcome == "read"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_quote_of_the_truth_stands_in_the_document(path: Path) -> None:
    """But for footnote markers, and for one sentence that a page's end cuts in two."""
    work = re.sub("-(txt|pdf)$", "", path.stem)
    text = bare(read(path).text)
    with (SOURCES / "truth" / f"{work}-numeric_targets.csv").open(encoding="utf-8") as lines:
        quotes = {row["quote"] for row in csv.DictReader(lines)}
    missing = [quote for quote in quotes if bare(quote) not in text]
    assert len(missing) <= (1 if path.suffix == ".pdf" else 0), missing


def bare(text: str) -> str:
    """Text without white space and markers: `poverty1,` and `贫困[^1]，` are read as their words."""
    text = re.sub(r"\[\^\d\]", "", text)
    text = re.sub(r"(poverty|completed|摆脱贫困|10\.75亿亩)\d", r"\1", text)
    return re.sub(r"\s", "", text)
