"""Sequences are aligned in order, what stands crosswise too, at a cost that grows with their length."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.language.links_alignment import align


def equal(a: str, b: str) -> float:
    return 1.0 if a == b else 0.0


def test_equal_elements_are_paired_in_order() -> None:
    assert align("aab", "abab", equal, 0.5) == [(0, 0), (1, 2), (2, 3)]


def test_what_stands_crosswise_is_paired_too() -> None:
    assert align("ab", "ba", equal, 0.5) == [(0, 1), (1, 0)]


def test_nothing_below_the_floor_is_paired() -> None:
    assert align("ab", "cd", lambda a, b: 0.4, 0.5) == []


def test_the_better_order_wins_over_the_first_pair() -> None:
    scores = {("a", "x"): 0.6, ("a", "y"): 0.9, ("b", "y"): 0.6, ("b", "x"): 0.0}
    assert align("ab", "xy", lambda a, b: scores[a, b], 0.5) == [(0, 0), (1, 1)]


@given(st.lists(st.integers(0, 5), max_size=12), st.lists(st.integers(0, 5), max_size=12))
def test_each_place_is_used_once_and_pairs_are_equal(left: list[int], right: list[int]) -> None:
    pairs = align(left, right, lambda a, b: float(a == b), 0.5)
    assert all(left[i] == right[j] for i, j in pairs)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


def test_long_sequences_are_cut_at_what_is_unmistakable() -> None:
    asked = 0

    def counted(a: int, b: int) -> float:
        nonlocal asked
        asked += 1
        return float(a == b)

    left = list(range(3000))
    right = [n for n in left if n % 10]
    assert len(align(left, right, counted, 0.5, key=lambda n: n)) == len(right)
    assert asked < 20 * len(left)
