"""Glosses of small made-up documents."""

from __future__ import annotations

import pytest

from extractors.document import Document, Line
from extractors.identity import Ids
from extractors.language.glossary import glossary
from extractors.language_records import GlossaryTerm
from extractors.mapped import MappedText
from extractors.structure.model import Block, Element


def _rows(*paragraphs: str, element: Element = "prose") -> list[GlossaryTerm]:
    text = "\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(MappedText.of(paragraph, at), element, "en"))
        at += len(paragraph) + 1
    document = Document(text, (Line(0, len(text), None),), (), "text", "text/plain")
    return glossary(document, blocks, Ids("made-up"))


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("We will strengthen social governance (社会治理).", "social governance", "社会治理"),
        ("We will strengthen social governance（社会治理）.", "social governance", "社会治理"),
        ("the strategy of “cultural confidence” [文化自信] in schools", "cultural confidence", "文化自信"),
        ('Expand the "green channel" (“绿色通道”) for freight.', "green channel", "绿色通道"),
        ("Build a 5G (5G网络) network.", "5G", "5G网络"),
        ("raise fees for A-shares (A股) again", "A-shares", "A股"),
    ],
)
def test_a_gloss_is_a_row_with_its_phrase(text: str, english: str, chinese: str) -> None:
    (row,) = _rows(text)
    assert (row.term_en, row.term_zh, row.garbled) == (english, chinese, False)
    assert text[row.char_start] in "(（["
    assert text[row.char_end - 1] in ")）]"


def test_a_term_given_twice_counts_twice_and_knows_its_other_phrase() -> None:
    first, second = _rows("Improve social governance (社会治理).", "Deepen the management of society (社会治理).")
    assert (first.frequency, second.frequency) == (2, 2)
    assert first.variants == (second.term_en,)
    assert second.variants == (first.term_en,)


def test_a_remark_in_english_is_no_gloss() -> None:
    assert _rows("The plan (see the term 改革 in the annex) says so.") == []


def test_a_bracket_in_a_remark_is_a_gloss() -> None:
    (row,) = _rows("schools (and the Corps farms [团场]) open")
    assert row.term_zh == "团场"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("We will deepen supply-side structural reform (供给侧结构性改革).", "supply-side structural reform"),
        ("migrants need a hukou (户口) there", "hukou"),
        ("the writer Lin Xiaomei (林晓梅) said", "Lin Xiaomei"),
        ("deepen reform and opening up (改革开放) again", "reform and opening up"),
        ("rules of the Ministry of Commerce (商务部)", "Ministry of Commerce"),
        ("promote the construction of sponge cities (海绵城市)", "sponge cities"),
        ("adhere to distribution according to work (按劳分配)", "distribution according to work"),
        ("a cultural powerhouse (文化强国), an educational powerhouse (教育强国)", "educational powerhouse"),
        ("a community of common destiny for humanity (人类命运共同体)", "community of common destiny for humanity"),
        ("the “Five Ones” project (“五个一”工程) runs", "“Five Ones” project"),
        ('turn "farms (农场) into schools" (“变农场为学校”)', "farms into schools"),
        ("the New Over-the-Counter (OTC) Market (新三板)", "New Over-the-Counter (OTC) Market"),
    ],
)
def test_a_phrase_begins_where_a_translator_would_cut_it(text: str, english: str) -> None:
    assert _rows(text)[-1].term_en == english
