"""A way to publish small tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from publishers_tables import document, tables, target

from publishers.release import Published, publish


@pytest.fixture
def some() -> dict[str, pa.Table]:
    return tables(
        documents=[document("plan-a"), document("plan-b", "facts")],
        numeric_targets=[target("plan-a-t-1", "plan-a"), target("plan-b-t-1", "plan-b")],
    )


@pytest.fixture
def release(tmp_path: Path) -> Callable[..., Published]:
    """Publishes to `tmp_path / "out"`."""

    def run(made: Mapping[str, pa.Table], texts: Mapping[str, str] | None = None, **options: Any) -> Published:
        options.setdefault("released_at", "2026-01-02T03:04:05Z")
        return publish(made, texts or {}, options.pop("output", tmp_path / "out"), **options)

    return run
