"""Rows read on a page whose characters are no text do not count as data: they go to quarantine.

A page's text can be noise: its fonts name no characters, or the file is damaged. What the extractors find in noise
looks like any other row, so each dataset that says on which page a row was read is held against `pages`. Text drawn
invisible, as text recognition does, is text: such pages are suspect for another reason, and their rows stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from extractors.records import NO_TEXT
from quality.dataset import CheckResult, Validation, hold
from quality.rules import Rule
from schemas.contract import Dataset

LEGIBLE = Rule(
    "legible(page)",
    "legible",
    "row",
    "error",
    f"It was read on a page whose characters are text: pages.reasons has none of {', '.join(NO_TEXT)}.",
    ("page",),
)


def hold_illegible(datasets: Mapping[str, Dataset], validations: Mapping[str, Validation]) -> dict[str, Validation]:
    """The validations without the rows that were read on pages of noise, which are in quarantine.

    Args:
        datasets: All contracts.
        validations: What the contracts' own rules found, by dataset.
    """
    noise = _pages_of_noise(validations["pages"].passed)
    return {
        name: _held(datasets[name], validation, noise) if _tells_page(datasets[name]) else validation
        for name, validation in validations.items()
    }


def _tells_page(dataset: Dataset) -> bool:
    """Whether a dataset is read from pages; `pages` itself says what they are, `quarantine` what is held already."""
    return dataset.name not in ("pages", "quarantine") and {"document_id", "page"} <= set(dataset.field_names)


def _pages_of_noise(pages: pa.Table) -> set[tuple[str, int]]:
    rows = pages.select(["document_id", "page", "reasons"]).to_pylist()
    return {(row["document_id"], row["page"]) for row in rows if not set(NO_TEXT).isdisjoint(row["reasons"] or ())}


def _held(dataset: Dataset, validation: Validation, noise: set[tuple[str, int]]) -> Validation:
    places = zip(*(validation.passed.column(name).to_pylist() for name in ("document_id", "page")), strict=True)
    mask = pa.chunked_array([pa.array([place in noise for place in places], pa.bool_())])
    failing = pc.sum(mask).as_py() or 0
    rows = len(validation.passed) + len(validation.held)
    check = CheckResult(
        dataset.name, LEGIBLE.name, LEGIBLE.scope, LEGIBLE.severity, LEGIBLE.description, rows, failing, not failing
    )
    after = hold(dataset, validation, LEGIBLE, mask) if failing else validation
    return replace(after, checks=(*after.checks, check))
