"""Templates of sentences: slots, groups of words, what may be left out."""

import pytest

from model.reader.language.sentence.form import Form, Vocabulary, first, forms
from model.reader.language.words.phrase import Phrase

WORDS = Vocabulary({"press": r"press|hit"}, {"number": r"\d+"}, r"\s+")


def slots(template: str, sentence: str, *names: str) -> list[str] | None:
    """Return what fills a template's slots, None where it does not fit."""
    form = Form(WORDS, template, lambda filled: [str(filled[name]) for name in names])
    return form.read(Phrase.read(sentence))


@pytest.mark.parametrize("sentence", ["press the key", "Hit   the key"])
def test_a_group_is_any_of_its_words_and_a_space_is_any_space(sentence: str) -> None:
    assert slots("<press> {target}", sentence, "target") == ["the key"]


@pytest.mark.parametrize(("sentence", "on"), [("press on x", "x"), ("press x", "x")])
def test_what_stands_in_brackets_may_be_left_out(sentence: str, on: str) -> None:
    assert slots("<press>[ on] {target}", sentence, "target") == [on]


def test_an_empty_slot_is_an_empty_phrase() -> None:
    assert slots("<press>[ {number} times]", "press", "number") == [""]


def test_a_slot_may_be_filled_as_another_kind_is() -> None:
    assert slots("{left:number}-{right:number}", "3-4", "left", "right") == ["3", "4"]
    assert slots("{left:number}-{right:number}", "3-x", "left") is None


def test_one_of_several() -> None:
    assert slots("(go|jump) to {target}", "jump to it", "target") == ["it"]


def test_a_quotation_fills_a_slot_as_a_whole() -> None:
    assert slots("<press> {target} twice", 'press "x twice" twice', "target") == ['"x twice"']


def test_the_first_form_that_does_not_decline_is_taken() -> None:
    known = forms(WORDS, [("<press> {x}", lambda _: None), ("{x}", lambda filled: str(filled["x"]))])
    assert first(known, Phrase("press y")) == "press y"
