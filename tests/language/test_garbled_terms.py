"""Garbled Chinese glosses: told from sound ones, and solved where something explains them."""

from __future__ import annotations

import pytest

from extractors.language.garbled import damage, shows_damage
from extractors.language.garbled_terms import inferred_changes, solver
from extractors.language_records import GlossaryTerm


@pytest.mark.parametrize(
    "term",
    ["5G", "E级", "A股", "21世纪", "12345热线", "1+X证书", "互联网+", "村（居）民", "GDP增速", "8%", "双11", "Z世代",
     "3D打印", "三农", "C919大型客机", "“十四五”规划", "“甲证书+乙证书”", "團結", "IPv6改造", "加油!", "5A级景区"],
)  # fmt: skip
def test_sound_terms_with_letters_and_signs_show_no_damage(term: str) -> None:
    assert not shows_damage(term)


@pytest.mark.parametrize("term", ["双#型", "'场", "国%学&", "世(一)大学和一)", "绿\ue012发展", ",业-.", "四个;<"])
def test_signs_within_chinese_show_damage(term: str) -> None:
    assert shows_damage(term)


def test_letters_are_codes_where_they_read_on_in_the_order_of_first_use() -> None:
    terms = ["E级", "绿!发展", '乡"振#', "三$", "5G网络", "%&'", "2021-2025", "双("]
    assert damage(terms).terms == (False, True, True, True, False, True, False, True)


def test_letters_are_no_codes_in_a_sound_document() -> None:
    assert damage(["E级", "双1", "自B", "绿色发展"]).terms == (False, False, False, False)


def _term(number: int, english: str, chinese: str, start: int, garbled: bool = False) -> GlossaryTerm:
    return GlossaryTerm(f"t-{number}", "t", english, chinese, garbled, start, start + len(chinese) + 2)


def test_a_sound_gloss_of_the_same_term_solves_a_garbled_one() -> None:
    text = "green villages (绿色乡村) and again (绿#乡$)"
    terms = [
        _term(1, "green villages", "绿色乡村", text.index("(")),
        _term(2, "green villages", "绿#乡$", text.rindex("("), garbled=True),
    ]
    made = solver(terms, [])
    assert made is not None
    assert made.read("绿#乡$") == "绿色乡村"
    repaired = GlossaryTerm("t-2", "t", "green villages", "绿#乡$", True, text.rindex("("), len(text), "绿色乡村")
    changes = inferred_changes([repaired], text)
    assert [(text[c.start : c.end], c.repaired) for c in changes] == [("#", "色"), ("$", "村")]


def test_what_is_not_sure_stays_unsolved() -> None:
    made = solver([_term(1, "something", "双#", 5, garbled=True)], ["双边合作与双向开放，双方同意"])
    assert made is not None
    assert made.read("双#") is None


def test_no_character_stands_for_two_codes() -> None:
    terms = [_term(1, "a", "山#林$", 0, garbled=True), _term(2, "b", "河#湖%", 9, garbled=True)]
    made = solver(terms, ["“山水林田”", "“河水湖田”"])
    assert made is not None
    assert (made.read("山#林$"), made.read("河#湖%")) in {("山水林田", None), (None, "河水湖田"), (None, None)}


def test_letters_amid_chinese_are_codes_where_signs_are_in_no_order() -> None:
    terms = ["绿*发展", '乡!振"', "实k战略", "三A级景区", "5G网络", "C919客机", "x*"]
    assert damage(terms).terms == (True, True, True, False, False, False, False)


def test_private_characters_are_solved_from_the_text() -> None:
    said = {"green development": "绿\ue001发展", "rural revitalization": "乡\ue002振兴"}
    terms = [_term(n, english, term, 9 * n, garbled=True) for n, (english, term) in enumerate(said.items())]
    made = solver(terms, ["坚持绿色发展，推进乡村振兴。"])
    assert made is not None
    assert [made.read(term.term_zh) for term in terms] == ["绿色发展", "乡村振兴"]


def test_a_word_that_the_sound_characters_say_proves_nothing() -> None:
    made = solver([_term(1, "three prefectures", "三$", 5, garbled=True)], [])
    assert made is not None
    assert made.read("三$") != "三孩"


def test_what_the_passage_beside_a_term_holds_goes_before_other_terms_and_words() -> None:
    terms = [
        _term(1, "three areas and three prefectures", "三区三$", 0, garbled=True),
        _term(2, "implement the policy of two children", "实施二$政策", 20, garbled=True),
    ]
    made = solver(terms, ["全面实施二孩政策"], {"t-1": ("支持三区三州的发展。",)})
    assert made is not None
    assert made.read("三区三$") == "三区三州"


def test_a_reading_that_leaves_out_a_word_and_puts_in_another_is_none() -> None:
    texts = ["发展“生产性服务业”"]
    consumer, producer = (
        solver([_term(1, f"{kind} service industry", "生$性服务业", 0, garbled=True)], texts)
        for kind in ("consumer", "production")
    )
    assert consumer is not None
    assert producer is not None
    assert (consumer.read("生$性服务业"), producer.read("生$性服务业")) == (None, "生产性服务业")


def test_digits_that_sound_chinese_prints_before_the_same_characters_are_no_codes() -> None:
    made = solver([_term(1, "21st century sea road", "21世纪海上之$", 0, garbled=True)], ["建设21世纪海上之路。"])
    assert made is not None
    assert made.read("21世纪海上之$") == "21世纪海上之路"
