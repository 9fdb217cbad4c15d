"""Each field of an English statement says which rule gave it, and on which words."""

from extractors.targets.english import read_english
from extractors.targets.statement import Context, Statement

PLAN = Context("en", plan_start=2026, plan_end=2030)


def because(sentence: str, context: Context = PLAN) -> tuple[Statement, dict[str, tuple[str, str | None]]]:
    (found,) = read_english(sentence, context).statements
    return found, {reason.field: (reason.rule, reason.words) for reason in found.reasons}


def test_every_decided_field_has_one_reason() -> None:
    found, reasons = because("We will strive to raise the literacy rate to over 95 percent by 2028.")
    fields = [reason.field for reason in found.reasons]
    assert len(fields) == len(set(fields))
    assert {
        *("value", "unit", "comparator", "indicator", "kind", "direction"),
        *("change_period", "target_year", "time_basis", "wording_strength", "confidence"),
    } <= set(fields)
    assert reasons["comparator"] == ("before", "over")
    assert reasons["indicator"] == ("verb_object_marker", "raise to")
    assert reasons["target_year"] == ("deadline", "2028")
    assert reasons["wording_strength"] == ("words_of_aim", "strive")
    assert reasons["unit"] == ("printed", "percent")


def test_the_year_of_the_plan_is_named_as_such() -> None:
    _, reasons = because("Build 500 clinics.")
    assert reasons["target_year"] == ("end_of_plan", None)
    assert reasons["kind"] == ("things_counted", "build")


def test_a_base_says_where_it_comes_from() -> None:
    found, reasons = because("Raise the forest cover from 20 percent in 2020 to 24 percent.")
    assert found.base_value == 20
    assert reasons["base_value"][0] == "from_a_to_b"
    assert reasons["base_year"] == ("compared_with", "2020")


def test_a_title_that_looks_back_is_the_reason_of_a_fact() -> None:
    context = Context("en", plan_start=2026, plan_end=2030, section_titles=("Review of the past year",))
    found, reasons = because("A growth rate of 5 percent.", context)
    assert found.kind == "fact"
    assert reasons["kind"] == ("section_title", "Review of the past year")


def test_a_year_that_opens_a_paragraph_holds_for_the_sentences_behind_it() -> None:
    context = Context("en", plan_start=2026, plan_end=2030, carried_year=2035)
    found, reasons = because("The share of hydrogen will reach 12 percent.", context)
    assert (found.target_year, found.time_basis) == (2035, "section")
    assert reasons["target_year"] == ("year_of_an_earlier_sentence", None)
    found, _ = because("The share of hydrogen will reach 12 percent by 2029.", context)
    assert found.target_year == 2029


def test_the_region_before_a_clause_is_its_scope() -> None:
    found, reasons = because("In the western provinces, the literacy rate will rise to 97 percent.")
    assert found.scope == "western provinces"
    assert reasons["scope"][0] == "place_or_group_ahead"
    found, _ = because("In the next five years, the literacy rate will rise to 97 percent.")
    assert found.scope is None


def test_the_group_in_an_indicator_is_its_scope() -> None:
    found, _ = because("Raise the literacy rate among rural women to 97 percent.")
    assert found.scope == "rural women"


def test_a_title_is_a_scope_where_its_head_is_a_place() -> None:
    sentence = "Build 12 reactors."
    power = Context("en", plan_start=2026, plan_end=2030, item_title="Coastal wind power")
    region = Context("en", plan_start=2026, plan_end=2030, item_title="Northern coastal region")
    assert read_english(sentence, power).statements[0].scope is None
    assert read_english(sentence, region).statements[0].scope == "Northern coastal region"


def test_things_are_counted_without_their_place_and_purpose() -> None:
    plan = Context("en", plan_start=2026, plan_end=2030)
    (found,) = read_english("Build 4,000 affordable homes in the northern valleys.", plan).statements
    assert found.counted_object == "affordable homes"
    assert found.indicator == "affordable homes in the northern valleys"


def test_a_pace_is_no_part_of_a_name() -> None:
    (found,) = read_english("Maintain lending growth at a rate not exceeding 3 percent.", PLAN).statements
    assert found.indicator == "lending growth"


def test_a_change_in_the_report_of_one_year_is_annual() -> None:
    report = Context("en", plan_start=2024, plan_end=2024)
    (told,) = read_english("Fixed investment soared 22.1 percent.", report).statements
    (spanned,) = read_english("Fixed investment grew by 22.1 percent between 2020 and 2024.", report).statements
    assert (told.change_period, spanned.change_period) == ("annual", "cumulative")
