"""Traditional Chinese is read in simplified characters, place for place, and answered in those that were printed."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

from extractors.targets.lexicon_zh import vocabulary
from extractors.targets.statement import Context, Reason, Statement


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    words = vocabulary("script")
    printed, plain = (words[name].replace("\n", "") for name in ("traditional", "simplified"))
    return tuple(zip(printed, plain, strict=True))


@cache
def _to_simplified() -> dict[int, str]:
    return {ord(printed): plain for printed, plain in _pairs()}


@cache
def _to_traditional() -> dict[int, str]:
    """For words that the text does not print itself; of several forms the first."""
    made: dict[int, str] = {}
    for printed, plain in _pairs():
        made.setdefault(ord(plain), printed)
    return made


@cache
def _any_traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(printed for printed, _plain in _pairs())}]")


@lru_cache(maxsize=64)
def simplified(text: str) -> str:
    """The same text, as long, in simplified characters."""
    return text.translate(_to_simplified()) if _any_traditional().search(text) else text


def in_simplified(context: Context) -> Context:
    """What stands around a sentence, in simplified characters."""
    titles = tuple(map(simplified, context.section_titles))
    previous = simplified(context.previous)
    item = simplified(context.item_title) if context.item_title else context.item_title
    if (titles, previous, item) == (context.section_titles, context.previous, context.item_title):
        return context
    return replace(context, section_titles=titles, previous=previous, item_title=item)


def as_printed(statement: Statement, sentence: str, plain: str) -> Statement:
    """A statement that was read in `plain`, with the characters of `sentence`, which is as long."""

    def printed(text: str | None) -> str | None:
        if text is None:
            return None
        if (place := plain.find(text)) >= 0:
            return sentence[place : place + len(text)]
        own = {ord(one): other for one, other in zip(plain, sentence, strict=True) if one != other}
        return text.translate(own | {key: word for key, word in _to_traditional().items() if chr(key) not in plain})

    return replace(
        statement,
        indicator=printed(statement.indicator) or statement.indicator,
        counted_object=printed(statement.counted_object),
        scope=printed(statement.scope),
        comparator_text=printed(statement.comparator_text),
        unit_text=printed(statement.unit_text),
        reasons=tuple(Reason(one.field, one.rule, printed(one.words)) for one in statement.reasons),
    )
