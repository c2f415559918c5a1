"""One condition and several: what is done where they hold, and where they do not."""

from model.reader.language.sentence.conditions import Compound, of_box, read_compound
from model.reader.language.words.phrase import Phrase
from model.reader.plan import Check, Condition, If, Press, Target
from model.sight.element import Kind

A, B = Condition(Target("A")), Condition(Target("B"))
DO, ELSE = Press(("enter",)), Press(("esc",))


def test_what_is_done_if_both_hold_is_done_under_both() -> None:
    assert Compound((A, B)).choose([DO], [ELSE]) == If(A, (If(B, (DO,), (ELSE,)),), (ELSE,))


def test_of_two_either_is_enough() -> None:
    assert Compound((A, B), any=True).choose([DO], [ELSE]) == If(A, (DO,), (If(B, (DO,), (ELSE,)),))


def test_not_both_is_one_of_them_not() -> None:
    denied = -Compound((A, B))
    assert denied.any
    assert not any(condition.holds for condition in denied.conditions)


def test_a_subject_is_shared() -> None:
    read = read_compound(Phrase("the Save button is visible and enabled"))
    assert read
    assert [condition.property for condition in read.conditions] == ["visible", "enabled"]
    assert len({condition.target for condition in read.conditions}) == 1


def test_two_of_which_one_cannot_be_seen_are_none() -> None:
    assert read_compound(Phrase("A is visible and it rains")) is None


def test_an_empty_box_that_is_ticked_then_is_one_that_is_not_checked() -> None:
    box = Target(kind=Kind.FIELD)
    condition, then = of_box(Compound((Condition(box, "empty"),)), [Check((box,))])
    checkbox = Target(kind=Kind.CHECKBOX)
    assert condition == Compound((Condition(checkbox, "checked", holds=False),))
    assert list(then) == [Check((checkbox,))]
