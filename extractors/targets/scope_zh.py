"""The place that a Chinese quantity holds for, where it is not the whole of the document's."""

from __future__ import annotations

import re

from extractors.targets.clauses_zh import Frame
from extractors.targets.lexicon_zh import vocabulary
from extractors.targets.statement import Context

_PLACE = re.compile(
    r"^[在向]([\u4e00-\u9fff、（）]{2,16}?(?:地区|流域|省|市|县|区))(?![外内级属会域新])"
    r"|^[在向对]?([\u4e00-\u9fff]{1,8}?(?:流域|高原|平原|三角洲|自治区)|(?:东|西|中)部地区|东北地区)(?![新区])"
)
# Words that end like a place and are none.
_NO_PLACE = re.compile("^(?:中?小流域|.*(?:城市|社区|园区|景区|小区|都市|校区|院区|灾区|牧区|林区|街区|库区))$|和|就业")


def scope(framed: Frame, context: Context) -> str | None:
    """The place that the clause begins with, or that the item of a box is headed with."""
    ends = tuple(vocabulary("meaning")["place_ends"])
    if (place := _PLACE.match(framed.subject)) and not _NO_PLACE.search(named := place.group(1) or place.group(2)):
        return named
    if context.item_title and context.item_title.endswith(ends):
        return context.item_title
    return None
