"""From the paragraphs of a document to rows of `numeric_targets`, each with its exact place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from extractors.document import Document
from extractors.identity import Ids, sha256, squeeze
from extractors.mapped import MappedText
from extractors.records import Discrepancy, NumericTarget
from extractors.source import Source
from extractors.structure.model import Block, Passed
from extractors.targets.chinese import read_chinese
from extractors.targets.confidence import calibrated
from extractors.targets.conversions import Conversion, conversions, discrepancy
from extractors.targets.english import read_english
from extractors.targets.glosses import explains, is_gloss
from extractors.targets.meaning_en import opening_year
from extractors.targets.running_zh import Running
from extractors.targets.sentences import split
from extractors.targets.statement import Context, Reading, Reason, Statement
from extractors.targets.units import in_si, units

_READERS: dict[str, Callable[[str, Context], Reading]] = {"en": read_english, "zh": read_chinese}
# No policy counts so far: what is larger is a code, or digits that ran together.
LARGEST_VALUE = 1e21
# What a number in a heading may be, other than a part of its words.
_NAMED_SO = frozenset({"date", "ordinal", "plan_name", "code"})
# A list of terms explains, and sets no targets.
_ANNEX = re.compile("^(?:附件?[：:一二三123]*)?(?:有关|部分|相关|主要)?(?:名词|术语|词语|用语)(?:解释|注释|说明)")


@dataclass(frozen=True, slots=True)
class Grounds:
    """What one target rests on.

    Attributes:
        target_id: The target.
        sentence: Its sentence as it was read: lines joined, broken words repaired.
        number: Span of the number in it.
        reasons: Which rule gave which field.
    """

    target_id: str
    sentence: str
    number: tuple[int, int]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class TargetReading:
    """The targets of a document with their grounds, the raw spans of numbers that are none with their reasons, and
    what is wrong with the numbers themselves.
    """

    targets: tuple[NumericTarget, ...]
    grounds: tuple[Grounds, ...]
    passed: tuple[Passed, ...]
    discrepancies: tuple[Discrepancy, ...] = ()


def read_targets(blocks: Sequence[Block], document: Document, source: Source, ids: Ids) -> TargetReading:
    """Read every sentence of every paragraph.

    Args:
        blocks: Paragraphs in reading order; headings are read for no targets.
        document: For quotes, pages and regions.
        source: The plan's period.
        ids: Makes the targets' ids.
    """
    found = _Found(document, source, ids)
    running = Running(source.period_start, source.period_end)  # Chinese headings set the period; English ones do not
    for block in blocks:
        if block.is_heading:
            found.name(block)
            continue
        previous, carried = "", None
        running.enter(block.section_titles)
        explaining = block.element == "footnote" and explains(block.text.text, block.language)
        sentences = [block.text.cut(*span) for span in split(block.text.text, block.language)]
        if block.language == "zh":
            running.foresee([sentence.text for sentence in sentences])
        for sentence in sentences:
            reading = _READERS[block.language](sentence.text, _context(block, source, previous, carried, running))
            if block.language == "zh":
                running.read(sentence.text)
            gloss = block.element == "footnote" and is_gloss(sentence.text, explaining, block.language)
            explained = gloss or any(_ANNEX.match(title) for title in block.section_titles)
            found.take(reading, sentence, block, explained=explained)
            previous = sentence.text
            carried = opening_year(previous) or carried
        running.leave()
    return TargetReading(tuple(found.targets), tuple(found.grounds), tuple(found.passed), tuple(found.wrong))


@dataclass(slots=True)
class _Found:
    """What the sentences read so far have given."""

    document: Document
    source: Source
    ids: Ids
    targets: list[NumericTarget] = field(default_factory=list)
    grounds: list[Grounds] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    wrong: list[Discrepancy] = field(default_factory=list)

    def name(self, block: Block) -> None:
        """Add a heading: a year or a plan in it says so, and every other number is a part of its words."""
        for start, end in split(block.text.text, block.language):
            line = block.text.cut(start, end)
            at = 0
            for one in _READERS[block.language](line.text, Context(language=block.language)).rejected:
                if one.reason in _NAMED_SO and one.start >= at:
                    if one.start > at:
                        self.passed.append(Passed(*_span(line, at, one.start), "part_of_name"))
                    self.passed.append(Passed(*_span(line, one.start, one.end), one.reason))
                    at = one.end
            if at < len(line.text):
                self.passed.append(Passed(*_span(line, at, len(line.text)), "part_of_name"))

    def take(self, reading: Reading, sentence: MappedText, block: Block, *, explained: bool) -> None:
        """Add a sentence: its statements, unless it explains a term, and the reasons of its other numbers."""
        again = conversions(sentence.text, block.language)
        self.wrong += [
            discrepancy(c, sentence, self.document, self.ids) for c in again if not c.is_right(sentence.text)
        ]
        for statement in reading.statements:
            why_none = "named_concept" if explained else _why_none(statement, again)
            if why_none:
                span = _span(sentence, statement.number_start, statement.number_end)
                self.passed.append(Passed(*span, why_none))
                continue
            self.targets.append(_record(statement, sentence, block, self.document, self.source, self.ids))
            self.grounds.append(_grounds(self.targets[-1], statement, sentence))
        for left in reading.rejected:
            reason = "named_concept" if explained and left.reason == "unknown" else left.reason
            self.passed.append(Passed(*_span(sentence, left.start, left.end), reason))


def _why_none(statement: Statement, again: Sequence[Conversion]) -> str | None:
    """Why a number that was read is none after all: it says a size once more, or no policy counts so far."""
    if any(c.first.end <= statement.number_start < c.end for c in again):
        return "part_of_name"
    values = (statement.value, statement.value_max, statement.base_value)
    return "code" if any(value is not None and abs(value) > LARGEST_VALUE for value in values) else None


def _grounds(record: NumericTarget, statement: Statement, sentence: MappedText) -> Grounds:
    return Grounds(record.target_id, sentence.text, (statement.number_start, statement.number_end), statement.reasons)


def _span(text: MappedText, start: int, end: int) -> tuple[int, int]:
    return text.raw_span(start, end)


def _context(block: Block, source: Source, previous: str, carried: int | None, running: Running) -> Context:
    return Context(
        language=block.language,
        plan_start=source.period_start,
        plan_end=source.period_end,
        section_titles=block.section_titles,
        element=block.element,
        box_title=block.box_title,
        item_title=block.item_title,
        previous=previous,
        carried_year=carried,
        period=running.current,
    )


def _record(
    statement: Statement, sentence: MappedText, block: Block, document: Document, source: Source, ids: Ids
) -> NumericTarget:
    start, end = sentence.raw_span(0, len(sentence))
    number_start, number_end = sentence.raw_span(statement.number_start, statement.number_end)
    number_text = sentence.text[statement.number_start : statement.number_end]
    quote = document.text[start:end]
    value_si, unit_si = in_si(statement.value, statement.unit)
    return NumericTarget(
        target_id=ids.make("t", sentence.text, number_text),
        document_id=source.id,
        language=block.language,
        element=block.element,
        kind=statement.kind,
        indicator=statement.indicator,
        comparator=statement.comparator,
        unit=statement.unit,
        direction=statement.direction,
        quote=quote,
        quote_sha256=sha256(squeeze(quote)),
        char_start=start,
        char_end=end,
        number_text=document.text[number_start:number_end],
        number_char_start=number_start,
        number_char_end=number_end,
        rule_id=statement.rule_id,
        confidence=calibrated(statement.confidence, block.language),
        time_basis=statement.time_basis,
        wording_strength=statement.wording_strength,
        value=statement.value,
        value_max=statement.value_max,
        base_value=statement.base_value,
        comparator_text=statement.comparator_text,
        unit_text=statement.unit_text,
        unit_ucum=units()[statement.unit].ucum if statement.unit in units() else None,
        unit_si=unit_si,
        value_si=value_si,
        counted_object=statement.counted_object,
        change_period=statement.change_period,
        target_year=statement.target_year,
        base_year=statement.base_year,
        reference_year=statement.reference_year,
        bindingness=statement.bindingness,
        scope=statement.scope,
        section_id=block.section_id,
        box_id=block.box_id,
        item_number=block.item_number,
        page=document.page_at(number_start),
        regions=document.regions(number_start, number_end),
    )
