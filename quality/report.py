"""The data-quality report of a release: one page that works offline, and the same as CSV.

The page shows facts only (numbers, places, indicators), never a passage, so that it may travel with a release
whatever its sources' rights. Everything from a document is escaped, and the page may run no script.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

    from quality.dataset import CheckResult

_MOST_QUARANTINED = 200
_MOST_DOUBTFUL = 50
_MOST_WRONG = 300
_MOST_TITLES = 4
_SEVERITIES = ("error", "warning", "info")
_SIGNS = {"eq": "=", "lt": "<", "le": "≤", "gt": ">", "ge": "≥", "approx": "≈"}


def report(
    tables: Mapping[str, pa.Table], checks: Sequence[CheckResult], accuracy: Sequence[Mapping[str, Any]]
) -> dict[str, str]:
    """The files of `quality/` in a release.

    Args:
        tables: What is published, `coverage`, `documents` and `quarantine` among it.
        checks: What each rule found.
        accuracy: Rows of measured accuracy, empty where the collection has no truth.

    Returns:
        Texts by file name: report.html, checks.csv and, where there is any, accuracy.csv.
    """
    found = {"report.html": _page(tables, checks, accuracy), "checks.csv": _csv([asdict(c) for c in checks])}
    if accuracy:
        found["accuracy.csv"] = _csv(accuracy)
    return found


def _page(tables: Mapping[str, pa.Table], checks: Sequence[CheckResult], accuracy: Sequence[Mapping[str, Any]]) -> str:
    from jinja2 import Environment

    template = (files("quality") / "report.html.j2").read_text(encoding="utf-8")
    quarantine = tables["quarantine"].to_pylist()
    held: dict[str, set[str]] = {}
    for row in quarantine:
        held.setdefault(row["dataset"], set()).add(row["row_id"])
    documents = tables["documents"].sort_by("document_id").to_pylist()
    titles = list(dict.fromkeys(row["title"] for row in documents))
    page = Environment(autoescape=True, trim_blocks=True).from_string(template)
    return page.render(
        counts=[
            {"rows": t.num_rows, "quarantined": len(held.get(name, ()))}
            for name, t in tables.items()
            if name != "quarantine"
        ],
        documents=documents,
        titles=titles[:_MOST_TITLES],
        more_titles=len(titles[_MOST_TITLES:]),
        noun=_noun,
        sign=lambda comparator: _SIGNS.get(comparator, comparator),
        coverage=[_shares(row) for row in tables["coverage"].to_pylist()],
        checks=checks,
        accuracy=[dict(row) for row in accuracy],
        quarantine=[
            {k: q[k] for k in ("dataset", "row_id", "document_id", "page", "expectation", "reason")} for q in quarantine
        ][:_MOST_QUARANTINED],
        doubtful=_doubtful(tables["numeric_targets"]),
        wrong=_wrong(tables["discrepancies"])[:_MOST_WRONG],
        wrong_counts=_by_severity(tables["discrepancies"]),
    )


def _shares(row: dict[str, Any]) -> dict[str, Any]:
    """A row of `coverage` with the widths of its bar and its reasons in words, most frequent first."""
    reasons = {name: n for name, n in (row["ignored_reasons"] or {}).items() if n}
    unknown = reasons.get("unknown", 0)
    bar = [("published", row["published"]), ("quarantined", row["quarantined"])]
    bar += [("ignored", row["ignored"] - unknown), ("unknown", unknown)]
    words = ", ".join(
        f"{name.replace('_', ' ')} {n}" for name, n in sorted(reasons.items(), key=lambda x: (-x[1], x[0]))
    )
    return {**row, "shares": [(kind, n) for kind, n in bar if n], "reasons": words}


def _doubtful(targets: pa.Table) -> list[dict[str, Any]]:
    columns = ["target_id", "page", "number_char_start", "number_char_end", "indicator", "number_text", "kind"]
    columns += ["direction", "comparator", "value", "unit", "target_year", "confidence"]
    rows: list[dict[str, Any]] = targets.select(columns).to_pylist()
    return sorted(rows, key=lambda t: (t["confidence"], t["target_id"]))[:_MOST_DOUBTFUL]


def _wrong(discrepancies: pa.Table) -> list[dict[str, Any]]:
    """What the sources get wrong, the gravest first, then by document and place."""
    rows: list[dict[str, Any]] = discrepancies.to_pylist()
    return sorted(
        rows,
        key=lambda d: (
            _SEVERITIES.index(d["severity"]),
            d["document_id"],
            d["char_start"] if d["char_start"] is not None else -1,
            d["discrepancy_id"],
        ),
    )


def _by_severity(discrepancies: pa.Table) -> list[tuple[str, int]]:
    found = discrepancies.column("severity").to_pylist()
    return [(severity, found.count(severity)) for severity in _SEVERITIES if severity in found]


def _noun(severity: str, number: int) -> str:
    return severity if severity == "info" or number == 1 else f"{severity}s"


def _csv(rows: Sequence[Mapping[str, Any]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows({k: str(v).lower() if isinstance(v, bool) else v for k, v in row.items()} for row in rows)
    return text.getvalue()
