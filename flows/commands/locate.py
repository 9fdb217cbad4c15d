"""`guihua locate`: the place that a published value was read from, drawn or quoted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from extractors.errors import UsageError
from flows.drawing import draw
from flows.locating import Located, locate, open_release, source_file
from flows.pointing import point, shown
from flows.printed_words import printed_at
from flows.single import read_single

_TOLD = {
    "numeric_targets": ("indicator", "comparator", "value", "unit", "target_year"),
    "indicators": ("indicator", "base_value_text", "target_text", "change_text", "unit"),
    "footnotes": ("number", "footnote_kind"),
}
"""What a row says, beside its words: a person compares it with the place that is shown."""


def locate_and_show(
    name: str, picture: Path | None, release_folder: Path | None, output: Path, sources: Sequence[Path]
) -> None:
    """Print where a row was read; draw it where that is a page of a PDF.

    Raises:
        UsageError: if no row has the id, it has no place, its source is not there or has changed, or the picture's
            name says that it is none.
        ReadError: if the source cannot be read or drawn any more.
    """
    if picture is not None and picture.suffix.lower() != ".png":
        remedy = f"Call it {picture.with_suffix('.png').name}"
        raise UsageError("a place is drawn as PNG, and the name says otherwise", file=str(picture), remedy=remedy)
    rows = locate(open_release(release_folder, output), name)
    path = source_file(rows[0].document, sources)
    for row in rows:
        _print(row, path)
    if rows[0].document["media_type"] != "application/pdf":
        _point(path, rows)
        if picture is not None:
            click.echo(f"guihua: {path.name}: a text is shown, not drawn; {picture} was not written", err=True)
        return
    regions = [region for row in rows for region in row.regions]
    if not regions:
        raise UsageError(
            f"{name} has no regions: the rows of {rows[0].dataset} say no more than page and characters",
            file=str(path),
            remedy="Locate one of the values, items or tables that stand there",
        )
    if picture is None:
        click.echo("Draw it with --output FILE.png")
        return
    from publishers.storage import replace

    replace(picture, draw(path, regions))
    click.echo(str(picture))


def _print(row: Located, path: Path) -> None:
    """What was read and where, in words."""
    page = row.fields.get("page")
    pages = sorted({region.page for region in row.regions}) or ([page] if page is not None else [])
    places = [f"page {', '.join(map(str, pages))}"] if pages else []
    places += [f"characters {row.span[0]}-{row.span[1]}"] if row.span else []
    click.echo(f"{row.dataset} {row.key}")
    click.echo(f"{row.document['file']}: {', '.join(places) or 'no place is known'}")
    told = [f"{name} {row.fields[name]}" for name in _TOLD.get(row.dataset, ()) if row.fields.get(name) is not None]
    if told:
        click.echo(f"  {shown('; '.join(told))}")
    words = _without_notes(row)
    if not words and row.regions and row.document["media_type"] == "application/pdf":
        words = printed_at(path, row.regions)  # the release may not quote; the person has the source at hand
    if words:
        click.echo(f"  {shown(' '.join(words.split()))}")


def _without_notes(row: Located) -> str:
    """The words of a row, an ellipsis in the place of the footnotes that a page sets between them."""
    if row.span is None or len(row.words) != row.span[1] - row.span[0]:
        return row.words  # a name, a title: not the text of its place
    pieces, at = [], row.span[0]
    for start, end in row.notes:
        pieces.append(row.words[at - row.span[0] : start - row.span[0]])
        at = end
    pieces.append(row.words[at - row.span[0] :])
    return " […] ".join(pieces)


def _point(path: Path, rows: Sequence[Located]) -> None:
    spans = [(row.span, row.number or row.span) for row in rows if row.span]
    if not spans:
        raise UsageError(
            f"{rows[0].key} has no place: the rows of {rows[0].dataset} name no characters of a text",
            file=str(path),
            remedy="Locate one of the values that stand there",
        )
    document = read_single(path)
    for span, mark in spans:
        if span and mark:
            click.echo("\n".join(point(document, span, mark)))
