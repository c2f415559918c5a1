"""Puts what is told into the place that is named before it: "In the Edit menu, choose Preferences"."""

from dataclasses import replace

from model.reader.language.making.pointing import through_menu
from model.reader.language.sentence.step import Step, Steps
from model.reader.language.things.meaning import placed_in
from model.reader.language.things.nouns import as_field
from model.reader.plan import (
    Button,
    Check,
    Clear,
    Click,
    Drag,
    Edit,
    Expand,
    ForEach,
    Hover,
    Relating,
    Scroll,
    Select,
    SetValue,
    Target,
    Tell,
    Type,
)
from model.sight.element import Kind


def located(steps: Steps, place: Target) -> Steps | None:
    """Return steps done in a place, None where they cannot be; one that everything is in changes nothing."""
    if place in (Target(), Target(kind=Kind.LIST_ITEM)):
        return steps
    there: list[Step] = []
    for step in steps:
        if not (inside := _located(step, place)):
            return None
        there += inside
    return there


def pressed_with(steps: Steps, button: Button) -> Steps:
    """Return clicks with another button of the mouse; nothing where these are none."""
    pressed = [replace(step, button=button) for step in steps if isinstance(step, Click)]
    return pressed if len(pressed) == len(steps) else []


def _located(step: Step, place: Target) -> list[Step]:
    match step:
        case Type(target=None) | Clear(target=None) | Scroll(target=None):
            return [replace(step, target=as_field(place))]
        case Edit(target=Target() as target):
            return [replace(step, target=within(target, place))]
        case Edit(command="paste", target=None):
            return [replace(step, target=as_field(place))]
        case Select(options=(target,), which="these") if place.kind is Kind.MENU:
            return [Click(entry) for entry in through_menu(within(target, place))]
        case Select(source=None):
            return [replace(step, source=place)]
        case Click(target) if not target.it:
            return [replace(step, target=entry) for entry in through_menu(within(target, place))]
        case SetValue(target=target) | Expand(target=target) | Clear(target=Target() as target):
            return [replace(step, target=within(target, place))]
        case Drag(source=source):
            return [replace(step, source=within(source, place))]
        case Check(targets=(), within=None):
            return [replace(step, within=place)]
        case Check(targets=targets) if targets:
            return [replace(step, targets=tuple(within(target, place) for target in targets))]
        case Type(target=Target() as field):
            return [replace(step, target=within(field, place))]
        case Tell(target=target, condition=None):
            return [replace(step, target=within(target, place))]
        case Hover(target):
            return [Hover(within(target, place))]
        case ForEach(each):
            return [replace(step, each=within(each, place))]
        case _:
            return []


def within(target: Target, place: Target) -> Target:
    """Return a target inside a place."""
    if not place.text and not place.kind and place.relations and not place.part:
        return replace(target, relations=(*target.relations, *place.relations))
    how: dict[Kind | None, Relating] = {Kind.ROW: "in the row of", Kind.HEADER: "in the column of"}
    named = replace(place, kind=None) if place.kind in how and place.text else place
    return placed_in(target, named, how.get(place.kind, "inside"))
