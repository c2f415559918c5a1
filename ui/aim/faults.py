"""Names what misses have in common: each known fault is undone in the answers, and that which makes hits is named.

Pure arithmetic on shots; knows no model. A fault is named only where undoing it makes at least half as many hits again
as there were, and of most shots: a model that just aims badly has none of them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeAlias

from model.families import FAMILIES
from ui.aim.shots import Shot, Spot, inside

Undo: TypeAlias = Callable[[Shot], Spot]

_LEAST_PART = 0.6  # of all shots that must then be hits
_LEAST_GAIN = 1.5
_SAME_CANVAS = 0.03  # by how much a measured canvas may differ from a known one
_FAR_FROM_EDGE = 0.15  # of the screen: nearer, a ratio says little


@dataclass(frozen=True)
class Fault:
    """What is wrong, and what to do about it, each a sentence."""

    name: str
    sentence: str
    cure: str


def find_fault(shots: Sequence[Shot], monitors: int = 1) -> Fault | None:
    """Return what all misses have in common, or None where they have nothing in common, or are few.

    `monitors` is how many of the shots' size stand side by side, the shots' own being the last.
    """
    later = [shot for shot in shots if shot.before]
    return _went_elsewhere(shots) or _common_fault(shots, monitors) or _common_fault(later, monitors)


def _common_fault(shots: Sequence[Shot], monitors: int) -> Fault | None:
    hits = sum(shot.hit for shot in shots)
    found = [(sum(_would_hit(shot, undo) for shot in shots), fault) for fault, undo in _known(shots, monitors)]
    most = max((count for count, _ in found), default=0)
    if most < _LEAST_PART * len(shots) or most < _LEAST_GAIN * hits:
        return None
    return next(fault for count, fault in found if count == most)


def _would_hit(shot: Shot, undo: Undo) -> bool:
    return shot.said is not None and inside(undo(shot), shot.target.area)


def _went_elsewhere(shots: Sequence[Shot]) -> Fault | None:
    """Say where presses came down beside what was aimed at: no model's fault."""
    both = [(shot.pressed, shot.aimed) for shot in shots if shot.pressed and shot.aimed and not shot.complaint]
    offsets = [(pressed[0] - aimed[0], pressed[1] - aimed[1]) for pressed, aimed in both]
    astray = [offset for offset in offsets if max(map(abs, offset)) > 4]
    if not offsets or len(astray) < _LEAST_PART * len(offsets):
        return None
    dx, dy = (median(values) for values in zip(*astray, strict=True))
    return Fault(
        "presses go astray",
        f"Presses come down ({dx:.0f}, {dy:.0f}) pixels beside where the answers point.",
        "That is this desktop's doing and not the model's: `deskhand doctor` checks the mouse and the monitors.",
    )


def _known(shots: Sequence[Shot], monitors: int) -> Iterator[tuple[Fault, Undo]]:
    """Yield the faults that are known, the likeliest first."""
    yield _swapped()
    yield from _other_canvas(shots)
    yield _earlier()
    if monitors > 1:
        yield from _other_monitor(monitors)


def _swapped() -> tuple[Fault, Undo]:
    def undo(shot: Shot) -> Spot:
        assert shot.said
        y, x = shot.said
        return x / shot.canvas[0] * shot.screen[0], y / shot.canvas[1] * shot.screen[1]

    sentence = "It writes y before x."
    return Fault("swapped axes", sentence, "Its dialect is another one: name its family, or choose a --dialect."), undo


def _other_canvas(shots: Sequence[Shot]) -> Iterator[tuple[Fault, Undo]]:
    """Measure to what size the coordinates count, as the answers compare with where the targets stand."""
    measured = _measured(shots)
    if measured is None:
        return
    canvas, told = _nearest_known(shots[0], measured)
    read = f"they are read as counting to {shots[0].canvas[0]}x{shots[0].canvas[1]}"
    sentence = f"Its coordinates count to {told}, and {read}."
    half = "half-size" in told
    name = "half-size screenshot taken for the screen" if half else "wrong canvas"
    cure = (
        "Show it no earlier screenshots at half size: choose a --dialect without them."
        if half
        else "Name the family whose coordinates count so (DESKHAND_SERVER_FAMILY), or let the server not resize images."
    )
    yield Fault(name, sentence, cure), lambda shot: shot.at(canvas)


def _measured(shots: Sequence[Shot]) -> Spot | None:
    """Return the width and height to which the answers count, if all count alike; targets near 0 tell nothing."""
    ratios: list[list[float]] = [[], []]
    for shot in shots:
        for axis, centre in enumerate((shot.target.x, shot.target.y)):
            part = centre / shot.screen[axis]
            if shot.said and part > _FAR_FROM_EDGE:
                ratios[axis].append(shot.said[axis] / part)
    if not all(ratios):
        return None
    width, height = map(median, ratios)
    return (width, height) if width > 0 and height > 0 else None


def _nearest_known(shot: Shot, measured: Spot) -> tuple[Spot, str]:
    """Return the canvas that was meant, and what it is; one that nobody knows as it was measured."""
    for canvas, told in _canvases(shot.screen):
        if all(abs(a / b - 1) <= _SAME_CANVAS for a, b in zip(measured, canvas, strict=True)):
            return canvas, told
    return measured, f"about {measured[0]:.0f}x{measured[1]:.0f}, whatever that is"


def _canvases(screen: tuple[int, int]) -> Iterator[tuple[Spot, str]]:
    width, height = screen
    yield (1000, 1000), "thousandths"
    yield screen, f"the screenshot's own pixels ({width}x{height})"
    yield (width / 2, height / 2), f"the pixels of a half-size screenshot ({width // 2}x{height // 2})"
    yield (500, 500), "thousandths of a half-size screenshot, doubled by nobody"
    yield (1, 1), "parts of one (0 to 1)"
    yield (100, 100), "hundredths"
    for family in FAMILIES:
        if family.grid:
            w, h = family.grid.size_of(width, height)
            yield (w, h), f"the pixels of the screenshot as {family.name} resizes it ({w}x{h})"
            yield (
                (w / 2, h / 2),
                f"the pixels of a half-size screenshot as {family.name} resizes it ({w // 2}x{h // 2})",
            )


def _earlier() -> tuple[Fault, Undo]:
    def undo(shot: Shot) -> Spot:
        """An answer that fits what stood there before counts as meant for the current target."""
        assert shot.said
        fits = shot.before is not None and inside(shot.at(shot.canvas), shot.before)
        return (shot.target.x, shot.target.y) if fits or shot.hit else shot.at(shot.canvas)

    return (
        Fault(
            "half-size screenshot taken for the screen",
            "It clicks where the target of the screenshot before stood: it takes an earlier one for the screen.",
            "Show it no earlier screenshots: choose a --dialect without them.",
        ),
        undo,
    )


def _other_monitor(monitors: int) -> Iterator[tuple[Fault, Undo]]:
    cure = "Let it see one monitor alone, as Deskhand shows it: look into the prompt template or the server."
    for by in range(1 - monitors, monitors):
        if by:
            name, shift = "off by one monitor", by

            def moved(shot: Shot, shift: int = shift) -> Spot:
                x, y = shot.at(shot.canvas)
                return x - shift * shot.screen[0], y

            side = "right" if by > 0 else "left"
            yield Fault(name, f"Its answers lie too far to the {side}: {abs(by)} x a monitor's width.", cure), moved

    def on_desktop(shot: Shot) -> Spot:
        x, y = shot.at(shot.canvas)
        return x * monitors - (monitors - 1) * shot.screen[0], y

    yield (
        Fault("off by one monitor", "Its answers count over all monitors and not over the one it is shown.", cure),
        on_desktop,
    )
