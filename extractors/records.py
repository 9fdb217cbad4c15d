"""The rows that extractors make: one frozen dataclass a dataset, with the dataset's field names.

`schemas/<dataset>.yaml` says what each field means; a test holds the two equal. Fields that only assembly,
cross-checks or publishing can know (fact_id, is_primary ...) default to null.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from extractors.document import Region
from extractors.language_records import CrosswalkLink, GlossaryTerm, ParallelText


@dataclass(frozen=True, slots=True)
class NumericTarget:
    """One quantified statement."""

    dataset: ClassVar[str] = "numeric_targets"
    target_id: str
    document_id: str
    language: str
    element: str
    kind: str
    indicator: str
    comparator: str
    unit: str | None
    direction: str
    quote: str
    quote_sha256: str
    char_start: int
    char_end: int
    number_text: str
    number_char_start: int
    number_char_end: int
    rule_id: str
    confidence: float
    time_basis: str
    wording_strength: str
    value: float | None = None
    value_max: float | None = None
    base_value: float | None = None
    comparator_text: str | None = None
    unit_text: str | None = None
    unit_ucum: str | None = None
    unit_si: str | None = None
    value_si: float | None = None
    counted_object: str | None = None
    change_period: str | None = None
    target_year: int | None = None
    base_year: int | None = None
    reference_year: int | None = None
    bindingness: str | None = None
    scope: str | None = None
    section_id: str | None = None
    box_id: str | None = None
    item_number: str | None = None
    table_id: str | None = None
    fact_id: str | None = None
    is_primary: bool | None = None
    indicator_id: str | None = None
    indicator_label_en: str | None = None
    page: int | None = None
    regions: tuple[Region, ...] = ()
    review_status: str = "auto"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of a main-indicator table."""

    dataset: ClassVar[str] = "indicators"
    document_id: str
    table_id: str
    row_number: int
    category: str | None
    indicator: str
    unit: str | None
    unit_text: str | None
    char_start: int
    char_end: int
    counted_object: str | None = None
    indicator_id: str | None = None
    indicator_label_en: str | None = None
    base_year: int | None = None
    base_value: float | None = None
    base_value_text: str | None = None
    base_note: str | None = None
    target_year: int | None = None
    target_value: float | None = None
    target_comparator: str | None = None
    target_text: str | None = None
    change_period: str | None = None
    change_value: float | None = None
    change_comparator: str | None = None
    change_text: str | None = None
    bindingness: str | None = None
    notes: str | None = None
    fact_id: str | None = None
    is_primary: bool | None = None
    page: int | None = None
    regions: tuple[Region, ...] = ()


NO_TEXT = ("private_use_characters", "unlike_language", "unmapped_characters")
"""Reasons of a page whose characters are not those that are printed: nothing that is read on it counts."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page and whether its text layer can be trusted."""

    dataset: ClassVar[str] = "pages"
    document_id: str
    page: int
    printed_label: str | None
    width: float | None
    height: float | None
    rotation: int | None
    text_layer: str
    reasons: tuple[str, ...]
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the stretch of text that it opens; `number` is what it must be."""

    dataset: ClassVar[str] = "sections"
    section_id: str
    document_id: str
    parent_id: str | None
    level: str
    label: str | None
    number: str | None
    number_printed: str | None
    title: str
    language: str
    page: int | None
    char_start: int
    char_end: int
    body_char_end: int
    regions: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote and the place of its marker."""

    dataset: ClassVar[str] = "footnotes"
    footnote_id: str
    document_id: str
    number: str
    footnote_kind: str
    text: str
    marker_char_start: int | None
    page: int | None
    char_start: int
    char_end: int
    regions: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A box (Table, Box, 专栏) with its number and title."""

    dataset: ClassVar[str] = "boxes"
    box_id: str
    document_id: str
    number: str | None
    label: str
    title: str
    section_id: str | None
    page: int | None
    page_end: int | None
    char_start: int
    char_end: int
    regions: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class BoxItem:
    """One numbered item of a box."""

    dataset: ClassVar[str] = "box_items"
    box_id: str
    item_number: str
    document_id: str
    title: str
    text: str
    bullets: tuple[str, ...]
    page: int | None
    regions: tuple[Region, ...]
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class TableRow:
    """A printed table."""

    dataset: ClassVar[str] = "tables"
    table_id: str
    document_id: str
    caption: str | None
    header_rows: int
    rows: int
    columns: int
    page: int | None
    page_end: int | None
    regions: tuple[Region, ...]
    method: str


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of a printed table; row and column are 0-based."""

    dataset: ClassVar[str] = "table_cells"
    table_id: str
    row: int
    column: int
    document_id: str
    row_span: int
    column_span: int
    is_header: bool
    text: str
    page: int | None
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """One change made to a source's text."""

    dataset: ClassVar[str] = "repairs"
    repair_id: str
    document_id: str
    char_start: int
    char_end: int
    raw: str
    repaired: str
    repair_kind: str
    rule_id: str


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """What a source gets wrong or contradicts."""

    dataset: ClassVar[str] = "discrepancies"
    discrepancy_id: str
    check: str
    severity: str
    document_id: str
    message: str
    char_start: int | None = None
    char_end: int | None = None
    page: int | None = None
    other_document_id: str | None = None
    other_char_start: int | None = None
    other_char_end: int | None = None
    value: str | None = None
    other_value: str | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was seen of one kind of element and where each of them went."""

    dataset: ClassVar[str] = "coverage"
    document_id: str
    element: str
    found: int
    published: int
    quarantined: int
    ignored: int
    ignored_reasons: dict[str, int]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document: what a person says of it, and what became of it."""

    dataset: ClassVar[str] = "documents"
    document_id: str
    title: str
    file: str
    language: tuple[str, ...]
    document_type: str
    authority: str
    redistribution: str
    licence: str
    outcome: str
    url: str | None = None
    archive_url: str | None = None
    retrieved: str | None = None
    citation: str | None = None
    plan: str | None = None
    period_start: int | None = None
    period_end: int | None = None
    jurisdiction: str | None = None
    publisher: str | None = None
    translation_of: str | None = None
    edition_of: str | None = None
    published: str | None = None
    note: str | None = None
    media_type: str | None = None
    sha256: str | None = None
    text_sha256: str | None = None
    bytes: int | None = None
    pages: int | None = None
    characters: int | None = None
    reader: str | None = None
    extractor_version: str | None = None
    outcome_message: str | None = None
    rows_from_version: str | None = None


@dataclass(frozen=True, slots=True)
class QuarantineRow:
    """A row that broke a rule, `row` is it as JSON; `dataset` is the one that it was meant for, so a field here."""

    dataset: str
    row_id: str
    expectation: str
    row: str | None
    reason: str
    severity: str
    document_id: str | None
    page: int | None


Record = (
    NumericTarget
    | Indicator
    | PageRow
    | Section
    | Footnote
    | Box
    | BoxItem
    | TableRow
    | TableCell
    | Repair
    | GlossaryTerm
    | ParallelText
    | CrosswalkLink
    | Discrepancy
    | Coverage
    | DocumentRow
)
