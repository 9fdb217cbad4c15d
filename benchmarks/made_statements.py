"""Made editions of one text with as many statements as wanted, to see how the cost of matching them grows."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.language.editions import Edition

EVERY = 3
"""One statement in so many times as many copies says another value in the translation."""


@lru_cache(maxsize=2)
def _one(language: str, sentences: tuple[str, ...]) -> Edition:
    """The statements of a few sentences, read as the product reads them."""
    from extractors.document import Document, Line
    from extractors.language.editions import Edition
    from extractors.pipeline import extract
    from extractors.source import Source

    text = "\n\n".join(sentences)
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line), None))
        start += len(line) + 1
    source = Source(language, "made", "made.txt", (language,), "plan_outline", "unknown", "full", "CC0-1.0")
    rows = extract(Document(text, tuple(lines), (), "text", "text/plain"), source).rows
    return Edition(source, text, targets=tuple(rows["numeric_targets"]))  # type: ignore[arg-type]


def _many(one: Edition, copies: int, *, translated: bool) -> Edition:
    """The same statements so many times one after another, each time with other values, without any section."""
    made = []
    for n in range(copies):
        for place, target in enumerate(one.targets):
            slip = 10.0 if translated and (n * len(one.targets) + place) % (EVERY * len(one.targets)) == 0 else 1.0
            value = None if target.value is None else (target.value + n) * slip
            made.append(
                replace(
                    target,
                    target_id=f"{one.id}-t-{n:06}{place:04}",
                    value=value,
                    value_si=None,
                    base_value=None,
                    char_start=target.char_start + n * len(one.text),
                    char_end=target.char_end + n * len(one.text),
                )
            )
    return replace(one, targets=tuple(made))


def matched(pairs: Sequence[tuple[str, str]], copies: int) -> tuple[int, float, float, float]:
    """Match two made editions.

    Args:
        pairs: Sentences in Chinese and in English.
        copies: How many times they stand one after another.

    Returns:
        Statements of the first edition, least CPU seconds, megabytes at most, and the share of them that is linked.
    """
    from extractors.language.links import link

    chinese, english = _one("zh", tuple(zh for zh, _en in pairs)), _one("en", tuple(en for _zh, en in pairs))
    left, right = _many(chinese, copies, translated=False), _many(english, copies, translated=True)
    # The least of three is what the work needs; what a shared machine adds is left out.
    runs = []
    for _ in range(3):
        start = time.process_time()
        link(left, right)
        runs.append(time.process_time() - start)
    tracemalloc.start()
    found = link(left, right)
    megabytes = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return len(left.targets), min(runs), megabytes, len(found.targets.pairs) / len(left.targets)
