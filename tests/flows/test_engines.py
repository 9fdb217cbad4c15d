from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import extractors.reading
from extractors.document import Document
from flows.cli import main
from flows.outcome import RunOutcome
from flows.plan import make_plan
from flows.settings import RunSettings

Describe = Callable[..., Path]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The engines that the reader was asked for."""
    engines: list[str] = []

    def read(_path: Path, engine: str = "auto") -> Document:
        engines.append(engine)
        return Document("Roads\n", (), (), engine, "text/plain")

    monkeypatch.setattr(extractors.reading, "read", read)
    return engines


def test_a_run_asks_for_the_chosen_reader(
    folder: Path, output: Path, describe: Describe, quick: Callable[..., RunOutcome], asked: list[str]
) -> None:
    describe("a")
    quick(RunSettings((folder,), output, dry_run=True))
    quick(RunSettings((folder,), output, dry_run=True, reader="pdfium"))
    quick(RunSettings((folder,), output, dry_run=True))
    assert asked == ["auto", "pdfium"]


def test_extract_asks_for_the_chosen_reader(tmp_path: Path, asked: list[str]) -> None:
    (tmp_path / "a.txt").write_text("Roads\n")
    with pytest.raises(SystemExit) as ended:
        main(["extract", str(tmp_path / "a.txt"), "--reader", "oxide"])
    assert ended.value.code == 0
    assert asked == ["oxide"]


def test_a_part_of_another_reader_is_another_part(folder: Path, output: Path, describe: Describe) -> None:
    describe("a")
    keys = {make_plan(RunSettings((folder,), output, reader=name)).jobs[0].key for name in ("auto", "oxide", "pdfium")}
    assert len(keys) == 3


def test_a_reader_that_nobody_has_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["extract", str(tmp_path / "a.txt"), "--reader", "eyes"])
    assert ended.value.code == 2
