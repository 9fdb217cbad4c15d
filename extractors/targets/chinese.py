"""Chinese sentences to quantified statements, and to the numbers that are none."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.targets.clauses_zh import Frame
from extractors.targets.forms_zh import by_form
from extractors.targets.gaps_zh import END
from extractors.targets.numbers_zh import has_number, numbers
from extractors.targets.quantities_zh import Quantity, quantities
from extractors.targets.relations_zh import relations
from extractors.targets.script_zh import as_printed, in_simplified, simplified
from extractors.targets.site_zh import Site
from extractors.targets.statement import Context, Reading, Rejected, Statement
from extractors.targets.statements_zh import statement_at

# A sentence is read again when one of its numbers turns out none; a bound keeps hostile text linear.
_ROUNDS = 3
_REACHED = re.compile("(?:惠及|覆盖|服务|带动|受益|涉及)(?:人数|人次|户数)")
_OF_TASK = re.compile("完成[^，]{2,8}比例$")
_NUMERAL = re.compile("[0-9]+|[〇零一二两三四五六七八九十百千万亿]+")
# A blank that does not part two Latin words or two numbers.
_BLANK = re.compile(r"(?<![A-Za-z0-9,.])\s|\s(?![A-Za-z0-9\s])|(?<=[0-9])\s(?=\.[0-9])|(?<=[0-9]\.)\s(?=[0-9])")
# 1 6  0 0万吨: figures that were set apart, one by one.
_SET_APART = re.compile(r"(?<![0-9.])[0-9]{1,2}(?:\s{1,3}[0-9](?![0-9]))+")


def read_chinese(sentence: str, context: Context) -> Reading:
    """Reads every number of one sentence, repaired and on one line.

    Args:
        sentence: The sentence; offsets of the result count its characters.
        context: What stands around it.

    Returns:
        The quantified statements and the numbers that are none, each number in one of the two. The A of
        'from A to B' is a part of B's statement and is handed back as `denominator`.
    """
    if not has_number(plain := simplified(sentence)):
        return Reading((), ())
    context = in_simplified(context)
    if plain != sentence:
        reading = read_chinese(plain, context)
        return replace(reading, statements=tuple(as_printed(one, sentence, plain) for one in reading.statements))
    if _BLANK.search(sentence) or _SET_APART.search(sentence):
        return _read_spaced(sentence, context)
    found = quantities(sentence, numbers(sentence))
    rejected: list[Rejected] = []
    kept: list[Quantity] = []
    for item in found:
        reason = by_form(sentence, item)
        if reason is None:
            kept.append(item)
        else:
            rejected.append(Rejected(item.start, item.number.end, reason))
    statements = _statements(sentence, context, kept, rejected)
    # 百 of 百分点 and 10万 of 人/10万 are numerals too, and belong to the unit.
    rejected += [
        Rejected(run.start(), run.end(), "denominator")
        for item in kept
        for run in _NUMERAL.finditer(sentence, item.number.end, item.measure.end)
    ]
    return Reading(tuple(statements), tuple(sorted(rejected, key=lambda one: one.start)))


def _read_spaced(sentence: str, context: Context) -> Reading:
    """Blanks beside Chinese characters say nothing: the sentence is read without them, and offsets are put back."""
    within = {
        place for row in _SET_APART.finditer(sentence) for place in range(*row.span()) if sentence[place].isspace()
    }
    places = [place for place in range(len(sentence)) if place not in within and not _BLANK.match(sentence, place)]
    reading = read_chinese("".join(sentence[place] for place in places), context)

    def end_of(end: int) -> int:
        return places[end - 1] + 1

    return Reading(
        tuple(
            replace(one, number_start=places[one.number_start], number_end=end_of(one.number_end))
            for one in reading.statements
        ),
        tuple(replace(one, start=places[one.start], end=end_of(one.end)) for one in reading.rejected),
    )


def _statements(sentence: str, context: Context, kept: list[Quantity], rejected: list[Rejected]) -> list[Statement]:
    """Reads the quantities; where one turns out a name or a duration, those beside it are read again without it."""
    made: list[Statement] = []
    for _ in range(_ROUNDS):
        made, refused = _one_round(sentence, context, kept)
        rejected.extend(Rejected(item.start, item.number.end, reason) for item, reason in refused)
        if not refused:
            break
        gone = {item.start for item, _reason in refused}
        kept = [item for item in kept if item.start not in gone]
    bases = relations(sentence, kept)
    rejected.extend(
        Rejected(kept[place].start, kept[place].number.end, "denominator")
        for place, link in bases.items()
        if link.is_base
    )
    return made


def _one_round(
    sentence: str, context: Context, kept: list[Quantity]
) -> tuple[list[Statement], list[tuple[Quantity, str]]]:
    links = relations(sentence, kept)
    made: list[Statement] = []
    refused: list[tuple[Quantity, str]] = []
    before: Quantity | None = None
    last_frame: Frame | None = None
    named: dict[int, str] = {}
    topic: str | None = None
    for position, item in enumerate(kept):
        link = links.get(position)
        if link is not None and link.is_base:
            continue
        after = kept[position + 1] if position + 1 < len(kept) else None
        if link is not None and link.refers in named:
            link = replace(link, indicator=named[link.refers])
        last_kind = (made[-1].kind, made[-1].direction) if made else None
        site = Site(sentence, context, item, before, after, link, last_frame, topic, last_kind)
        statement, framed, reason = statement_at(site)
        if statement is None:
            refused.append((item, reason or "unknown"))
            continue
        made.append(statement)
        named[position] = statement.indicator
        if _REACHED.fullmatch(statement.indicator):
            last_frame = framed  # 惠及3万人，增长5%: says how many, and is no topic of its own
        elif _OF_TASK.search(statement.indicator):
            last_frame = framed  # 为预算的98%，增长2%: the growth is of the thing
        elif topic is None or statement.unit != "pp" or not statement.indicator.endswith(("增速", "降幅", END)):
            topic = statement.indicator
            last_frame = framed
        # 增长9%，高于全国1个百分点，是2015年的2倍: the last is of the thing again.
        before = item
    return made, refused
