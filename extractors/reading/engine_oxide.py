"""PDF pages through pdf_oxide, which repairs damaged files that pdfium gives up on."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pdf_oxide

from extractors.errors import ReadError
from extractors.reading.engine import Char, EngineName, Fill, PageContent, PageError, Picture, Rule
from extractors.reading.page_turn import PageTurn
from extractors.reading.shapes import Point, filled, on_page, stroked

_REMEDY_DAMAGED = "Open it in a PDF viewer and save it anew, or fetch it again from where it came from"
_REMEDY_PASSWORD = "Save a copy of it without password"  # noqa: S105 a sentence, no secret
_DESCENT = 0.22  # of the font size below the base line, as for every engine
_BOLD = frozenset({"Bold", "SemiBold", "ExtraBold", "Black", "Heavy", "DemiBold", "UltraBold"})
_MOST_OPERATIONS = 60_000  # a page; a map has more, a table does not
_REPEATED = 0.2  # font sizes within which the same character drawn again is the same, made heavier
_LETTER = (0.0, 0.0, 612.0, 792.0)


class OxideEngine:
    """Opens PDFs with pdf_oxide."""

    name: EngineName = "oxide"

    def open(self, path: Path) -> OxideFile:
        """Open a file with the empty password.

        Raises:
            ReadError: `password_required`, `damaged` or `no_pages`.
        """
        pdf_oxide.disable_logging()
        try:
            pdf = pdf_oxide.PdfDocument(str(path))
            # It opens encrypted files as pages without characters: ask before any page is looked at.
            encrypted = pdf.permissions() is not None
            locked = encrypted and not pdf.authenticate("")
            count = 0 if locked else int(pdf.page_count())
            unknown = encrypted and count > 0 and _is_ciphered(pdf)
        except (RuntimeError, ValueError, OSError) as error:
            if "ncrypt" in str(error) or "assword" in str(error):
                raise _locked(path.name) from error
            raise ReadError("damaged", "the PDF cannot be opened", file=path.name, remedy=_REMEDY_DAMAGED) from error
        if locked:
            raise _locked(path.name)
        if unknown:
            raise _locked(path.name, "the PDF is encrypted in a way that pdf_oxide cannot open")
        if count < 1:
            raise ReadError("no_pages", "the PDF has no pages", file=path.name, remedy=_REMEDY_DAMAGED)
        return OxideFile(pdf, count)


def _is_ciphered(pdf: pdf_oxide.PdfDocument) -> bool:
    """Whether nothing can be read of the first page although the password was taken: its cipher is not known."""
    return not pdf.extract_chars(0) and _images(pdf, 0) is None


def _images(pdf: pdf_oxide.PdfDocument, index: int) -> Sequence[Mapping[str, Any]] | None:
    """The images of a page, or null where one of them cannot be unpacked."""
    try:
        return list(pdf.page_images(index))
    except (RuntimeError, ValueError, OSError, IndexError):
        return None


def _locked(file: str, message: str = "the PDF is encrypted") -> ReadError:
    return ReadError("password_required", message, file=file, remedy=_REMEDY_PASSWORD)


class OxideFile:
    """A PDF open in pdf_oxide."""

    def __init__(self, pdf: pdf_oxide.PdfDocument, count: int) -> None:
        self._pdf = pdf
        self.page_count = count

    def page(self, number: int) -> PageContent:
        """Content of a page, 1-based.

        Raises:
            PageError: pdf_oxide cannot read it.
        """
        index = number - 1
        try:
            turn = self._turn(index)
            chars = _chars(self._pdf.extract_chars(index), turn)
            rules, fills = _shapes(self._pdf.extract_paths(index), turn)
            images = _images(self._pdf, index)
        except (RuntimeError, ValueError, OSError, IndexError) as error:
            raise PageError(f"pdf_oxide cannot read it ({type(error).__name__})") from error
        if images is None and not chars:
            raise PageError("pdf_oxide cannot read it")
        width, height = turn.size
        return PageContent(
            number=number,
            width=width,
            height=height,
            rotation=turn.rotation,
            chars=chars,
            rules=rules,
            fills=fills,
            pictures=_pictures(images or (), turn),
            problems=("its pictures cannot be read",) if images is None else (),
        )

    def _turn(self, index: int) -> PageTurn:
        media = _sorted(self._pdf.page_media_box(index) or _LETTER)
        crop = _sorted(self._pdf.page_crop_box(index) or media)
        x0, y0, x1, y1 = max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3])
        if x1 <= x0 or y1 <= y0:  # nothing of it on the page: viewers show the media box
            x0, y0, x1, y1 = media if media[2] > media[0] and media[3] > media[1] else _LETTER
        return PageTurn(x0, y0, x1, y1, int(self._pdf.page_rotation(index)) % 360 // 90 * 90)

    def close(self) -> None:
        """Release the file."""
        del self._pdf


def _sorted(box: Sequence[float]) -> tuple[float, float, float, float]:
    a, b, c, d = (float(v) for v in box)
    return (min(a, c), min(b, d), max(a, c), max(b, d))


def _chars(found: Iterable[Any], turn: PageTurn) -> list[Char]:
    """pdf_oxide's characters; their boxes are x, y, width, height from the base line, before rotation."""
    width, height = turn.size
    fonts: dict[str, str] = {}
    seen: dict[tuple[str, int, int], tuple[float, float]] = {}
    out: list[Char] = []
    for char in found:
        x, y, advance, _ = char.bbox
        size, text, angle = abs(char.font_size), char.char, char.rotation_degrees
        place = (text, round(x), round(y))
        before = seen.get(place)
        if before and text.strip() and max(abs(before[0] - x), abs(before[1] - y)) < _REPEATED * size:
            continue
        seen[place] = (x, y)
        name = char.font_name
        if name not in fonts:
            fonts[name] = name[7:] if len(name) > 7 and name[6] == "+" else name
        # Along the base line by the advance, across it by the font size.
        dx, dy = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        xs = [x + along * dx - up * dy for along in (0, advance) for up in (-_DESCENT * size, (1 - _DESCENT) * size)]
        ys = [y + along * dy + up * dx for along in (0, advance) for up in (-_DESCENT * size, (1 - _DESCENT) * size)]
        x0, top, x1, bottom = turn.box(min(xs), min(ys), max(xs), max(ys))
        direction = turn.direction(dx, dy)
        hidden = not (x1 > 0 and x0 < width and bottom > 0 and top < height)
        bold = char.font_weight in _BOLD
        out.append(Char(text, x0, top, x1, bottom, size, fonts[name], bold, direction == 0, hidden, direction or 0))
    return out


def _shapes(paths: Iterable[Mapping[str, Any]], turn: PageTurn) -> tuple[list[Rule], list[Fill]]:
    rules: list[Rule] = []
    fills: list[Fill] = []
    left = _MOST_OPERATIONS
    for path in paths:
        left -= len(path["operations"])
        if left < 0:
            break
        # Clips and fills in a pattern have no colour at all; they are drawn in black as often as not.
        is_stroked = path["stroke_color"] is not None
        for points in _subpaths(path["operations"], turn):
            if is_stroked:
                rules += [r for r in stroked(points, float(path["stroke_width"])) if on_page(r, *turn.size)]
            if path["fill_color"] is not None or not is_stroked:
                shape = filled(points, path["fill_color"])
                if isinstance(shape, Fill) and on_page(shape, *turn.size):
                    fills.append(shape)
                elif isinstance(shape, Rule) and on_page(shape, *turn.size):
                    rules.append(shape)
    return rules, fills


def _subpaths(operations: Iterable[Mapping[str, Any]], turn: PageTurn) -> list[list[Point]]:
    parts: list[list[Point]] = []
    current: list[Point] = []
    for operation in operations:
        kind = operation["op"]
        if kind == "rectangle":
            x, y = operation["x"], operation["y"]
            x_end, y_end = x + operation["width"], y + operation["height"]
            corners = ((x, y), (x_end, y), (x_end, y_end), (x, y_end), (x, y))
            parts.append([_moved(turn, *corner) for corner in corners])
        elif kind == "line_to":
            current.append(_moved(turn, operation["x"], operation["y"]))
        elif kind == "close_path":
            if len(current) > 1:
                parts.append([*current, current[0]])
                current = [current[0]]
        else:  # a new start, or a curve: its end begins the next straight stretch
            if len(current) > 1:
                parts.append(current)
            point = (operation.get("x", operation.get("x3")), operation.get("y", operation.get("y3")))
            current = [] if point[0] is None or point[1] is None else [_moved(turn, point[0], point[1])]
    if len(current) > 1:
        parts.append(current)
    return parts


def _moved(turn: PageTurn, x: float, y: float) -> Point:
    a, b, c, d, e, f = turn.matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _pictures(images: Iterable[Mapping[str, Any]], turn: PageTurn) -> list[Picture]:
    found = []
    for image in images:
        box = image.get("bbox")
        if box is not None:
            x, y, width, height = box
            found.append(Picture(*turn.box(x, y, x + width, y + height)))
    return found
