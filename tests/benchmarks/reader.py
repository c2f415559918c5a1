"""What sight makes of windows that it never saw, by the truth of their toolkits: `python -m tests.benchmarks.reader`.

Real windows of Qt, GTK, Chromium and LibreOffice, light and dark, at 100, 150 and 200 %, on a virtual display. A hit is
a click that the toolkit's own box contains; `absent_hit` counts the icons that a window does not show, and that nothing
in it is taken for. With `--out FOLDER` every window with a miss is saved: what was seen in colours, what was missed in
black, what was found and is not there in red.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw

from model.sight.drawing import draw
from model.sight.element import Element
from model.sight.engine import Engine
from model.sight.ocr import Ocr
from model.sight.open import open_sight
from model.sight.sight import Sight
from tasks.displays import VirtualDisplay
from tests.benchmarks.output import print_json, print_table
from tests.benchmarks.screens.measure import Counted, Outcome, absent, asked, controls_found
from tests.benchmarks.screens.shown import Shown, shown_windows

TOOLKITS = ("qt", "gtk", "chromium", "office")
GOALS = {
    "text_hit": 0.97, "field_hit": 0.92, "check_hit": 0.92, "icon_hit": 0.75, "control_hit": 0.9,
    "control_precision": 0.9, "first_s": 2.5, "change_s": 0.4, "same_ms": 20.0,
}  # fmt: skip
_TARGETS = ("text_hit", "field_hit", "check_hit", "icon_hit")
_MEASURES = (*_TARGETS, "control_hit", "absent_hit")
_SIZE = (1280, 800)
_TIMES = 3


class Score:
    """Adds up what becomes of the questions, all together and for each toolkit."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.hit: Counter[str] = Counter()
        self._predicted = self._found = self._kind = 0

    def add(self, toolkit: str, outcomes: Sequence[Outcome], controls: Counted) -> None:
        """Take in one window."""
        for outcome in outcomes:
            for key in (outcome.measure, f"{toolkit} {outcome.measure}"):
                self.asked[key] += 1
                self.hit[key] += outcome.hit
        self._predicted += controls.predicted
        self._found += controls.found
        self._kind += controls.kind_right

    def share(self, key: str) -> float:
        """Return the part of the questions that were hits; 1 where none was asked."""
        return self.hit[key] / self.asked[key] if self.asked[key] else 1.0

    def figures(self) -> dict[str, float]:
        """Return all measures of hits."""
        shares = {measure: round(self.share(measure), 4) for measure in _MEASURES}
        precision = self._found / self._predicted if self._predicted else 0.0
        kinds = self._kind / self._found if self._found else 0.0
        targets = sum(self.asked[measure] for measure in _TARGETS)
        return {**shares, "control_precision": round(precision, 4), "control_kind": round(kinds, 4), "targets": targets}


def main() -> None:
    """Measure, print, and save the misses."""
    options = _options()
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
    score, engine = Score(), Engine()
    with VirtualDisplay(_SIZE) as display, display.in_this_process(), TemporaryDirectory() as folder:
        images = [
            _judge(shown, engine, score, options.out)
            for shown in shown_windows(display, Path(folder), options.toolkits, options.rounds)
        ]
    figures = {**score.figures(), **_times(images)}
    print_table("Sight", ("measure", "asked", "value", "goal"), list(_rows(score, figures)))
    if options.json:
        print_json(figures)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object on the last line")
    parser.add_argument("--out", type=Path, help="a folder for pictures of the misses")
    parser.add_argument("--toolkits", nargs="+", choices=TOOLKITS, default=TOOLKITS)
    parser.add_argument("--rounds", type=int, default=1, help="how often each look is shown, with other contents")
    return parser.parse_args()


def _judge(shown: Shown, engine: Engine, score: Score, out: Path | None) -> Image.Image:
    """Look at one window with a sight that knows nothing yet; the models stay loaded."""
    with closing(Ocr(lambda: engine)) as ocr, open_sight(ocr) as sight:
        elements = sight.see(shown.image)
    controls, found = controls_found(elements, shown.truths)
    outcomes = [*asked(elements, shown.truths), *absent(elements, shown.truths), *found]
    score.add(shown.name.split()[0], outcomes, controls)
    if out and (controls.extra or not all(outcome.hit for outcome in outcomes)):
        _save(shown, elements, outcomes, controls.extra, out)
    return shown.image


def _save(
    shown: Shown, elements: Sequence[Element], outcomes: Iterable[Outcome], extra: Iterable[Element], out: Path
) -> None:
    picture = draw(shown.image, elements)
    pen = ImageDraw.Draw(picture)
    for outcome in (outcome for outcome in outcomes if not outcome.hit):
        pen.rectangle(tuple(outcome.truth.box.grown(2)), outline="black", width=2)
        if outcome.point:
            pen.line((outcome.truth.box.centre, outcome.point), fill="black")
    for element in extra:
        pen.rectangle(tuple(element.box.grown(2)), outline="red", width=2)
    name = shown.name.replace(" ", "-").replace("%", "")
    picture.save(out / f"{name}.png")
    lines = [f"{o.measure}: {o.truth.kind} {o.truth.words}: {o.got}" for o in outcomes if not o.hit]
    (out / f"{name}.txt").write_text("\n".join(lines), encoding="utf-8")


def _times(images: Sequence[Image.Image]) -> dict[str, float]:
    """Return how long a first screen, a small change and the same screen again take, the medians of some windows."""
    chosen = images[:: max(len(images) // _TIMES, 1)][:_TIMES]
    with open_sight() as sight:
        sight.see(Image.new("RGB", (200, 100), "white"))  # the models are loaded
        timed = [_timed(sight, image) for image in chosen]
    first, change, same = (sorted(times)[len(times) // 2] for times in zip(*timed, strict=True))
    return {"first_s": round(first, 3), "change_s": round(change, 3), "same_ms": round(same * 1000, 1)}


def _timed(sight: Sight, image: Image.Image) -> tuple[float, float, float]:
    changed = image.copy()
    ImageDraw.Draw(changed).text((image.width // 3, image.height - 90), "Saved at 10:45", fill="red", font_size=16)
    return _seconds(sight, image), _seconds(sight, changed), _seconds(sight, changed)


def _seconds(sight: Sight, image: Image.Image) -> float:
    started = time.perf_counter()
    sight.see(image)
    return time.perf_counter() - started


def _rows(score: Score, figures: Mapping[str, float]) -> Iterable[tuple[object, ...]]:
    for measure, value in figures.items():
        yield measure, score.asked[measure] or "", f"{value:g}", GOALS.get(measure, "")
    for key in sorted(key for key in score.asked if " " in key):
        yield key, score.asked[key], f"{score.share(key):.3f}", ""


if __name__ == "__main__":
    main()
