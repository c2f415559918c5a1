"""Measures the detector on screens with truth: `python -m tests.training.controls.evaluate FOLDER... [--json]`.

Each folder is one set. Findings are matched with the truth one to one, the surest first, where half of both boxes
together is common; the kind is judged of what was matched. What lies on ignored places counts neither way.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from model.sight.controls import Controls
from model.sight.element import Element, Kind
from model.sight.text_line import overlap
from tests.training.controls.samples import IGNORED, Sample, area

_SAME = 0.5
_FIGURES = ("recall", "precision", "kind")


@dataclass
class Tally:
    """What was there, found, and rightly so; by kind, and states by kind and state."""

    there: Counter[Kind] = field(default_factory=Counter)
    found: Counter[Kind] = field(default_factory=Counter)
    kind_right: Counter[Kind] = field(default_factory=Counter)
    claimed: Counter[Kind] = field(default_factory=Counter)
    false: Counter[Kind] = field(default_factory=Counter)
    state_there: Counter[str] = field(default_factory=Counter)
    state_right: Counter[str] = field(default_factory=Counter)
    overlaps: list[float] = field(default_factory=list)

    def add(self, truth: Sequence[Element], found: Sequence[Element]) -> None:
        """Count one screen."""
        real = [each for each in truth if each.kind != IGNORED]
        self.there.update(each.kind for each in real)
        for element in sorted(found, key=lambda each: -each.score):
            match = max(real, key=lambda each: overlap(each.box, element.box), default=None)
            if match and overlap(match.box, element.box) >= _SAME:
                real.remove(match)
                self._matched(match, element)
            elif not _is_ignored(element, truth):
                self.claimed[element.kind] += 1
                self.false[element.kind] += 1

    def _matched(self, truth: Element, element: Element) -> None:
        self.found[truth.kind] += 1
        self.claimed[element.kind] += 1
        self.kind_right[truth.kind] += element.kind == truth.kind
        self.overlaps.append(overlap(truth.box, element.box))
        if element.kind == truth.kind:
            for state in _judged(truth):
                self.state_there[state] += 1
                self.state_right[state] += getattr(truth, state.split(" ")[1]) == getattr(element, state.split(" ")[1])

    def summary(self) -> dict[str, Any]:
        """Return the figures, 0 to 1, all together and by kind."""
        there, claimed = self.there.total(), self.claimed.total()
        return {
            "there": there,
            "recall": _part(self.found.total(), there),
            "precision": _part(claimed - self.false.total(), claimed),
            "kind": _part(self.kind_right.total(), self.found.total()),
            "overlap": _part(sum(self.overlaps), len(self.overlaps)),
            "kinds": {kind: self._of(kind) for kind in sorted(self.there)},
            "states": {
                state: [_part(self.state_right[state], many), many] for state, many in sorted(self.state_there.items())
            },
        }

    def _of(self, kind: Kind) -> dict[str, float]:
        return {
            "there": self.there[kind],
            "recall": _part(self.found[kind], self.there[kind]),
            "precision": _part(self.claimed[kind] - self.false[kind], self.claimed[kind]),
            "kind": _part(self.kind_right[kind], self.found[kind]),
        }


def _judged(truth: Element) -> Iterable[str]:
    """Return which states of a control are looked at, as "is checked": what is rare must not drown in what is usual."""
    if truth.checked is not None:
        yield "is checked" if truth.checked else "not checked"
    if truth.kind in (Kind.TAB, Kind.ROW, Kind.MENU_ITEM):
        yield "is selected" if truth.selected else "not selected"
    yield "is enabled" if truth.enabled else "not enabled"
    if truth.kind in (Kind.FIELD, Kind.BUTTON, Kind.CHECKBOX, Kind.DROPDOWN):
        yield "is focused" if truth.focused else "not focused"
    if truth.expanded is not None:
        yield "is expanded" if truth.expanded else "not expanded"


def _is_ignored(element: Element, truth: Sequence[Element]) -> bool:
    """A finding on an ignored place, or around a large ignored one, is neither right nor wrong."""
    ignored = [each.box for each in truth if each.kind == IGNORED and each.box.overlaps(element.box)]
    return any(area(box.within(element.box)) > 0.4 * min(area(element.box), area(box)) for box in ignored)


def _part(some: float, all_: float) -> float:
    return round(some / all_, 3) if all_ else 0.0


def evaluate(folder: Path, controls: Controls) -> dict[str, Any]:
    """Return the figures of one set."""
    tally = Tally()
    for path in sorted(folder.glob("*.json")):
        sample = Sample.load(path)
        tally.add(sample.truth, controls.find(sample.pixels))
    return tally.summary()


def report(folders: Sequence[Path], as_json: bool = False) -> None:
    """Print the figures of each folder."""
    controls = Controls()
    figures = {str(folder): evaluate(folder, controls) for folder in folders}
    if as_json:
        print(json.dumps(figures, indent=1))
        return
    for name, each in figures.items():
        _print(name, each)


def _print(name: str, figures: dict[str, Any]) -> None:
    print(name, *(f"{each} {figures[each]}" for each in ("there", *_FIGURES, "overlap")), sep="  ")
    for kind, each in figures["kinds"].items():
        print(f"  {kind:14} {each['there']:5}", *(f"{figure} {each[figure]:.3f}" for figure in _FIGURES), sep="  ")
    states = (f"{state} {right:.2f} of {many}" for state, (right, many) in figures["states"].items())
    print("  states:", ", ".join(states))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    report(asked.folders, asked.json)
