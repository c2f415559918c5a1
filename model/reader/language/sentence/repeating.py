"""What instructions become that are done several times, or until something is so. Knows no words."""

from collections.abc import Sequence
from dataclasses import replace

from model.reader.language.things.nouns import as_field
from model.reader.plan import (
    IT,
    Clear,
    Condition,
    ForEach,
    If,
    Instruction,
    Pause,
    Repeat,
    Scroll,
    Target,
    Type,
    WaitFor,
)

_LOOK_AGAIN = 1.0  # seconds between two looks


def repeated(body: Sequence[Instruction], times: int) -> Instruction:
    """Return instructions done so many times; scrolling counts its notches."""
    match body:
        case [Scroll() as scroll]:
            return replace(scroll, notches=times)
        case _:
            return Repeat(tuple(body), times)


def until(body: Sequence[Instruction], condition: Condition) -> Instruction:
    """Return instructions done until a condition holds; waiting until something shows is an instruction of its own."""
    match body:
        case [Scroll() as scroll] if condition.property == "visible" and condition.holds:
            return replace(scroll, until=condition.target)
        case [ForEach() as loop]:
            return replace(loop, until=condition)
        case [Pause()]:
            return waiting(condition)
        case _:
            return Repeat(tuple(body), 0, condition)


def waiting(condition: Condition) -> Instruction:
    """Return a wait until a condition holds."""
    if condition.property == "visible":
        return WaitFor(condition.target, gone=not condition.holds)
    return Repeat((Pause(_LOOK_AGAIN),), 0, condition)


def for_each(each: Target, body: Sequence[Instruction], limit: int = 0) -> ForEach:
    """Return instructions done for each; what is typed first is typed into it."""
    match body:
        case [Type(target=None) | Clear(target=None) as first, *rest]:
            return ForEach(as_field(each), (replace(first, target=IT), *rest), limit=limit)
        case _:
            return ForEach(each, tuple(body), limit=limit)


def scrolled_to(first: Instruction, then: Instruction) -> tuple[Instruction, ...]:
    """Return scrolling until something shows and what is then done: "scroll down, when you see X click it"."""
    match first, then:
        case Scroll(until=None, to_end=False, notches=Scroll.notches), WaitFor(target, gone=False):
            return (replace(first, until=target),)
        case Scroll(until=None, to_end=False, notches=Scroll.notches), If(Condition(target, "visible"), do, ()):
            return (replace(first, until=target), *do) if then.condition.holds else ()
        case _:
            return ()


def goes_on(first: Instruction, then: Instruction) -> bool:
    """Say whether scrolling is only told again, until something shows: "scroll down, until you see X"."""
    match first, then:
        case Scroll(until=None, to_end=False, notches=Scroll.notches), Scroll(until=Target()):
            return first.direction == then.direction and first.target in (None, then.target)
        case _:
            return False
