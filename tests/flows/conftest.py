"""Small collections made in the test, and runs of them without server and worker processes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import yaml

from flows.outcome import RunOutcome
from flows.settings import RunSettings

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


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Callable[..., RunOutcome]:
    """A run whose documents are read in this process and whose rows are all taken for valid."""
    import flows.releasing
    from flows.run import carry_out, prepared
    from flows.worker import read_document
    from quality.validation import ReleaseValidation

    def all_valid(tables: Mapping[str, pa.Table]) -> ReleaseValidation:
        return ReleaseValidation(dict(tables), (), ())

    monkeypatch.setattr(flows.releasing, "validate_all", all_valid)

    def run(settings: RunSettings) -> RunOutcome:
        with prepared(settings) as plan:
            return carry_out(settings, plan, lambda jobs, _read, _workers: [read_document(job) for job in jobs])

    return run
