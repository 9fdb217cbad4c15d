"""Small collections made in the test, and runs of them without server and worker processes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import yaml

from flows.outcome import RunOutcome
from flows.settings import RunSettings

SAMPLES = Path(__file__).parents[2] / "sources"
PLAN = """Outline of the Five-Year Plan of Willow County (2021-2025)

Part One Water and roads

Chapter 1 Roads

The county will build 120 kilometers of rural roads by 2025.

Chapter 2 Water

By 2025, the rate of treated waste water will reach 95%. We will reduce losses in pipes by 12% over five years.
"""

FIELDS = {
    "title": "Outline of the Five-Year Plan of Willow County",
    "language": ["en"],
    "document_type": "plan_outline",
    "authority": "unknown",
    "redistribution": "full",
    "licence": "CC0",
    "period": {"start": 2021, "end": 2025},
}

Describe = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "plans"
    made.mkdir()
    return made


@pytest.fixture
def describe(folder: Path) -> Describe:
    """Put a document into the collection: its file (unless `content` is null) and its YAML."""

    def make(
        name: str, content: str | bytes | None = PLAN, *, suffix: str = ".txt", where: Path | None = None, **fields: Any
    ) -> Path:
        place = where or folder
        place.mkdir(exist_ok=True)
        if content is not None:
            data = content.encode() if isinstance(content, str) else content
            (place / f"{name}{suffix}").write_bytes(data)
        said = {"id": name, "file": f"{name}{suffix}", **FIELDS, **fields}
        path = place / f"{name}.yml"
        path.write_text(yaml.safe_dump({k: v for k, v in said.items() if v != "absent"}), encoding="utf-8")
        return path

    return make


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def _quick(monkeypatch: pytest.MonkeyPatch) -> Callable[[RunSettings], RunOutcome]:
    import flows.releasing
    from flows.run import carry_out, prepared
    from flows.worker import read_document
    from quality.validation import ReleaseValidation

    def all_valid(tables: Mapping[str, pa.Table]) -> ReleaseValidation:
        return ReleaseValidation(dict(tables), (), ())

    def added_valid(
        before: ReleaseValidation, tables: Mapping[str, pa.Table], added: Mapping[str, pa.Table]
    ) -> ReleaseValidation:
        more = {name: pa.concat_tables([tables[name], rows]) for name, rows in added.items()}
        return ReleaseValidation({**tables, **more}, before.failures, before.checks)

    monkeypatch.setattr(flows.releasing, "validate_all", all_valid)
    monkeypatch.setattr(flows.releasing, "validate_added", added_valid)

    def run(settings: RunSettings) -> RunOutcome:
        with prepared(settings) as plan:
            return carry_out(settings, plan, lambda jobs, _read, _workers: [read_document(job) for job in jobs])

    return run


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Callable[..., RunOutcome]:
    """A run whose documents are read in this process and whose rows are all taken for valid."""
    return _quick(monkeypatch)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Make a folder with `sources`, one sample PDF and `willow.txt` of this text, and an `output` with a release."""

    def make(text: str) -> Path:
        root = tmp_path_factory.mktemp("published")
        sources = root / "sources"
        sources.mkdir()
        for suffix in (".pdf", ".yml"):
            shutil.copy(SAMPLES / f"sample-plan-en-pdf{suffix}", sources)
        (sources / "willow.txt").write_text(text)
        fields = yaml.safe_load((SAMPLES / "sample-plan-en-txt.yml").read_text(encoding="utf-8"))
        fields |= {"id": "willow", "file": "willow.txt", "redistribution": "facts"}
        (sources / "willow.yml").write_text(yaml.safe_dump(fields))
        with pytest.MonkeyPatch.context() as patch:
            _quick(patch)(RunSettings((sources,), root / "output"))
        return root

    return make
