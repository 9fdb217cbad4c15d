"""Which pairs of sentences are tried."""

from __future__ import annotations

from extractors.language.align_band import band, guides, rising
from extractors.language.align_words import Anchors, anchors


def numbered(first: int, last: int) -> Anchors:
    """Texts whose sentences carry a number of their own each; the English has those from `first` to `last` not."""
    numbers = [*range(100, 1100)]
    zh = [f"新建学校{n}所。" for n in numbers]
    en = [f"Build {n} schools." for at, n in enumerate(numbers) if not first <= at < last]
    return anchors(zh, en)


def test_the_longest_rising_sequence_leaves_out_what_crosses() -> None:
    assert rising([(1, 1), (2, 9), (3, 3), (4, 4), (5, 2), (6, 6)]) == [(1, 1), (3, 3), (4, 4), (6, 6)]


def test_nothing_rises_in_nothing() -> None:
    assert rising([]) == []


def test_all_pairs_of_a_small_stretch_are_tried() -> None:
    assert band(anchors([], []), 3, 5) == ([0, 0, 0, 0], [5, 5, 5, 5])


def test_a_long_text_is_tried_near_its_guides_only() -> None:
    first, last = band(numbered(0, 0), 1000, 1000)
    assert sum(b - a + 1 for a, b in zip(first, last, strict=True)) < 100 * 1000
    assert all(a <= row <= b for row, (a, b) in enumerate(zip(first, last, strict=True)))
    assert (first[0], last[-1]) == (0, 1000)


def test_the_band_follows_a_gap_of_many_sentences() -> None:
    first, last = band(numbered(300, 500), 1000, 800)
    assert all(first[row] <= row <= last[row] for row in range(300))
    assert all(first[row] <= row - 200 <= last[row] for row in range(500, 1001))


def test_twice_the_text_is_twice_the_work() -> None:
    def work(n: int) -> int:
        zh, en = [f"新建学校{k}所。" for k in range(100, 100 + n)], [f"Build {k} schools." for k in range(100, 100 + n)]
        return sum(b - a + 1 for a, b in zip(*band(anchors(zh, en), n, n), strict=True))

    assert work(1200) < 2.2 * work(600)


def test_a_guide_far_from_the_way_of_its_neighbours_is_not_followed() -> None:
    zh = [f"新建学校{n}所。" for n in range(100, 200)]
    en = [f"Build {n} schools." for n in range(100, 200)]
    zh[40], en[40], en[80] = "新建医院77所。", "Build a hospital.", "Build 77 clinics."
    assert (40, 80) not in guides(anchors(zh, en))
