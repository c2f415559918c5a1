"""Candidates by their looks: figures and controls of a colour or a shape."""

from collections.abc import Iterator

import numpy as np

from model.reader.finding.candidate import Candidate, in_reading_order
from model.reader.finding.controls.kinds import ALIKE, is_control, tier
from model.reader.finding.looks.colours import Rgb, unlikeness
from model.reader.finding.looks.shapes import Figure, outermost
from model.reader.finding.named.naming import named
from model.reader.plan import Target
from model.reader.scene import Scene
from model.sight.element import Kind
from model.sight.text_line import PixelBox

_MORE_SHAPES = {"box": ("square", "rectangle"), "rectangle": ("square", "rectangle"), "item": ("",), "shape": ("",)}
_ANY = frozenset({"", "item", "shape", "figure", "object", "thing"})
_ALL = 0.8  # of a control's sides
_SHORT = 2  # letters: a line of so few may be a figure
_OUTER = 0.3  # of a control's height, from its edge: where its own colour shows


def drawn(target: Target, scene: Scene) -> list[Candidate]:
    """Return the figures and controls of the target's colour and shape, those of the nearest colour first."""
    places = list(_controls(target, scene)) if target.text or target.kind not in (None, Kind.SHAPE) else []
    places = places or list(_figures(target, scene))
    return sorted(in_reading_order(places), key=lambda place: place.surplus)


def figures_like(target: Target, scene: Scene) -> list[Figure]:
    """Return every figure of the target's colour and shape, also mere rims; a rim and what it holds are one."""
    found = [figure for figure, _ in _fitting(target, scene)]
    return [one for one in found if not any(o is not one and o.box.contains(one.box) for o in found)]


def _fitting(target: Target, scene: Scene) -> list[tuple[Figure, float]]:
    shown = scene.figures if target.colour else outermost(scene.figures)
    found = [f for f in shown if _has_shape(f, target.shape) and not _is_writing(f, scene)]
    ways = [(f, unlikeness(f.colour, target.colour) if target.colour else 0.0) for f in found]
    return [(figure, way) for figure, way in ways if way is not None]


def _figures(target: Target, scene: Scene) -> Iterator[Candidate]:
    fitting = _fitting(target, scene)
    filled = [(figure, way) for figure, way in fitting if figure.filled]  # a rim around another colour is none
    for figure, way in (filled or fitting) if target.colour else fitting:
        yield Candidate(figure.box, Kind.SHAPE, surplus=_step(way))


def _has_shape(figure: Figure, shape: str) -> bool:
    wanted = shape.casefold().strip()
    return wanted in _ANY or figure.shape in _MORE_SHAPES.get(wanted, (wanted,))


def _is_writing(figure: Figure, scene: Scene) -> bool:
    """Say whether a figure is a letter of a text, a sample within the goal's own statement, or a mark on a control."""
    centre = figure.box.centre
    if any(line.box.has(centre) and len(line.text) > _SHORT for line in scene.lines):
        return True
    if scene.is_stated_at(figure.box):
        return True
    controls = (e.box for e in scene.elements if e.kind is not Kind.SHAPE and is_control(e.kind))
    return any(box.grown(2).contains(figure.box) and not _fills(figure.box, box) for box in controls)


def _fills(figure: PixelBox, control: PixelBox) -> bool:
    """Say whether a figure is all of what passes for a control, as a coloured square may for a box to tick."""
    return figure.width >= _ALL * control.width and figure.height >= _ALL * control.height


def _controls(target: Target, scene: Scene) -> Iterator[Candidate]:
    places = named(target.text, scene) if target.text else [
        Candidate(e.box, e.kind, e.text, e) for e in scene.elements if tier(target.kind, e.kind) <= ALIKE
    ]  # fmt: skip
    for place in places:
        colour = _colour_of(place.area, scene)
        way = unlikeness(colour, target.colour) if colour and target.colour else None
        if way is not None:
            yield Candidate(place.box, place.kind, place.text, place.element, place.closeness, _step(way))


def _colour_of(area: PixelBox, scene: Scene) -> Rgb | None:
    """Return the commonest colour of a control."""
    inside = area.grown(-_OUTER * min(area.height, 10))
    part = scene.pixels[int(inside.y1) : int(inside.y2), int(inside.x1) : int(inside.x2)]
    if part.size == 0:
        return None
    colours, counts = np.unique(part.reshape(-1, 3), axis=0, return_counts=True)
    red, green, blue = colours[counts.argmax()]
    return int(red), int(green), int(blue)


def _step(way: float) -> int:
    return int(way) // 8
