"""Glosses, abstracts, garbled text and what a document's furnishings lack."""

from __future__ import annotations

import pytest
from checked_texts import Checking

from extractors.checks.edition_glosses import one_off


def test_one_term_with_two_glosses_is_told_with_both(checked: Checking) -> None:
    text = (
        "We will value harbour craft (港口技艺) at home. We will value harbour crafts (海港手工业) abroad. "
        "We will value harbour craft (港口技艺) again.\n"
    )
    assert [(r.value, r.other_value) for r in checked(text).of("term_two_glosses")] == [("海港手工业", "港口技艺")]


def test_a_homophone_in_a_gloss_is_told(checked: Checking) -> None:
    text = (
        "We will build intelligent harbours (智能港口), intelligent cranes (智能吊机), intelligent buoys (智能浮标) "
        "and intelligent lighthouses (只能灯塔).\n"
    )
    assert [(r.value, r.other_value) for r in checked(text).of("gloss_homophone")] == [("只能", "智能")]


@pytest.mark.parametrize(
    ("gloss", "found"),
    [
        ("以海为中心", "以大海为中心"),
        ("泥水熟料", "水泥熟料"),
        ("公建民办", "公建民营"),
        ("沿海大港区", None),
        ("渔业港口", None),
    ],
)
def test_a_gloss_one_slip_off_the_original_is_found_there(gloss: str, found: str | None) -> None:
    text = "坚持以大海为中心生产水泥熟料发展公建民营建设沿海港湾"
    place = one_off(gloss, text)
    assert (text[slice(*place)] if place else None) == found


ABSTRACT = "摘要：本文提出加强堤坝建设与管理、疏浚入海航道、改造沿岸渔港、{last}，为港口发展提供启示。\n"
BODY = "一、引言\n港口很重要。\n二、路径\n"
BODY += "（一）加强堤坝建设与管理\n很好。\n（二）疏浚入海航道\n很好。\n（三）改造沿岸渔港\n很好。\n"


def test_a_path_of_the_abstract_that_the_body_lacks_is_told(checked: Checking) -> None:
    found = checked(ABSTRACT.format(last="保护外岛鸟类栖息地") + BODY, "zh")
    assert found.spans("abstract_against_body") == ["保护外岛鸟类栖息地"]


def test_an_abstract_that_goes_on_with_another_clause_is_left_alone(checked: Checking) -> None:
    text = "摘要：本文提出加强堤坝建设与管理、疏浚入海航道、改造沿岸渔港，讨论未来。\n"
    assert not checked(text + BODY, "zh").of("abstract_against_body")


def test_neighbouring_garbled_paragraphs_are_one_row(checked: Checking) -> None:
    text = (
        'Chapter 1 Ports\n\nWe will widen the ports.\n\n!380($9%1"%0%"\'7;$(9(<#\n\n!3%.%9);3%1"%0%"\'9()(%6!\n\n'
        "We will dredge the rivers.\n"
    )
    assert len(checked(text).of("garbled_passage")) == 1


@pytest.mark.parametrize("line", ["_" * 40, "*" * 30, "https://example.org/a?b=1&c=2#d%20e", "R&D, Q&A (50%)"])
def test_rules_addresses_and_signs_of_texts_are_not_garbled(checked: Checking, line: str) -> None:
    assert not checked(f"We will widen the ports.\n\n{line}\n\nWe will dredge them.\n").of("garbled_passage")


def test_a_number_without_the_document_s_separator_is_told(checked: Checking) -> None:
    numbers = [f"We will build {n},400 homes in the towns of the coast." for n in range(10, 16)]
    text = "\n\n".join([*numbers, "We will build 17400 homes on the islands. Write to P.O. Box 30005, Port."])
    assert [(r.value, r.other_value) for r in checked(text).of("thousands_separator")] == [("17400", "17,400")]


def test_a_name_with_two_apostrophes_is_told_once(checked: Checking) -> None:
    text = "Ports of Por'an grow. Por'an, Por'an and Por’an grow. We’ll see that it's so.\n"
    assert [(r.value, r.other_value) for r in checked(text).of("apostrophe_two_ways")] == [("’", "'")]
