"""A sentence that a page's end parts is the same sentence, with the page's foot inside its quote."""

from __future__ import annotations

from quality.likeness import interrupted


def test_a_page_foot_inside_a_sentence() -> None:
    sentence = "That brings it to 10% at the end."
    assert interrupted(sentence, "That\n\n1 Note: A long note below the text.\n\n7\nbrings it to 10% at the end.")


def test_other_sentences_are_not_the_same() -> None:
    sentence = "That brings it to 10% at the end."
    assert not interrupted(sentence, sentence)
    assert not interrupted(sentence, sentence + " More follows.")
    assert not interrupted(sentence, "That adds 10% to what stood at the end.")
    assert not interrupted(sentence, None)
