"""Equal statements are one fact over all editions, and one row of each fact is to be counted."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

from small_editions import CHINESE, ENGLISH, edition, source

from extractors.language.editions import Edition
from extractors.language.facts import facts, with_own_facts
from extractors.language.links import link_editions
from extractors.records import NumericTarget


def family(folder: Path) -> list[Edition]:
    zh = edition(folder, CHINESE, source("harbour-zh", "zh-Hant", "official", None))
    first = edition(folder, ENGLISH, source("a-translation"))
    second = edition(folder, ENGLISH, source("harbour-official-en", authority="official_translation"))
    return [first, second, zh]


def test_a_fact_is_counted_once_whatever_number_of_editions(tmp_path: Path) -> None:
    editions = family(tmp_path)
    found = facts(editions, link_editions(editions))
    assert len(found) == 36
    assert len({f.fact_id for f in found.values()}) == 12
    assert sum(f.is_primary for f in found.values()) == 12


def test_the_edition_of_most_authority_is_primary(tmp_path: Path) -> None:
    editions = family(tmp_path)
    found = facts(editions, link_editions(editions))
    assert {t.document_id for e in editions for t in e.targets if found[t.target_id].is_primary} == {"harbour-zh"}
    without = facts(editions[:2], link_editions(editions[:2]))
    assert {t.document_id for e in editions[:2] for t in e.targets if without[t.target_id].is_primary} == {
        "harbour-official-en"
    }


def test_a_fact_keeps_its_id_when_a_translation_joins(tmp_path: Path) -> None:
    editions = family(tmp_path)
    before = facts(editions[1:], link_editions(editions[1:]))
    after = facts(editions, link_editions(editions))
    assert all(after[name] == fact for name, fact in before.items())


def test_a_statement_of_one_edition_is_a_fact_of_its_own(tmp_path: Path) -> None:
    editions = family(tmp_path)
    extra = replace(editions[0].targets[0], target_id="a-translation-t-ffffffffff", value=77.0, value_si=None)
    editions[0] = replace(editions[0], targets=(*editions[0].targets, extra))
    found = facts(editions, link_editions(editions))
    assert found[extra.target_id].is_primary
    assert found[extra.target_id].fact_id == "a-translation-f-ffffffffff"


def test_the_order_of_editions_does_not_matter(tmp_path: Path) -> None:
    editions = family(tmp_path)
    assert facts(editions, link_editions(editions)) == facts(editions[::-1], link_editions(editions[::-1]))


def target(name: str, element: str, **changes: object) -> NumericTarget:
    made = NumericTarget(
        target_id=f"d-t-{name}",
        document_id="d",
        language="zh",
        element=element,
        kind="target",
        indicator="森林覆盖率",
        comparator="eq",
        unit="%",
        direction="reach",
        quote="",
        quote_sha256="",
        char_start=0,
        char_end=1,
        number_text="24.1",
        number_char_start=0,
        number_char_end=1,
        rule_id="r",
        confidence=1.0,
        time_basis="document",
        wording_strength="neutral",
        value=24.1,
        target_year=2025,
        table_id="t" if element == "table" else None,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def own(*targets: NumericTarget) -> list[tuple[str | None, bool | None]]:
    alone = Edition(source("d", "zh", "official", None), "", targets=targets)
    return [(t.fact_id, t.is_primary) for t in with_own_facts(alone)]


def test_a_document_alone_has_facts_of_its_own() -> None:
    assert own(target("1", "prose"), target("2", "prose", value=30.0)) == [("d-f-1", True), ("d-f-2", True)]


def test_prose_that_repeats_a_line_of_a_table_is_the_same_fact() -> None:
    assert own(target("1", "prose"), target("2", "table")) == [("d-f-2", False), ("d-f-2", True)]


def test_another_value_unit_year_direction_or_scope_is_another_fact() -> None:
    others = {"value": 24.2, "unit": "km2", "target_year": 2030, "direction": "increase_by", "scope": "东部"}
    for field, value in others.items():
        assert len(set(own(target("1", "prose", **{field: value}), target("2", "table")))) == 2, field


def test_prose_that_would_fit_two_lines_joins_neither() -> None:
    assert [f for f, _ in own(target("1", "prose"), target("2", "table"), target("3", "table"))] == [
        "d-f-1",
        "d-f-2",
        "d-f-3",
    ]


def test_what_both_columns_of_a_document_say_is_one_fact(tmp_path: Path) -> None:
    text = (
        "一、目标\n\n森林覆盖率达到31%。建成水库12座。\n\n"
        "I. Goals\n\nForest coverage will reach 31%. We will build 12 reservoirs.\n"
    )
    facing = edition(tmp_path, text, replace(source("facing", "zh", "official", None), language=("zh", "en")))
    chinese, english = ([t for t in facing.targets if t.language == language] for language in ("zh", "en"))
    assert [t.fact_id for t in chinese] == [t.fact_id for t in english]
    assert [t.is_primary for t in chinese] == [True, True]
    assert [t.is_primary for t in english] == [False, False]


def test_two_statements_of_one_document_are_not_joined_by_a_third(tmp_path: Path) -> None:
    editions = family(tmp_path)
    found = facts(editions, link_editions(editions))
    for edition_ in editions:
        for a, b in product(edition_.targets, repeat=2):
            if a.value != b.value:
                assert found[a.target_id].fact_id != found[b.target_id].fact_id
