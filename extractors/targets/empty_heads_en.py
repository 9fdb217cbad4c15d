"""English heads that name nothing of their own: 'binding target', 'yearly average', 'a rise'."""

from __future__ import annotations

from extractors.targets.indicator_en import ARTICLES
from extractors.targets.vocabulary_en import wordset


def words_of(name: str) -> list[str]:
    """The words of a name in lower case, without articles and hyphens."""
    return [word for word in name.lower().replace("-", " ").split() if word not in ARTICLES]


def empty_head(name: str) -> bool:
    """Whether a name says no more than that something is measured or aimed at: 'binding target', 'yearly average'."""
    parts = words_of(name)
    known = wordset("naming", "empty_heads") | goal_nouns()
    qualifying = wordset("indicator", "only_qualifying") | wordset("naming", "qualifying")
    return bool(parts) and parts[-1] in known and all(part in qualifying | known for part in parts[:-1])


def goal_nouns() -> frozenset[str]:
    """Nouns of what is aimed at."""
    return wordset("meaning", "goal_nouns") | wordset("naming", "aims")
