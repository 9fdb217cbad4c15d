"""What stands around the text of a document that tests write: headers, page numbers, marks at the side."""

from __future__ import annotations

from written_lines import width_of
from written_manner import Manner, Mark, Sheet, Written

_SMALL = 0.85  # of the text's size
_TITLES = {"en": "Development Plan of the Province", "zh": "全省发展规划纲要"}
_SIDES = {"en": "Draft for discussion", "zh": "内部资料 注意保存"}
_WATERMARKS = {"en": "CONFIDENTIAL", "zh": "征求意见稿"}


def furnish(out: Written) -> None:
    """Put headers, numbers and marks on every page, as the document's manner has them."""
    for index, (sheet, chapter) in enumerate(zip(out.sheets, _chapters(out), strict=True)):
        _header(out.manner, sheet, index, chapter)
        _number(out.manner, sheet, index, len(out.sheets))
        _marks(out.manner, sheet)


def _chapters(out: Written) -> list[str]:
    """The title of the last chapter that begins before each page's end."""
    current, found = out.titles[0], []
    for sheet in out.sheets:
        large = [mark.text for mark in sheet.marks if mark.size > 1.3 * out.manner.size]
        current = next((t for text in reversed(large) for t in out.titles if text.endswith(t)), current)
        found.append(current)
    return found


def _header(manner: Manner, sheet: Sheet, index: int, chapter: str) -> None:
    title, number = _TITLES[manner.language], manner.first_number + index
    text = {
        "none": "",
        "title": title,
        "ruled": title,
        "alternating": title if index % 2 else chapter,
        "chapter": chapter,
        "chapter_number": f"{chapter}  {number}" if index % 2 else f"{number}  {chapter}",
    }[manner.header]
    size, y, right = _SMALL * manner.size, 0.6 * manner.foot, manner.width - manner.margin
    if text:
        x = manner.margin if index % 2 == 0 else right - width_of(text, manner.font, size)
        sheet.marks.insert(0, Mark(x, y, text, manner.font, size))
    if manner.header == "ruled":
        sheet.rules.append((manner.margin, y + 5, right, y + 5))


def _number(manner: Manner, sheet: Sheet, index: int, pages: int) -> None:
    number, total = manner.first_number + index, manner.first_number + pages - 1
    text = {
        "none": "",
        "dashes": f"- {number} -",
        "long_dashes": f"— {number} —",
        "of": f"Page {number} of {total}" if manner.language == "en" else f"第{number}页 共{total}页",
        "slash": f"{number}/{total}",
        "roman": _roman(number),
    }.get(manner.footer, str(number))
    if not text or manner.header == "chapter_number":
        return
    size = _SMALL * manner.size
    wide, right = width_of(text, manner.font, size), manner.width - manner.margin
    x, base = (manner.width - wide) / 2, manner.height - 0.5 * manner.foot
    if manner.footer == "alternating":
        x = manner.margin if index % 2 == 0 else right - wide
    if manner.footer == "head":
        x = manner.margin if index % 2 else right - wide
        base = 0.6 * manner.foot - (0 if manner.header == "none" else 1.3 * size)
    sheet.marks.append(Mark(x, base, text, manner.font, size))


def _marks(manner: Manner, sheet: Sheet) -> None:
    if manner.side:
        sheet.marks.append(Mark(22, 0.6 * manner.height, _SIDES[manner.language], manner.font, 8, 90))
    if manner.watermark:
        text = _WATERMARKS[manner.language]
        sheet.marks.insert(0, Mark(0.25 * manner.width, 0.7 * manner.height, text, manner.font, 60, 45))


def _roman(number: int) -> str:
    out = ""
    for value, sign in ((90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            out, number = out + sign, number - value
    return out
