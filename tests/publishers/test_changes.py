"""The page of changes: plain words, facts only, no markup from a document."""

from __future__ import annotations

from collections.abc import Callable

import pyarrow as pa
import pytest
from publishers_tables import document, tables, target

from publishers.changes import code
from publishers.release import Published

Release = Callable[..., Published]


def page(published: Published) -> str:
    return (published.path / "CHANGES.md").read_text(encoding="utf-8")


def test_a_first_release_counts_its_rows(release: Release, some: dict[str, pa.Table]) -> None:
    assert page(release(some)).startswith("# Release 1.0.0\n\nThe first release.\n")
    assert "| numeric_targets | 2 |" in page(release({**some, "boxes": some["boxes"]}))


def test_changes_are_counted_and_shown_by_example(release: Release, some: dict[str, pa.Table]) -> None:
    release(some)
    rows = [target("plan-a-t-1", "plan-a", 8e7)] + [target(f"plan-a-t-{n}", "plan-a", n / 1) for n in range(2, 9)]
    text = page(release({**some, "numeric_targets": tables(numeric_targets=rows)["numeric_targets"]}))
    assert "Compared with 1.0.0." in text
    assert "| numeric_targets | 8 | 7 | 1 | 1 |" in text
    assert "Added, 5 of 7:" in text
    assert "* `plan-a-t-2`: document_id `plan-a`, indicator `hydropower capacity`" in text
    assert "* `plan-b-t-1`: document_id `plan-b`" in text
    assert "* `plan-a-t-1`: value `70000000.0` → `80000000.0`" in text


def test_sources_that_come_and_go_are_named(release: Release, some: dict[str, pa.Table]) -> None:
    release(some)
    text = page(release(tables(documents=[document("plan-a"), document("plan-c")])))
    assert "Sources that came in: `plan-c`." in text
    assert "Sources that left: `plan-b`." in text


def test_a_document_that_is_no_longer_read_is_named(release: Release, some: dict[str, pa.Table]) -> None:
    release(some)
    rows = [document("plan-a", rows_from_version="1.0.0"), document("plan-b", "facts")]
    text = page(release({**some, "documents": tables(documents=rows)["documents"]}))
    assert "plan-a could not be read; its rows of 1.0.0 stand in." in text
    assert "corrected" not in text


def test_a_passage_is_never_shown(release: Release) -> None:
    rows = target("t", "a"), {**target("t", "a"), "quote": "Another sentence."}
    for one in rows:
        done = release(tables(documents=[document("a", "quotes")], numeric_targets=[one]))
    assert "* `t`: quote (a passage, not shown)" in page(done)
    assert "Another sentence" not in page(done)


def test_the_page_of_own_use_says_so(release: Release, some: dict[str, pa.Table]) -> None:
    assert "**Not for redistribution**" in page(release(some, for_own_use=True))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>`x`</script>", "`<script>'x'</script>`"),
        ("a\n\n# b", "`a # b`"),
        ("", "`null`"),
        ("x" * 99, f"`{'x' * 59}…`"),
    ],
)
def test_words_of_a_document_are_no_markup(text: str, shown: str) -> None:
    assert code(text) == shown
