"""Names of places on which editions disagree, and places that one edition spells in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.checks.material import Finding
from extractors.language.place_names import proper_part
from extractors.language.place_sounds import folded
from extractors.language_records import CrosswalkLink


def places(links: Sequence[CrosswalkLink]) -> Iterator[tuple[str, Finding]]:
    """What links between places show, each with the document it is about: that of less authority, on the right.

    Args:
        links: Links of kind `place`, of all editions of a work; others are passed over.

    Yields:
        `place_differs` where only the position in a list says that two names are one place, `place_spelling` where
        two editions spell a name differently, and `place_spelled_two_ways` where one edition does; each pair of names
        once, where it is first seen.
    """
    mine = [link for link in links if link.link_kind == "place"]
    yield from _between(mine)
    yield from _within(mine)


def _between(links: Sequence[CrosswalkLink]) -> Iterator[tuple[str, Finding]]:
    seen: set[tuple[str, str, str, str]] = set()
    for link in links:
        left, right = link.left_text or "", link.right_text or ""
        key = (link.left_document_id, left, link.right_document_id, right)
        if key in seen:
            continue
        seen.add(key)
        if link.agreement == "differs":
            what = f"{right} stands where {link.left_document_id} has {left} in the same list; they are not one name."
            yield link.right_document_id, _finding("place_differs", link, what)
        elif _other_spelling(left, right):
            what = f"One place is spelled {right} here and {left} in {link.left_document_id}."
            yield link.right_document_id, _finding("place_spelling", link, what)


def _other_spelling(left: str, right: str) -> bool:
    """Whether two Latin names are spelled apart, and neither is merely a longer form of the other."""
    if not (left.isascii() or right.isascii()) or _is_chinese(left) or _is_chinese(right):
        return False
    one, other = folded(proper_part(left)), folded(proper_part(right))
    return not (one.startswith(other) or other.startswith(one))


def _is_chinese(name: str) -> bool:
    return any("\u3400" <= character <= "\u9fff" for character in name)


def _within(links: Sequence[CrosswalkLink]) -> Iterator[tuple[str, Finding]]:
    """Two spellings in one document of what another edition calls by one name."""
    first: dict[tuple[str, str, str], tuple[str, int, int]] = {}
    told: set[tuple[str, str, str]] = set()
    for link in links:
        sides = (
            (link.left_document_id, link.left_text, link.left_char_start, link.left_char_end),
            (link.right_document_id, link.right_text, link.right_char_start, link.right_char_end),
        )
        for (document, text, start, end), (other, name, _, _) in (sides, sides[::-1]):
            if not text or not name or start is None or end is None or link.agreement == "differs":
                continue
            known = first.setdefault((document, other, name), (text, start, end))
            if _other_spelling(known[0], text) and (document, known[0], text) not in told:
                told |= {(document, known[0], text), (document, text, known[0])}
                what = f"{text} is spelled {known[0]} in another place of the document; {other} has {name}."
                yield document, Finding("place_spelled_two_ways", what, start, end, text, known[0], *known[1:])
                first[document, other, name] = (text, start, end)


def _finding(check: str, link: CrosswalkLink, what: str) -> Finding:
    return Finding(
        check,
        what,
        link.right_char_start,
        link.right_char_end,
        link.right_text,
        link.left_text,
        link.left_char_start,
        link.left_char_end,
        link.left_document_id,
    )
