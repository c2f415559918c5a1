"""What the ways of asking make of an eye that errs: a synthetic model on real screenshots, not a figure of any network.

The model sees a coloured mark that is painted at the target, and answers beside it: by Gaussian noise in thousandths of
the image that it is shown, in whole thousandths, or, in a second round, sometimes anywhere. Where it sees no mark, it
points at the middle. So the zoom's mapping is checked with nothing known of it. What a real network gains depends on
how its errors grow with the size of what it looks at.

`snap` is measured by itself: targets are lines that OCR reads on the clean screenshots, the answer quotes the line's
text, and right is what lies in its box. The screenshots are ScreenAgent's, from `../shared/data` or `DESKHAND_DATA`.
"""

import json
import os
import random
import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from actions.dialects.glm_json import GLM_JSON
from actions.quotation import one_line
from actions.schema import Box, Click
from agent.grounding.grounded import grounded
from agent.grounding.reply import GroundedReply
from agent.grounding.way import Way
from agent.history import History
from agent.prompt.builder import PromptBuilder
from model.base import Request
from model.families import OTHER
from model.reply import Reply
from model.sight.ocr import Ocr
from model.sight.text_line import PixelBox, box_around
from tests.benchmarks.output import print_json, print_table, wants_json

DATA = Path(os.environ.get("DESKHAND_DATA", Path(__file__).parents[3] / "shared" / "data")) / "screenagent"
WAYS = ("plain", "zoom", "zoom-if-unsure", "samples:3", "samples:5")
NOISES = (8.0, 20.0)
"""Standard deviations, in thousandths of the image that the model is shown."""
SNAP_NOISE = 20.0
WILD = 0.15
"""The share of answers that are anywhere."""
MARK = (255, 0, 255)
RADIUS = 4  # pixels
LINES = 30  # for snap
HIT = 12  # pixels to each side
COLUMNS = ("px", "of_plain", "hits", "calls")
"""The median error, what that is of plain's, the share within HIT pixels to each side, and the calls a step."""


@dataclass(frozen=True)
class Case:
    """A screenshot and where its target is, in pixels; for snap the line's box and text."""

    image: Image.Image
    target: tuple[float, float]
    box: PixelBox
    text: str = ""


@dataclass
class Tally:
    """For each case its distance (pixels of the screenshot) and whether it hit the box; and the calls of all."""

    distances: list[float]
    hits: list[bool]
    calls: int = 0

    @property
    def median(self) -> float:
        return statistics.median(self.distances)


class ErringEye:
    """Implements `model.base.Model`."""

    name = "erring"
    family = OTHER

    def __init__(self, see: Callable[[Image.Image], tuple[float, float]], noise: float, wild: float, seed: int) -> None:
        self.see, self._noise, self._wild = see, noise, wild
        self._chance = random.Random(seed)
        self.text = ""

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        assert request.screenshot is not None
        seen = self.see(request.screenshot)
        if self._chance.random() < self._wild:
            seen = self._chance.uniform(0, 999), self._chance.uniform(0, 999)
        x, y = (min(max(round(self._chance.gauss(n, self._noise)), 0), 999) for n in seen)
        reason = f'It is "{self.text}".' if self.text else "It is there."
        answer = f"Memory: None\nReason: {reason}\nAction: {GLM_JSON.write(Click(box_2d=Box.at(x, y)))}"
        return Reply.parse(f"<think></think><answer>{answer}</answer>")

    def answer_now(self) -> None: ...

    def close(self) -> None: ...


def main() -> None:
    """Measure, print."""
    as_json = wants_json("What ways of asking make of a synthetic model's errors.")
    if not DATA.is_dir():
        print(f"There is no {DATA}: set DESKHAND_DATA to the folder of the published data.")
        return
    cases = list(marked_cases())
    figures: dict[str, object] = {"cases": len(cases)}
    for title, wild in (("", 0.0), (f", {WILD:.0%} of the answers anywhere", WILD)):
        for noise in NOISES:
            tallies = {way: measured(way, cases, ErringEye(see_mark, noise, wild, seed=1)) for way in WAYS}
            plain = tallies["plain"].median
            rows = {way: row(tally, plain) for way, tally in tallies.items()}
            shown = [(way, *(f"{cell:.2f}" for cell in cells)) for way, cells in rows.items()]
            print_table(f"Noise of {noise:g} thousandths of what is shown{title}", ("way", *COLUMNS), shown)
            name = f"noise_{noise:g}{'_wild' if wild else ''}"
            figures[name] = {way: dict(zip(COLUMNS, cells, strict=True)) for way, cells in rows.items()}
    figures["snap"] = snapped()
    if as_json:
        print_json(figures)


def row(tally: Tally, plain: float) -> list[float]:
    """Return a tally's figures as the table has them."""
    count = len(tally.distances)
    figures = tally.median, tally.median / plain, sum(tally.hits) / count, tally.calls / count
    return [round(figure, 2) for figure in figures]


def snapped() -> dict[str, int]:
    """Measure snap on lines of text, print, and return the figures. Both ways hear the same first answers."""
    with closing(Ocr()) as ocr:
        cases = list(line_cases(ocr))
        plain, snap = (
            measured(way, cases, ErringEye(see_mark, SNAP_NOISE, 0.0, seed=2), ocr) for way in ("plain", "snap")
        )
    pairs = list(zip(plain.hits, snap.hits, strict=True))
    figures = {
        "lines": len(cases),
        "plain": sum(plain.hits),
        "snap": sum(snap.hits),
        "won": pairs.count((False, True)),
        "lost": pairs.count((True, False)),
    }
    print_table(f"Named lines of text, noise of {SNAP_NOISE:g} thousandths", tuple(figures), [tuple(figures.values())])
    return figures


def measured(way: str, cases: Sequence[Case], eye: ErringEye, ocr: Ocr | None = None) -> Tally:
    """Ask about every case in a way."""
    prompts, tally = PromptBuilder(GLM_JSON), Tally([], [])
    with grounded(eye, Way.parse(way), lambda _image: GLM_JSON, ocr) as asked:
        for case in cases:
            eye.text = case.text
            if case.text:  # no mark is painted over a text
                eye.see = partial(see_target, case)
            reply = asked.generate(prompts.build("press it", History(), case.image), lambda _text: None, Event())
            parsed = reply.parsed if isinstance(reply, GroundedReply) else GLM_JSON.read(reply.answer)
            assert parsed is not None
            assert isinstance(parsed.action, Click)
            x, y = (n / 1000 * side for n, side in zip(parsed.action.box_2d.centre, case.image.size, strict=True))
            tally.distances.append(((x - case.target[0]) ** 2 + (y - case.target[1]) ** 2) ** 0.5)
            tally.hits.append(case.box.has((x, y)))
            tally.calls += reply.grounding.calls if isinstance(reply, GroundedReply) else 1
    return tally


def see_mark(image: Image.Image) -> tuple[float, float]:
    """Return the middle of the mark, in thousandths of the image, or the image's own where there is none."""
    found = np.argwhere(is_marked(image))
    if not len(found):
        return 500.0, 500.0
    y, x = (found.mean(axis=0) + 0.5) / image.size[::-1] * 1000
    return float(x), float(y)


def see_target(case: Case, image: Image.Image) -> tuple[float, float]:
    """Return the target, in thousandths of the whole screenshot."""
    return case.target[0] / image.width * 1000, case.target[1] / image.height * 1000


def is_marked(image: Image.Image) -> NDArray[np.bool_]:
    """Return which pixels are the mark's, shape (height, width)."""
    red, green, blue = np.moveaxis(np.asarray(image), -1, 0)
    return np.asarray((red > 195) & (green < 60) & (blue > 195))


def screens() -> Iterator[tuple[Image.Image, tuple[int, int]]]:
    """Yield each screenshot that a person clicked on, and where; not the synthetic negatives."""
    for path in sorted(DATA.glob("*/*.json")):
        step = json.loads(path.read_text(encoding="utf-8"))
        places = [
            action["mouse_position"] for action in step["actions"] if "click" in action.get("mouse_action_type", "")
        ]
        if "_neg_" in path.name or not places:
            continue
        with Image.open(path.parent / "images" / step["saved_image_name"]) as image:
            yield image.convert("RGB"), (int(places[0]["width"]), int(places[0]["height"]))


def marked_cases() -> Iterator[Case]:
    """Yield the screenshots with their mark; not those with its colour in them, or a target that it does not fit at."""
    for image, (x, y) in screens():
        fits = RADIUS < x < image.width - RADIUS and RADIUS < y < image.height - RADIUS
        if fits and not is_marked(image).any():
            image.paste(MARK, (x - RADIUS, y - RADIUS, x + RADIUS + 1, y + RADIUS + 1))
            centre = x + 0.5, y + 0.5
            yield Case(image, centre, box_around(centre, (HIT, HIT), image.size))


def line_cases(ocr: Ocr) -> Iterator[Case]:
    """Yield lines of text, some of each screenshot by chance."""
    chance, count = random.Random(3), 0
    for image, _ in screens():
        lines = [line for line in ocr.read(image) if 3 <= len(line.text) <= 40 and '"' not in line.text]
        for line in chance.sample(lines, min(4, len(lines))):
            yield Case(image, line.box.centre, line.box, one_line(line.text))
            count += 1
        if count >= LINES:
            return


if __name__ == "__main__":
    main()
