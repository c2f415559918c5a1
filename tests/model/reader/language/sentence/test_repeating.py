"""What instructions become that are done for each, or until something shows."""

from model.reader.language.sentence.repeating import for_each, scrolled_to
from model.reader.plan import IT, Click, Condition, ForEach, If, Scroll, Target, Type, WaitFor
from model.sight.element import Kind

TERMS = Target("Terms")
CLICK = Click(TERMS)


def test_scrolling_and_then_waiting_is_scrolling_until_it_shows() -> None:
    assert scrolled_to(Scroll("down"), WaitFor(TERMS)) == (Scroll("down", until=TERMS),)


def test_scrolling_and_clicking_what_is_seen_is_scrolling_until_it_shows() -> None:
    assert scrolled_to(Scroll("down"), If(Condition(TERMS), (CLICK,))) == (Scroll("down", until=TERMS), CLICK)


def test_scrolling_to_the_end_stays_as_it_is() -> None:
    assert scrolled_to(Scroll("down", to_end=True), WaitFor(TERMS)) == ()


def test_what_is_typed_first_for_each_is_typed_into_it() -> None:
    assert for_each(Target(shape="box"), [Type("0")]) == ForEach(Target(kind=Kind.FIELD), (Type("0", IT),))
