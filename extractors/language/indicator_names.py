"""Names of indicators in one form, so that the same name is the same in every document of a language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

import yaml

from extractors.targets.script_zh import simplified

Key = str | frozenset[str]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ABBREVIATION = re.compile(r"[(（][A-Za-z][A-Za-z0-9&.\-]{0,7}[)）]")
_MARKS = re.compile(r"[^\w.&%—-]+|_(?!\d)")
_TOKEN = re.compile(r"[a-z0-9][a-z0-9.&]*")
_OPTIONAL = re.compile(r"\(([^()]*)\)")
_PLURALS = (("ies", "y"), ("sses", "ss"), ("s", ""))
_NO_PLURAL = ("ss", "us", "is", "gas")
_PROVINCE = "(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区|特别行政区)?"


@cache
def vocabulary() -> Any:  # noqa: ANN401 -- YAML
    """`indicators.yaml` as it is."""
    text = (files("extractors.language") / "indicators.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 -- the safe loader, in C where there is one


def chinese_key(name: str) -> tuple[Key, bool]:
    """A Chinese name without idle words, and whether words of a change were among them."""
    forms = _chinese()
    text = unicodedata.normalize("NFKC", _ABBREVIATION.sub("", simplified(name)))
    text = _MARKS.sub("", text.lower())
    # Twice: what one form makes may be what another one reads.
    text = forms.written(forms.written(text))
    changed = forms.change.search(text) is not None
    return forms.idle.sub("", forms.change.sub("", text)), changed


def without_home(name: str, home: str) -> str:
    """A Chinese name without the region that it begins with, if the document's title names that region."""
    found = _chinese().region.match(simplified(name))
    return name[found.end() :] if found and found["region"] in simplified(home) else name


def english_key(name: str) -> tuple[Key, bool]:
    """The words of an English name without idle ones, and whether words of a change were among them."""
    forms = _english()
    text = unicodedata.normalize("NFKC", _ABBREVIATION.sub(" ", name)).lower().replace("-", " ")
    text = forms.written(forms.written(" ".join(text.split())))
    words = [forms.same.get(word, word) for word in map(_singular, _TOKEN.findall(text))]
    changed = any(word in forms.change_words for word in words)
    return frozenset(w for w in words if w not in forms.idle_words and w not in forms.change_words), changed


def name_key(name: str, language: str) -> tuple[Key, bool]:
    """A name in the form that names of its language are compared in, and whether it speaks of a change."""
    return chinese_key(name) if language.startswith("zh") else english_key(name)


def variants(pattern: str) -> Iterator[str]:
    """Every name that a pattern stands for: words in brackets may be missing, a bar separates choices."""
    pieces = _OPTIONAL.split(pattern)
    choices = [(piece,) if n % 2 == 0 else ("", *piece.split("|")) for n, piece in enumerate(pieces)]
    return ("".join(chosen) for chosen in product(*choices))


def parts_an_indicator(scope: str, language: str) -> bool:
    """Whether a scope makes another indicator of a name: rural income is not income."""
    if language.startswith("zh"):
        return any(word in scope for word in vocabulary()["zh_forms"]["parting"])
    return not set(map(_singular, _TOKEN.findall(scope.lower()))).isdisjoint(vocabulary()["en_forms"]["parting"])


def _singular(word: str) -> str:
    word = word.strip(".&")
    if len(word) > 3 and not word.endswith(_NO_PLURAL):
        for ending, instead in _PLURALS:
            if word.endswith(ending):
                return word[: -len(ending)] + instead
    return word


class _Forms:
    """What is done to names of one language."""

    def __init__(self, forms: Mapping[str, Any], *, whole_words: bool) -> None:
        self._alike: dict[str, str] = {
            str(k).replace("-", " ") if whole_words else str(k): v for k, v in forms["alike"].items()
        }
        self._written = _any_of(self._alike, whole_words=whole_words)
        self.change = _any_of(forms["change"], whole_words=whole_words)
        self.idle = _any_of(forms["idle"], whole_words=whole_words)
        self.region = re.compile(f"(?P<region>{'|'.join(forms.get('regions', ('(?!)',)))}){_PROVINCE}")
        self.change_words = frozenset(map(_singular, forms["change"]))
        self.idle_words = frozenset(forms["idle"])
        self.same: Mapping[str, str] = forms.get("same", {})

    def written(self, text: str) -> str:
        return self._written.sub(lambda m: self._alike[m.group()], text)


def _any_of(words: Iterable[str], *, whole_words: bool) -> re.Pattern[str]:
    longest_first = "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<![a-z0-9])(?:{longest_first})(?![a-z0-9])" if whole_words else longest_first)


@cache
def _chinese() -> _Forms:
    return _Forms(vocabulary()["zh_forms"], whole_words=False)


@cache
def _english() -> _Forms:
    return _Forms(vocabulary()["en_forms"], whole_words=True)
