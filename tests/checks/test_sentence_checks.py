"""Full stops, subjects and texts that break off."""

from __future__ import annotations

from checked_texts import Checking

HABIT = [f"We will widen harbour {name} and its roads. It is due soon." for name in "ABCDEFG"]


def document(*paragraphs: str) -> str:
    return "Chapter 1 Harbours\n\n" + "\n\n".join(paragraphs) + "\n"


def test_a_sentence_that_begins_within_another_has_lost_a_full_stop(checked: Checking) -> None:
    text = document(*HABIT, "We will plan the canals and their locks We will then dig them. We will fill them.")
    assert checked(text).spans("missing_full_stop") == ["and their locks We"]


def test_a_paragraph_without_a_full_stop_is_told_where_the_others_have_one(checked: Checking) -> None:
    odd = "We will keep the beacons lit along the whole coast. We will raise new ones on the outer islands"
    assert len(checked(document(*HABIT, odd, "Chapter 2 Islands", *HABIT)).of("text_ends_open")) == 1


def test_headlines_and_short_lines_end_open_by_right(checked: Checking) -> None:
    assert not checked(document(*HABIT, "Harbours of the north", *HABIT)).of("text_ends_open")


def test_a_last_paragraph_that_stops_in_a_sentence_breaks_off(checked: Checking) -> None:
    odd = "We will keep the beacons lit along the whole coast. We will raise new ones on the"
    assert len(checked(document(*HABIT, odd)).of("text_breaks_off")) == 1


def test_a_caption_at_the_end_breaks_nothing_off(checked: Checking) -> None:
    assert not checked(document(*HABIT, "Figure 3. Harbours by depth. All figures of the port office")).of(
        "text_breaks_off"
    )


def test_a_paragraph_without_the_subject_of_all_others_is_told(checked: Checking) -> None:
    paragraphs = [f"We will widen harbour {n} at once. We will keep it." for n in range(2, 26)]
    text = document(*paragraphs, "Widen the outer harbour of the island and keep its beacons lit for ships.")
    assert checked(text).spans("missing_subject") == ["Widen the outer harbour of the island and keep its beacons"]


def test_a_document_of_bare_verbs_has_its_own_style(checked: Checking) -> None:
    paragraphs = [f"We will widen harbour {n} at once." for n in range(2, 26)]
    bare = [f"Widen quay {n} at once and keep its beacons lit." for n in range(2, 20)]
    assert not checked(document(*paragraphs, *bare)).of("missing_subject")
