"""Characters that a font's tables give in place of ordinary ones: ligatures and radicals that stand for Han."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from extractors.repair.edits import Edit

# Latin ligatures; Kangxi radicals and compatibility ideographs, which look like Han and match none.
_STAND_INS = re.compile("[\ufb00-\ufb06\u2e9f\u2ef3\u2f00-\u2fd5\uf900-\ufaff]")


def stand_ins(line: str) -> Iterator[Edit]:
    """Each such character as what it stands for (Unicode's compatibility decomposition, UAX 15)."""
    for match in _STAND_INS.finditer(line):
        plain = unicodedata.normalize("NFKC", match[0])
        if plain != match[0]:
            yield Edit(match.start(), match.end(), plain, "compatibility_character", "stand_in_of_a_font")
