"""English numbers that are no targets, each with its reason."""

import pytest

from extractors.targets.english import read_english
from extractors.targets.statement import Context

PLAN = Context("en", plan_start=2026, plan_end=2030)


def reasons(sentence: str, context: Context = PLAN) -> dict[str, str]:
    reading = read_english(sentence, context)
    assert not reading.statements, reading.statements
    return {sentence[r.start : r.end]: r.reason for r in reading.rejected}


@pytest.mark.parametrize(
    ("sentence", "number", "reason"),
    [
        ("The 9th Five-Year Plan period was hard.", "9th", "plan_name"),
        ("We will follow the Ninth Five-Year Plan.", "Ninth", "plan_name"),
        ("We look forward to 2035.", "2035", "date"),
        ("We will implement the 2030 Agenda.", "2030", "date"),
        ("Open the G219 highway.", "G219", "code"),
        ("Deploy 5G networks widely.", "5G", "code"),
        ("COVID-19 was controlled.", "19", "code"),
        ("Build the Hualong No. 1 reactor.", "1", "ordinal"),
        ("It entered the first rank of nations.", "first", "ordinal"),
        ("Article 5 of the law applies.", "5", "list_or_heading_number"),
        ("Adhere to one country, two systems.", "two", "named_concept"),
        ("Gradually form three main spatial patterns.", "three", "named_concept"),
        ("Promote three-dimensional development.", "three", "named_concept"),
        ("Enforce zero tolerance for fraud.", "zero", "named_concept"),
        ("Care for infants under 3 years old.", "3", "age_or_duration"),
        ("Extend the 30-year policy.", "30", "age_or_duration"),
        ("Over the next ten years, much will change.", "ten", "age_or_duration"),
        ("It is one of the best regions.", "one", "vague"),
        ("Hundreds of firms took part.", "Hundreds", "vague"),
        ("Relax the rules in cities with a population of over 5 million.", "5 million", "part_of_name"),
        ("Protect the land west of the 400 mm rain line.", "400", "part_of_name"),
    ],
)
def test_a_number_that_is_none_is_rejected_with_its_reason(sentence: str, number: str, reason: str) -> None:
    assert reasons(sentence)[number] == reason


def test_a_translators_conversion_is_part_of_the_quantity_before_it() -> None:
    sentence = "Grain output will reach 1.3 trillion catties [about 650 million tons]."
    reading = read_english(sentence, PLAN)
    assert [s.value for s in reading.statements] == [1.3e12]
    assert [(sentence[r.start : r.end], r.reason) for r in reading.rejected] == [("650 million", "denominator")]


def test_lost_text_gives_codes_and_no_quantities() -> None:
    assert set(reasons("""!38($9%1"%0%"'7;$(9(<#"()H! K#("-#H6';$&%3'98$6)3;9)(8$!""").values()) <= {
        "code",
        "footnote_marker",
    }


def test_a_description_in_the_present_tense_is_no_target() -> None:
    assert reasons("The agenda contains 17 goals and 169 indicators.") == {"17": "part_of_name", "169": "part_of_name"}
