"""Models that know how the sheets are laid out, and click with a fault of one kind or another."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Event

from model.base import GenerationStopped, Request
from model.families import Family, family_named
from model.reply import Reply
from ui.aim.sheet import Sheet, Target
from ui.aim.shots import Spot

Aim = Callable[[Target, Sheet, Target | None], Spot]
"""From the target, its sheet and the target before to the two numbers that are written."""


def thousandths(target: Target, sheet: Sheet, before: Target | None = None) -> Spot:
    """What GLM is to write."""
    return target.x / sheet.width * 1000, target.y / sheet.height * 1000


@dataclass
class Shooter:
    """Answers for one sheet after the other, in GLM's JSON."""

    sheets: Sequence[Sheet]
    aim: Aim = thousandths
    family: Family = field(default_factory=lambda: family_named("glm-4.1v"))
    name: str = "shooter"
    requests: list[Request] = field(default_factory=list)

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        if stop.is_set():
            raise GenerationStopped
        number = len(self.requests)
        self.requests.append(request)
        sheet = self.sheets[number]
        before = self.sheets[number - 1].wanted if number % 2 else None
        x, y = self.aim(sheet.wanted, sheet, before)
        action = json.dumps({"action_type": "click", "box_2d": [[round(x), round(y)] * 2]})
        text = f"<think>There.</think><answer>Memory: none\nReason: as told\nAction: {action}</answer>"
        on_text(text)
        return Reply.parse(text)

    def answer_now(self) -> None: ...

    def close(self) -> None: ...


def swapped(target: Target, sheet: Sheet, before: Target | None = None) -> Spot:
    x, y = thousandths(target, sheet)
    return y, x


def pixels(target: Target, sheet: Sheet, before: Target | None = None) -> Spot:
    return target.x, target.y


def four_fifths(target: Target, sheet: Sheet, before: Target | None = None) -> Spot:
    return target.x * 0.8, target.y * 0.8


def half_of_it(target: Target, sheet: Sheet, before: Target | None = None) -> Spot:
    return target.x / 2, target.y / 2


def halved_in_history(target: Target, sheet: Sheet, before: Target | None = None) -> Spot:
    x, y = thousandths(target, sheet)
    return (x / 2, y / 2) if before else (x, y)


def the_one_before(target: Target, sheet: Sheet, before: Target | None = None) -> Spot:
    return thousandths(before or target, sheet)


def a_monitor_off(target: Target, sheet: Sheet, before: Target | None = None) -> Spot:
    x, y = thousandths(target, sheet)
    return x + 1000, y


def over_both_monitors(target: Target, sheet: Sheet, before: Target | None = None) -> Spot:
    x, y = thousandths(target, sheet)
    return (x + 1000) / 2, y


def anywhere(target: Target, sheet: Sheet, before: Target | None = None) -> Spot:
    """Miss everything, in no way twice."""
    return (target.x * 7919) % 997, (target.y * 104729) % 991
