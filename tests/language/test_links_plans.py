"""An indicator is linked from the table of one plan to that of the next."""

from __future__ import annotations

from dataclasses import replace

from small_editions import source

from extractors.language.links_plans import link_plans
from extractors.records import Indicator
from extractors.source import Source


def line(document: str, number: int, name: str | None, unit: str = "%", binding: str | None = None) -> Indicator:
    return Indicator(
        document, f"{document}-b-1", number, None, name or "?", unit, None, 0, 1, indicator_id=name, bindingness=binding
    )


def plan(name: str, first: int, *lines: Indicator, translation_of: str | None = None) -> tuple[Source, list[Indicator]]:
    return source(name, "zh", "official", translation_of, (first, first + 4)), list(lines)


def pairs(*plans: tuple[Source, list[Indicator]]) -> list[tuple[str, str | None, str, str | None]]:
    return [(x.left_document_id, x.left_id, x.right_document_id, x.right_id) for x in link_plans(plans)]


def test_each_plan_is_linked_with_the_next_only() -> None:
    made = [plan(f"p{n}", 2000 + 5 * n, line(f"p{n}", n + 1, "gdp")) for n in range(3)]
    assert pairs(*made[::-1]) == [("p0", "p0-b-1/1", "p1", "p1-b-1/2"), ("p1", "p1-b-1/2", "p2", "p2-b-1/3")]


def test_lines_without_an_id_or_with_one_twice_are_not_linked() -> None:
    left = plan("a", 2001, line("a", 1, None), line("a", 2, "gdp"), line("a", 3, "gdp"))
    assert pairs(left, plan("b", 2006, line("b", 1, None), line("b", 2, "gdp"))) == []


def test_of_the_editions_of_a_plan_one_counts() -> None:
    translated = plan("a", 2001, line("a", 1, "gdp"), translation_of="z")
    translated = replace(translated[0], authority="translation"), translated[1]
    found = pairs(translated, plan("z", 2001, line("z", 1, "gdp")), plan("later", 2006, line("later", 1, "gdp")))
    assert [(left, right) for left, _, right, _ in found] == [("z", "later")]


def test_other_jurisdictions_and_kinds_are_other_series() -> None:
    first, later = plan("a", 2001, line("a", 1, "gdp")), plan("b", 2006, line("b", 1, "gdp"))
    assert pairs(first, (replace(later[0], jurisdiction="YZ"), later[1])) == []
    assert pairs(first, (replace(later[0], document_type="report"), later[1])) == []


def test_a_line_that_changed_its_kind_differs_and_its_values_do_not_count() -> None:
    left = plan("a", 2001, line("a", 1, "gdp", binding="anticipated"))
    (link,) = link_plans([left, plan("b", 2006, line("b", 1, "gdp", binding="binding"))])
    assert (link.agreement, link.difference) == ("differs", "bindingness: anticipated / binding")
    same = plan("c", 2006, replace(line("c", 1, "gdp", binding="anticipated"), target_value=9.0))
    assert [x.agreement for x in link_plans([left, same])] == ["same"]
