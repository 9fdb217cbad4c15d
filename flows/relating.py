"""What descriptions say of each other that cannot be meant: it hinders nothing, but compares nothing either."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from flows.collection import Collection, Entry, Problem


def remarks(collection: Collection) -> list[Problem]:
    """What a person should look at in `translation_of` and `edition_of`, by document.

    A document in another collection may be meant, which a run may take in too; so these are remarks and no problems.
    """
    entries = {entry.source.id: entry for entry in (*collection.entries, *collection.described)}
    works = Counter(entry.source.edition_of for entry in entries.values())
    found: list[Problem] = []
    for _, entry in sorted(entries.items()):
        found += _on_translation(entry, entries)
        found += _on_edition(entry, entries, works)
    return found


def _on_translation(entry: Entry, entries: dict[str, Entry]) -> Iterator[Problem]:
    name, original = entry.source.id, entry.source.translation_of
    if original is None:
        return
    other = entries.get(original)
    if original == name:
        yield _remark(entry, "translation_of", "names the document itself", "Name the original, or take the line out")
    elif other is None:
        yield _remark(
            entry,
            "translation_of",
            f"names {original}, which is no document of this collection",
            "Correct it, or name the collection that has it as a further --sources of the run",
        )
    elif other.source.translation_of == name:
        yield _remark(
            entry,
            "translation_of",
            f"names {original}, which says in turn that it translates {name}",
            "Take the line out of the original's YAML",
        )


def _on_edition(entry: Entry, entries: dict[str, Entry], works: Counter[str | None]) -> Iterator[Problem]:
    name, work = entry.source.id, entry.source.edition_of
    if work is None or works[work] > 1:
        return
    other = entries.get(work)
    if other is not None and work != name and other.source.edition_of is None:
        return  # an edition of that document, which needs no line of its own
    if other is not None and work != name:
        yield _remark(
            entry,
            "edition_of",
            f"names {work}, which is an edition of {other.source.edition_of}",
            "Write the same edition_of into both",
        )
        return
    yield _remark(
        entry,
        "edition_of",
        f"is {work}, and no other document of this collection has the same",
        "Write the same word into the YAML of each edition, or leave it until there is another one",
    )


def _remark(entry: Entry, key: str, said: str, remedy: str) -> Problem:
    return Problem(entry.source.id, str(entry.description), f"'{key}' {said}", remedy, key)
