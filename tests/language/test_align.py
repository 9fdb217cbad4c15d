"""The likeliest pairs of sentences."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.language.align import Bead, Piece, align, ratio
from extractors.language.align_words import anchors


def shapes(beads: Sequence[Bead]) -> list[tuple[int, int]]:
    return [(b.zh_end - b.zh_start, b.en_end - b.en_start) for b in beads]


def aligned(zh: Sequence[str], en: Sequence[str], *, cut: tuple[bool, bool] = (False, False)) -> list[Bead]:
    ours, theirs = ([Piece(len(text), opens=at == 0) for at, text in enumerate(side)] for side in (zh, en))
    return align(ours, theirs, anchors(zh, en), 5.2, cut=cut)


def test_sentences_of_like_lengths_are_paired_one_by_one() -> None:
    beads = align([Piece(20), Piece(40)], [Piece(105), Piece(200)], anchors(["x", "y"], ["a", "b"]), 5.2)
    assert shapes(beads) == [(1, 1), (1, 1)]


def test_a_long_sentence_takes_the_two_that_it_became() -> None:
    zh = ["到2030年新建学校15所，培训教师2600人。", "建设水库。"]
    en = ["Build 15 schools by 2030.", "Train 2,600 teachers in all counties.", "Build reservoirs."]
    assert shapes(aligned(zh, en)) == [(1, 2), (1, 1)]


def test_two_sentences_may_become_one() -> None:
    zh = ["硬化村道340公里。", "公交通达所有乡镇。", "培训教师1200人。"]
    en = ["Pave 340 kilometers of village roads, with buses reaching every township.", "Train 1,200 teachers."]
    assert shapes(aligned(zh, en)) == [(2, 1), (1, 1)]


def test_ten_short_sentences_may_stand_for_one_list() -> None:
    zh = ["发展" + "，".join(f"第{n}类产业基地建设" for n in range(10)) + "。"]
    en = [f"Bases of industry of kind {n} are to be built." for n in range(10)]
    assert shapes(aligned(zh, en)) == [(1, 10)]


def test_a_sentence_without_counterpart_is_left_out() -> None:
    zh = ["到2028年建成水库12座。", "硬化村道340公里。"]
    en = [
        "We will complete another 12 reservoirs by the end of 2028.",
        "The reader of this edition may be told here that its index is at the very end of the volume.",
        "We will pave 340 kilometers of village roads.",
    ]
    assert shapes(aligned(zh, en)) == [(1, 1), (0, 1), (1, 1)]


def test_what_goes_on_behind_a_cut_stays_alone() -> None:
    zh = ["保护湿地。", "发展海洋渔业，建设渔"]
    en = [
        "Protect wetlands.",
        "Develop marine fisheries and build fishing ports.",
        "Train crews.",
        "Clean the beaches.",
        "Open the archive to all.",
    ]
    beads = aligned(zh, en, cut=(True, False))
    assert shapes(beads)[:2] == [(1, 1), (1, 1)]
    assert set(shapes(beads)[2:]) == {(0, 1)}


def test_a_heading_is_paired_with_a_heading() -> None:
    zh = [Piece(6, opens=True, heading=True), Piece(20, opens=True)]
    en = [Piece(30, opens=True, heading=True), Piece(60, opens=True), Piece(50)]
    assert shapes(align(zh, en, anchors(["", ""], ["", "", ""]), 5.2)) == [(1, 1), (1, 2)]


def test_one_empty_side_leaves_all_of_the_other_out() -> None:
    assert shapes(align([], [Piece(9), Piece(9)], anchors([], ["a", "b"]), 5.2)) == [(0, 1), (0, 1)]


def test_every_sentence_is_in_one_bead() -> None:
    zh, en = [f"第{n}条，新建学校{n}所。" for n in range(1, 40)], [f"Build {n} schools." for n in range(1, 46)]
    beads = aligned(zh, en)
    assert [b.zh_start for b in beads] == [0, *(b.zh_end for b in beads)][:-1]
    assert [b.en_start for b in beads] == [0, *(b.en_end for b in beads)][:-1]
    assert (beads[-1].zh_end, beads[-1].en_end) == (39, 45)


def test_a_pair_that_shares_words_is_surer_than_one_that_fits_badly() -> None:
    sure = aligned(["到2030年新建水库15座。"], ["Build 15 reservoirs by 2030."])[0]
    unsure = aligned(["到2030年新建水库15座。"], ["Yes. " * 30])[0]
    assert sure.score > 0.9
    assert unsure.score < sure.score


def test_the_usual_ratio_gives_way_to_a_long_text() -> None:
    assert ratio(0, 0) == 5.2
    assert 3.0 < ratio(100_000, 300_000) < 3.1
