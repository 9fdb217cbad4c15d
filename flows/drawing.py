"""A picture of the places on a PDF's pages where something is printed, for a person to check."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import closing
from itertools import groupby
from math import sqrt
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.document import Region
from extractors.errors import ReadError

if TYPE_CHECKING:
    from PIL.Image import Image

_SCALE = 2.0  # pixels a point: small print can be read
_MOST_PIXELS = 40e6  # of one page; larger ones are drawn smaller
_MARGIN = 60.0  # points of the page above and below the marks
_FILL, _FRAME = (255, 210, 0, 70), (215, 30, 30, 255)
_AROUND = 1.5  # points between print and frame
_GAP, _GREY = 12, (150, 150, 150)


def draw(path: Path, regions: Sequence[Region]) -> bytes:
    """A PNG of the stretches of the pages that the regions lie on, one below the other, with frames around them.

    Raises:
        ReadError: if the PDF or one of the pages cannot be drawn.
    """
    import pypdfium2

    in_order = sorted(regions, key=attrgetter("page"))
    try:
        with closing(pypdfium2.PdfDocument(path)) as document:
            pieces = [_piece(document, page, list(on_page)) for page, on_page in groupby(in_order, attrgetter("page"))]
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise ReadError(
            "damaged", f"the page cannot be drawn ({error})", file=path.name, remedy="Look at it in a PDF viewer"
        ) from error
    return _png(_stacked(pieces))


def _piece(document: Any, number: int, regions: Sequence[Region]) -> Image:  # noqa: ANN401 -- it has no types
    """The stretch of a page that holds its regions, marked."""
    from PIL import Image, ImageDraw

    with closing(document[number - 1]) as page:
        width, height = page.get_size()
        scale = min(_SCALE, sqrt(_MOST_PIXELS / max(width * height, 1)))
        with closing(page.render(scale=scale)) as bitmap:
            drawn = bitmap.to_pil().convert("RGBA")
    marks = Image.new("RGBA", drawn.size)
    pen = ImageDraw.Draw(marks)
    for region in regions:
        corners = (region.x0 - _AROUND, region.top - _AROUND, region.x1 + _AROUND, region.bottom + _AROUND)
        pen.rectangle([scale * c for c in corners], fill=_FILL, outline=_FRAME, width=max(1, round(scale)))
    top = max(0, round(scale * (min(r.top for r in regions) - _MARGIN)))
    bottom = min(drawn.height, round(scale * (max(r.bottom for r in regions) + _MARGIN)))
    marked: Image.Image = Image.alpha_composite(drawn, marks).convert("RGB")
    return marked.crop((0, min(top, drawn.height - 1), drawn.width, max(bottom, top + 1)))


def _stacked(pieces: Sequence[Image]) -> Image:
    from PIL import Image

    width = max(piece.width for piece in pieces)
    height = sum(piece.height for piece in pieces) + _GAP * (len(pieces) - 1)
    whole = Image.new("RGB", (width, height), _GREY)
    y = 0
    for piece in pieces:
        whole.paste(piece, (0, y))
        y += piece.height + _GAP
    return whole


def _png(picture: Image) -> bytes:
    content = io.BytesIO()
    picture.save(content, format="PNG")
    return content.getvalue()
