"""Judges what sight made of a window by the truth: where one would click, the state, which controls it found."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from model.sight.element import Element, Kind
from model.sight.query import find
from model.sight.text_line import enclosing, overlap
from tests.benchmarks.screens.spec import ICONS
from tests.benchmarks.screens.truth import Truth

_TICKED = (Kind.CHECKBOX, Kind.RADIO)
_FILLED = (Kind.FIELD, Kind.DROPDOWN, Kind.SPINNER, Kind.SLIDER)
CONTROLS = (*_TICKED, *_FILLED, Kind.BUTTON, Kind.TAB)
_ALIKE = 0.5  # of both boxes together, that they have in common
_BESIDE = 3.0  # pixels by which a box to tick may reach over the toolkit's


@dataclass(frozen=True)
class Outcome:
    """One question asked: which measure it counts for, about what, whether it was a hit, and what came instead."""

    measure: str
    truth: Truth
    hit: bool
    got: str = ""
    point: tuple[float, float] | None = None


@dataclass
class Counted:
    """Controls that were found where there are some, and those where there is none."""

    found: int = 0
    predicted: int = 0
    kind_right: int = 0
    extra: list[Element] = field(default_factory=list)


def asked(elements: Sequence[Element], truths: Sequence[Truth]) -> Iterator[Outcome]:
    """Yield what becomes of each question that has one answer."""
    names = Counter(truth.text or truth.label for truth in truths)
    for truth in truths:
        if truth.kind is Kind.ICON:
            yield _asked("icon_hit", elements, truth, ICONS[truth.name], Kind.ICON)
        elif truth.kind in _TICKED and names[truth.label] == 1:
            yield _asked("check_hit", elements, truth, truth.label, truth.kind)
        elif truth.kind in _FILLED and truth.label:
            yield _asked("field_hit", elements, truth, truth.label.rstrip(":"), truth.kind)
        elif truth.text and names[truth.text] == 1:
            yield _asked("text_hit", elements, truth, truth.text, None)


def absent(elements: Sequence[Element], truths: Sequence[Truth]) -> Iterator[Outcome]:
    """Yield for each icon that a window does not show whether nothing in it is taken for that."""
    shown = {ICONS[truth.name] for truth in truths if truth.kind is Kind.ICON}
    window = enclosing([truth.press for truth in truths])
    for name in sorted(set(ICONS.values()) - shown) if shown else ():
        taken = [found for found in find(elements, name, Kind.ICON) if found.by == "name"]
        point = next((found.box.centre for found in taken if window.has(found.box.centre)), None)
        truth = Truth(Kind.ICON, window, window, name=name)
        yield Outcome(
            "absent_hit", truth, point is None, got="" if point is None else f"{name} at {point}", point=point
        )


def _asked(measure: str, elements: Sequence[Element], truth: Truth, words: str, kind: Kind | None) -> Outcome:
    found = find(elements, words, kind)
    if not found:
        return Outcome(measure, truth, hit=False, got=f"nothing is {words}")
    best = found[0]
    place = truth.press.has(best.box.centre)
    state = truth.checked is None or best.element.checked == truth.checked
    got = "" if place and state else f"{words}: {best.element.kind} {best.element.text or best.element.label}, {state=}"
    return Outcome(measure, truth, place and state, got, best.box.centre)


def controls_found(elements: Sequence[Element], truths: Sequence[Truth]) -> tuple[Counted, list[Outcome]]:
    """Match controls with the toolkit's, one to one; what lies outside of the window is not counted."""
    real = [truth for truth in truths if truth.kind in CONTROLS]
    window = enclosing([truth.press for truth in truths]).grown(12)
    guessed = [element for element in elements if element.kind in CONTROLS and window.has(element.box.centre)]
    counted, outcomes = Counted(predicted=len(guessed)), []
    left = list(guessed)
    for truth in real:
        match = max(left, key=lambda element: _alike(element, truth), default=None)
        hit = match is not None and _alike(match, truth) > 0
        if match is not None and hit:
            left.remove(match)
            counted.found += 1
            counted.kind_right += match.kind is truth.kind
        outcomes.append(Outcome("control_hit", truth, hit))
    counted.extra = left
    return counted, outcomes


def _alike(element: Element, truth: Truth) -> float:
    """Return how much an element is what the toolkit drew, 0 to 1; 0 where it is something else."""
    if truth.kind in _TICKED and element.kind in _TICKED:
        inside = truth.press.grown(_BESIDE).contains(element.box)
        return 1.0 if inside and truth.box.has(element.box.centre) else 0.0
    drawn = truth.box
    if truth.kind is Kind.SLIDER and drawn.has(element.box.centre):  # its widget is higher than what is drawn
        drawn = drawn._replace(y1=element.box.y1, y2=element.box.y2)
    shared = overlap(element.box, drawn)
    return shared if shared >= _ALIKE else 0.0
