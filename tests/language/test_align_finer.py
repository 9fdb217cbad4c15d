"""Sentences whose ends do not meet."""

from __future__ import annotations

from extractors.language.align import Bead
from extractors.language.align_finer import crossings, meetings
from extractors.language.align_sentences import Sentence
from extractors.mapped import MappedText


def some(*texts: str) -> list[Sentence]:
    found, at = [], 0
    for text in texts:
        found.append(Sentence(MappedText.of(text, at), "s", opens=at == 0, heading=False))
        at += len(text)
    return found


ZH = some("到2030年建成水库15座、泵站25座，硬化村道340公里，改善农村交通。", "培训教师2600人。")
EN = some(
    "We will complete 15 reservoirs and 25 pumping stations by the year 2030.",
    "We will pave 340 kilometers of village roads, improve rural transport, and train 2,600 teachers.",
)


def test_a_sentence_is_cut_where_the_other_ends() -> None:
    found = meetings(ZH, EN, 5.2)
    texts = [[[s.text.text for s in side] for side in (zh, en)] for zh, en, _score in found]
    assert texts == [
        [["到2030年建成水库15座、泵站25座，"], [EN[0].text.text]],
        [["硬化村道340公里，改善农村交通。", "培训教师2600人。"], [EN[1].text.text]],
    ]


def test_parts_keep_their_raw_places() -> None:
    zh, en, _score = meetings(ZH, EN, 5.2)[1]
    assert [s.text.raw_span(0, len(s.text)) for s in zh] == [(20, 37), (37, 47)]
    assert en[0].text.starts[0] == len(EN[0].text)


def test_sentences_that_have_nothing_in_common_are_not_cut() -> None:
    assert meetings(ZH, some("Yes.", "No, " * 60), 5.2) == []


def test_two_against_two_and_an_unsure_pair_beside_a_lonely_one_are_worth_cutting() -> None:
    sure, unsure = Bead(0, 1, 0, 1, 0.95), Bead(1, 2, 2, 3, 0.4)
    lonely, crossed = Bead(1, 1, 1, 2, 0.0), Bead(2, 4, 3, 5, 0.7)
    assert crossings([sure, lonely, unsure, crossed]) == [(1, 3), (3, 4)]


def test_a_sure_pair_beside_a_lonely_sentence_stays() -> None:
    assert crossings([Bead(0, 1, 0, 1, 0.95), Bead(1, 1, 1, 2, 0.0), Bead(1, 2, 2, 3, 0.9)]) == []
