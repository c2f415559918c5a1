"""`deskhand see`: what stands on the screen, or on a picture, as Deskhand sees it: drawn, as a table, or as JSON."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PIL import Image
from rich.console import Console
from rich.table import Table
from rich.text import Text

from agent.recording import private
from agent.screen.screen import Monitor, Screen
from model.sight.drawing import draw
from model.sight.element import Element
from model.sight.open import open_sight
from tasks.checks.base import Unseen
from tasks.checks.files.picture import open_picture
from tasks.displays import use_display
from ui.cli.commands.see import SeeArguments
from ui.wording import visible

_SCREEN = Path("screen-seen.png")
_SMALLEST = 16  # pixels


class SeeError(Exception):
    """A picture cannot be looked at or written; the sentence says which."""


def see_screen(given: SeeArguments) -> None:
    """Look, draw, and print what is there. Raises `SeeError`, `DesktopError` or `ModelError`."""
    picture = _read(given.image) if given.image else _screenshot(given.display, given.monitor)
    out = given.out or (given.image.with_name(f"{given.image.stem}-seen.png") if given.image else _SCREEN)
    with open_sight() as sight:
        elements = sight.see(picture)
    try:
        private.write_png(draw(picture, elements), out)
    except OSError as error:
        raise SeeError(f"The picture {out} cannot be written: {error.strerror or error}.") from error
    if given.as_json:
        seen = {"picture": str(out), "size": picture.size, "elements": [_as_data(element) for element in elements]}
        print(json.dumps(seen, ensure_ascii=False))  # noqa: T201
    else:
        _print(elements, out)


def _read(path: Path) -> Image.Image:
    try:
        picture = open_picture(path.read_bytes(), path.name)
    except OSError as error:
        raise SeeError(f"The picture {path} cannot be read: {error.strerror or error}.") from error
    except Unseen as unseen:
        raise SeeError(f"{path} cannot be looked at: {unseen.saw}.") from unseen
    if min(picture.size) < _SMALLEST:
        raise SeeError(f"{path} is no screenshot: it is only {picture.width}x{picture.height} pixels large.")
    return picture


def _screenshot(display: str, monitor: int) -> Image.Image:
    with use_display(display), Screen(Monitor(monitor)) as screen:
        return screen.observe()[0].image


def _as_data(element: Element) -> dict[str, Any]:
    """Return an element for a program; what is not so, or not known, is left out."""
    data: dict[str, Any] = {"kind": str(element.kind), "box": _whole(element.box)}
    data |= {name: words for name in ("text", "label", "name") if (words := getattr(element, name))}
    data |= {name: state for name in ("checked", "expanded") if (state := getattr(element, name)) is not None}
    data |= {name: True for name in ("selected", "focused") if getattr(element, name)}
    data |= {} if element.enabled else {"enabled": False}
    data |= {"part_of": _whole(element.part_of)} if element.part_of else {}
    return data | {"score": round(element.score, 2)}


def _whole(box: Sequence[float]) -> list[int]:
    return [round(side) for side in box]


def _print(elements: Sequence[Element], out: Path) -> None:
    table = Table(title=f"{len(elements)} elements, drawn in {out}")
    for column in ("kind", "text", "label", "state", "box"):
        table.add_column(column, overflow="fold")
    for element in elements:
        box = ", ".join(map(str, _whole(element.box)))
        cells = (str(element.kind), element.text, element.label or element.name, _state(element), box)
        table.add_row(*(Text(visible(cell)) for cell in cells))
    Console().print(table)


def _state(element: Element) -> str:
    ticked = {None: "", True: "checked", False: "not checked"}[element.checked]
    flags = {"selected": element.selected, "focused": element.focused, "disabled": not element.enabled}
    return ", ".join(word for word in (ticked, *(name for name, holds in flags.items() if holds)) if word)
