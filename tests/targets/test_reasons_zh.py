"""Each field of a Chinese statement says which rule gave it."""

from extractors.targets.chinese import read_chinese
from extractors.targets.statement import Context, Statement

PLAN = Context("zh", plan_start=2021, plan_end=2025, section_titles=("第三章 主要目标",))
FIELDS = {
    "value", "unit", "comparator", "attachment", "indicator", "kind", "direction", "change_period", "target_year",
    "wording_strength", "confidence",
}  # fmt: skip


def one(sentence: str) -> Statement:
    (found,) = read_chinese(sentence, PLAN).statements
    return found


def by_field(sentence: str) -> dict[str, tuple[str, str | None]]:
    return {reason.field: (reason.rule, reason.words) for reason in one(sentence).reasons}


def test_every_field_that_was_decided_has_a_reason() -> None:
    assert by_field("力争森林覆盖率提高到40%以上。").keys() == FIELDS


def test_a_reason_names_the_words_it_rests_on() -> None:
    found = by_field("力争森林覆盖率提高到40%以上。")
    assert found["value"] == ("zh.number.digits", "40%")
    assert found["comparator"] == ("zh.comparator.word_behind", "以上")
    assert found["wording_strength"] == ("zh.wording.word", "力争")
    assert found["direction"] == ("zh.direction.level", "提高到")


def test_what_is_over_rests_on_the_word_that_says_so() -> None:
    assert by_field("截至年底，已建成泵站30座。")["kind"] == ("zh.kind.past_word", "已建成")


def test_a_base_year_and_a_place_have_reasons_where_they_are_given() -> None:
    found = by_field("在西部地区推广节水农田比2020年增加30万亩。")
    assert found["base_year"] == ("zh.year.base", "2020")
    assert found["scope"] == ("zh.scope.place", "西部地区")


def test_the_construction_is_the_attachment() -> None:
    assert by_field("森林覆盖率由21%提高到23%。")["attachment"][0] == "zh.attachment.from_to"
