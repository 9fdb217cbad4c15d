from hypothesis import given
from hypothesis import strategies as st

from quality.coverage import Fate, numbers_in, see, tally


def counts(text: str, *fates: Fate) -> dict[str, int]:
    rows = {r["element"]: r for r in tally("d", see(text, fates, [], [], [], 0, []), {})}
    number = rows["number"]
    return {**number["ignored_reasons"], "published": number["published"], "found": number["found"]}


def test_a_number_that_became_a_row_is_published() -> None:
    assert counts("Build 30 parks", Fate(6, 8, "numeric_targets", "k")) == {"found": 1, "published": 1}


def test_a_quarantined_row_is_counted_apart() -> None:
    seen = see("Build 30 parks", [Fate(6, 8, "numeric_targets", "k")], [], [], [], 0, [])
    number = next(r for r in tally("d", seen, {"numeric_targets": {"k"}}) if r["element"] == "number")
    assert (number["published"], number["quarantined"]) == (0, 1)


def test_a_row_wins_over_a_reason_and_a_short_span_over_a_long_one() -> None:
    fates = [Fate(0, 20, reason="part_of_name"), Fate(6, 8, "numeric_targets", "k"), Fate(12, 14, reason="code")]
    assert counts("Build 30 of G42 ...", *fates) == {"found": 2, "published": 1, "code": 1}


def test_numerals_inside_chinese_words_count_nothing() -> None:
    assert counts("进一步统一部署") == {"found": 2, "published": 0, "part_of_name": 2}


def test_what_nobody_explains_is_unknown() -> None:
    assert counts("see 77 there") == {"found": 1, "published": 0, "unknown": 1}


def test_boxes_headings_and_tables_are_seen_without_the_extractors() -> None:
    text = "第一章 环境\n专栏2 工程\n| a | b |\n|---|---|\n| 1 | 2 |\nChapter 3 Roads\nTable 4. Mines\n"
    rows = {r["element"]: r for r in tally("d", see(text, [], [], [], [], 0, ["1"]), {})}
    assert {e: rows[e]["found"] for e in ("heading", "box", "table", "page")} == {
        "heading": 2,
        "box": 2,
        "table": 1,
        "page": 1,
    }


def test_each_number_is_told_with_its_place_and_fate() -> None:
    text = "Build 30 parks of G42, see 77"
    fates = [Fate(6, 8, "numeric_targets", "k"), Fate(18, 21, reason="code"), Fate(27, 29, reason="unknown")]
    told = [(text[f.start : f.end], f.key, f.reason) for f in numbers_in(text, fates)]
    assert told == [("30", "k", None), ("42", None, "code"), ("77", None, "unknown")]


@given(st.text(alphabet="一二三第年12 ,.abtwo百人", max_size=80))
def test_the_counts_always_add_up(text: str) -> None:
    for row in tally("d", see(text, [], [], [], [], 0, []), {}):
        assert row["found"] == row["published"] + row["quarantined"] + row["ignored"]
        assert row["ignored"] == sum(row["ignored_reasons"].values())
