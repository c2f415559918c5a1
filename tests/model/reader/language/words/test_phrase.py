"""Stretches of a goal in which a quotation counts as one character."""

from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import MASK


def test_a_quotation_is_one_character_and_comes_back() -> None:
    phrase = Phrase.read('type "a, b" into “c”')
    assert phrase.words == f"type {MASK} into {MASK}"
    assert str(phrase) == 'type "a, b" into “c”'


def test_a_part_keeps_its_own_quotations() -> None:
    phrase = Phrase.read('click "a" then "b" then "c"')
    part = phrase[phrase.words.index("then") : phrase.words.rindex("then")]
    assert str(part) == 'then "b"'


def test_what_a_quotation_says_is_told_only_of_a_quotation_alone() -> None:
    assert Phrase.read('"a"').quotation == "a"
    assert Phrase.read('"a" b').quotation is None


def test_the_mark_itself_in_a_goal_is_no_quotation() -> None:
    assert MASK not in Phrase.read(f"click {MASK} now").words


def test_phrases_are_joined_with_their_quotations() -> None:
    assert str(Phrase.join([Phrase("click"), Phrase(""), Phrase.read('"a"')])) == 'click "a"'
