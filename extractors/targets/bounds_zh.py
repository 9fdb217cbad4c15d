"""Where a clause of a Chinese sentence begins and ends."""

from __future__ import annotations

STOPS = "，；。！？：,;:!?…\n"
REACH = 90  # characters: no clause's subject is longer, and hostile text stays linear


def clause_start(sentence: str, at: int) -> int:
    """Where the clause that `at` stands in begins."""
    floor = max(0, at - REACH)
    for place in range(at - 1, floor - 1, -1):
        if sentence[place] in STOPS:
            return place + 1
    return floor


def clause_end(sentence: str, at: int) -> int:
    """Where the clause ends."""
    for place in range(at, min(len(sentence), at + REACH)):
        if sentence[place] in STOPS:
            return place
    return min(len(sentence), at + REACH)
