"""Gathers what the page of a score shows, from its folder, or from two.

Verdicts are read as a stream, twice: first to count them and to choose what is shown, the wrong ones first, then for
what is told of those. So a page of a hundred thousand steps is no larger than one of two thousand.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from heapq import nsmallest
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from actions.quotation import one_line, shortened
from actions.schema import Action, Box
from actions.targets import targets
from agent.errors import RecordingError
from tasks.recorded.catalogue import BENCHMARKS, ON_REQUEST
from tasks.recorded.certainty import Worth, mean_score
from tasks.recorded.compare import compare_kept
from tasks.recorded.figures import figures_for, without_figures
from tasks.recorded.kept import KeptScore
from tasks.recorded.report import JudgedStep, Report
from tasks.recorded.steps import BadRecordError, Screenshot
from ui.report.score.shown import ALONE, BESIDE, Part, ShownAnswer, ShownRunOfScore, ShownScore, ShownScoredStep
from ui.report.shown import Fact
from ui.report.suite.album import Album
from ui.report.words import Words
from ui.wording import in_words

PARTS = "parts of the metric"
_LONGEST_THOUGHT, _LONGEST_ANSWER, _LONGEST_GOAL = 3_000, 1_500, 600  # characters
_WIDEST_GROUP = 24  # values: a group of more stands in the JSON only
_MOST_CHOICES = 200  # of one filter
_SHAPE = 16 / 10  # of a screen whose size nobody knows


class Bounds(NamedTuple):
    """How much a page holds at the most."""

    steps: int = 2_000
    pictures: int = 300


BOUNDS = Bounds()


def shown_score(kept: Sequence[KeptScore], album: Album, words: Words, bounds: Bounds = BOUNDS) -> ShownScore:
    """Return all that the page shows of one folder, or of two; the pictures go into the album. Raises `ScoreError`."""
    compared = compare_kept(kept[0], kept[1]) if len(kept) > 1 else None
    fates = _fates(kept)
    order = BESIDE if compared else ALONE
    chosen = nsmallest(bounds.steps, enumerate(fates), key=lambda entry: (order.index(fates[entry[1]]), entry[0]))
    builder = _Builder(album, words, bounds.pictures)
    steps = tuple(builder.steps(kept, {id: (number + 1, fates[id]) for number, id in chosen}))
    counts = Counter(fates.values())
    name = kept[0].report.benchmark
    card = next((known.card for known in (*BENCHMARKS, *ON_REQUEST) if known.name == name), None)
    own = kept[0].report.metric == "own"
    return ShownScore(
        title=card.title if card else name,
        card=card,
        runs=tuple(_run(each, costs=compared is not None) for each in kept),
        comparison=compared,
        breakdown=_breakdown([each.report for each in kept]),
        published=figures_for(name) if own else (),
        missing=tuple(without_figures(name)) if own else (),
        fates={fate: counts[fate] for fate in order if counts[fate]},
        choices=_choices(steps),
        steps=steps,
        most_pictures=bounds.pictures,
        without_picture=builder.left_out,
    )


def fate_of(step: JudgedStep) -> str:
    """Return how a step went: one of `ALONE`."""
    if step.correct:
        return "right"
    return "unreadable" if step.unreadable else "wrong"


def _fates(kept: Sequence[KeptScore]) -> dict[str, str]:
    """Return how each step went that all runs have, in the order of the data."""
    first = {step.id: fate_of(step) for step in kept[0].steps()}
    if len(kept) == 1:
        return first
    second = {step.id: fate_of(step) for step in kept[1].steps() if step.id in first}
    return {id: _both(first[id] == "right", second[id] == "right") for id in first if id in second}


def _both(first: bool, second: bool) -> str:
    return BESIDE[{(True, False): 0, (False, True): 1, (False, False): 2, (True, True): 3}[first, second]]


class _Builder:
    """Makes steps, and keeps account of their pictures."""

    def __init__(self, album: Album, words: Words, most_pictures: int) -> None:
        self._album, self._words, self._most = album, words, most_pictures
        self._files: set[str] = set()
        self.left_out = 0

    def steps(self, kept: Sequence[KeptScore], chosen: dict[str, tuple[int, str]]) -> Iterator[ShownScoredStep]:
        """Yield the chosen steps in the order in which they were chosen."""
        runs = [{step.id: step for step in each.steps() if step.id in chosen} for each in kept]
        for rank, (id, (number, fate)) in enumerate(chosen.items()):
            yield self._step([run[id] for run in runs], number, fate, rank)

    def _step(self, answered: Sequence[JudgedStep], number: int, fate: str, rank: int) -> ShownScoredStep:
        step, size = answered[0], _size(answered[0])
        return ShownScoredStep(
            number=number,
            step=step.model_copy(update={"goal": shortened(step.goal, _LONGEST_GOAL)}),
            fate=fate,
            wanted=self._said(step.gold),
            groups=tuple(dict.fromkeys((one_line(name), one_line(value)) for name, value in _groups(step))),
            gold=_percent(step.boxes) or _aims(step.gold),
            picture=self._picture(step, rank),
            shape=size[0] / size[1] if size else _SHAPE,
            answers=tuple(self._answer(each, size) for each in answered),
        )

    def _answer(self, step: JudgedStep, size: tuple[int, int] | None) -> ShownAnswer:
        place = _place(step.pixels, size) if step.pixels else ()
        return ShownAnswer(
            step=step,
            fate=fate_of(step),
            title=self._said(step.actions) if step.actions else _pixels(step.pixels),
            boxes=place or _aims(step.actions),
            thought=shortened(step.thought, _LONGEST_THOUGHT),
            answer=shortened(step.answer, _LONGEST_ANSWER),
        )

    def _said(self, actions: Sequence[Action]) -> str:
        return shortened(", ".join(in_words(action, self._words.translate) for action in actions), _LONGEST_GOAL)

    def _picture(self, step: JudgedStep, rank: int) -> str:
        """Return the key of the step's screenshot; empty beyond the bound, and where it lies in no file."""
        file = step.screenshot
        if not file or (file not in self._files and len(self._files) >= self._most):
            self.left_out += 1
            return ""
        self._files.add(file)
        return self._album.add(partial(_open, Path(file)), file, rank)


def _groups(step: JudgedStep) -> Iterator[tuple[str, str]]:
    """Yield what a step can be filtered by: the first action that was right, and its benchmark's groups."""
    if step.gold:
        yield "action", step.gold[0].action_type
    yield from step.groups


def _open(path: Path) -> Image.Image:
    """Return a screenshot. Raises `RecordingError`."""
    try:
        return Screenshot(path).open()
    except BadRecordError as error:
        raise RecordingError(str(error)) from error


def _size(step: JudgedStep) -> tuple[int, int] | None:
    try:
        size = Screenshot(Path(step.screenshot) if step.screenshot else None, annotated=step.size).size
    except BadRecordError:
        return None
    return size if min(size) > 0 else None


def _aims(actions: Sequence[Action]) -> tuple[Box, ...]:
    return _percent([box for action in actions for box in targets(action)])


def _percent(boxes: Sequence[Box]) -> tuple[Box, ...]:
    return tuple(Box(*(edge / 10 for edge in box)) for box in boxes)


def _place(pixels: tuple[float, float], size: tuple[int, int] | None) -> tuple[Box, ...]:
    """Return a place in pixels as a point in per cent, kept on the picture."""
    if not size:
        return ()
    x, y = (min(max(100 * place / side, 0.0), 100.0) for place, side in zip(pixels, size, strict=True))
    return (Box(x, y, x, y),)


def _pixels(pixels: tuple[float, float] | None) -> str:
    return f"({pixels[0]:g}, {pixels[1]:g})" if pixels else ""


def _run(kept: KeptScore, *, costs: bool) -> ShownRunOfScore:
    """Return a run; `costs` are told among its facts where no large figures tell them."""
    mean = mean_score(Worth(step.task, step.score) for step in kept.steps())
    return ShownRunOfScore(kept.name, kept.report, mean, tuple(_facts(kept.report, costs=costs)))


def _facts(report: Report, *, costs: bool) -> Iterator[Fact]:
    run = report.run
    told = {
        "Model": run.model if run else "",
        "Dialect": (run.dialect or "") if run else "",
        "History": run.history if run else "",
        "Metric": "" if report.metric == "own" else report.metric,
        "Only so many steps": str(run.limit) if run and run.limit else "",
        "Seed": str(run.seed) if run and run.seed is not None else "",
        "Seconds a step": _number(report.seconds_per_step, ".2f") if costs else "",
        "Tokens a step": _number(report.tokens_per_step, ".0f") if costs else "",
        "Data": report.data,
    }
    return (Fact(name, value) for name, value in told.items() if value)


def _number(value: float | None, form: str) -> str:
    return format(value, form) if value is not None and math.isfinite(value) else ""


def _breakdown(reports: Sequence[Report]) -> dict[str, tuple[Part, ...]]:
    """Return the groups, where there is more than one and fewer than many, and the parts of the metric."""
    names = dict.fromkeys(name for report in reports for name in report.breakdown)
    parts = [{name: {"score": mean} for name, mean in report.parts.items()} for report in reports]
    tables = {name: [report.breakdown.get(name, {}) for report in reports] for name in names}
    return {
        name: tuple(
            Part(value, tuple(group.get(value) for group in groups))
            for value in dict.fromkeys(value for group in groups for value in group)
        )
        for name, groups in {**tables, PARTS: parts}.items()
        if 1 < max(map(len, groups)) <= _WIDEST_GROUP
    }


def _choices(steps: Sequence[ShownScoredStep]) -> dict[str, tuple[str, ...]]:
    """Return what steps can be filtered by: the action that was right, and each kind of group."""
    found: dict[str, set[str]] = {}
    for name, value in (group for shown in steps for group in shown.groups):
        found.setdefault(name, set()).add(value)
    return {name: tuple(sorted(values)[:_MOST_CHOICES]) for name, values in found.items() if len(values) > 1}
