"""Gathers what the page of a score shows, from its folder, or from two.

Verdicts are read as a stream, twice: first to count them and to choose what is shown, the wrong ones first, then for
what is told of those. So a page of a hundred thousand steps is no larger than one of two thousand.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from heapq import nsmallest
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from actions.quotation import one_line, shortened
from actions.schema import Action
from tasks.recorded.catalogue import BENCHMARKS, ON_REQUEST
from tasks.recorded.figures import LOOKED_AT, figures_for, without_figures
from tasks.recorded.scores.compare import compare_kept
from tasks.recorded.scores.kept import KeptScore
from tasks.recorded.scores.report import JudgedStep
from ui.report.score.figures import breakdown_of, run_of
from ui.report.score.places import (
    aims,
    in_percent,
    in_pixels,
    open_screenshot,
    open_taken_out,
    place_in_percent,
    places_of_calls,
    said_of_calls,
    size_of,
)
from ui.report.score.shown import ALONE, BESIDE, ShownAnswer, ShownScore, ShownScoredStep
from ui.report.score.within import taken_out
from ui.report.suite.album import Album
from ui.report.words import Words
from ui.wording import in_words

_LONGEST_THOUGHT, _LONGEST_ANSWER, _LONGEST_GOAL = 3_000, 1_500, 600  # characters
_MOST_CHOICES = 200  # of one filter
_SHAPE = 16 / 10  # of a screen whose size nobody knows


class Bounds(NamedTuple):
    """How much a page holds at the most."""

    steps: int = 2_000
    pictures: int = 300


BOUNDS = Bounds()


def shown_score(
    kept: Sequence[KeptScore], album: Album, words: Words, scratch: Path, bounds: Bounds = BOUNDS
) -> ShownScore:
    """Return all that the page shows of one folder, or of two; the pictures go into the album. Raises `ScoreError`.

    Pictures that lie in no file are put into `scratch`, from where the album takes them.
    """
    compared = compare_kept(kept[0], kept[1]) if len(kept) > 1 else None
    fates = _fates(kept)
    order = BESIDE if compared else ALONE
    chosen = nsmallest(bounds.steps, enumerate(fates), key=lambda entry: (order.index(fates[entry[1]]), entry[0]))
    builder = _Builder(album, words, scratch, bounds.pictures)
    steps = tuple(builder.steps(kept, {id: (number + 1, fates[id]) for number, id in chosen}))
    counts = Counter(fates.values())
    name = kept[0].report.benchmark
    card = next((known.card for known in (*BENCHMARKS, *ON_REQUEST) if known.name == name), None)
    own = kept[0].report.metric == "own"
    return ShownScore(
        title=card.title if card else name,
        card=card,
        runs=tuple(run_of(each, costs=compared is not None) for each in kept),
        comparison=compared,
        breakdown=breakdown_of([each.report for each in kept]),
        published=figures_for(name) if own else (),
        missing=tuple(without_figures(name)) if own else (),
        looked_at=LOOKED_AT,
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

    def __init__(self, album: Album, words: Words, scratch: Path, most_pictures: int) -> None:
        self._album, self._words, self._scratch, self._most = album, words, scratch, most_pictures
        self._files: set[str] = set()
        self._within: Mapping[str, Path] = {}
        self.left_out = 0

    def steps(self, kept: Sequence[KeptScore], chosen: dict[str, tuple[int, str]]) -> Iterator[ShownScoredStep]:
        """Yield the chosen steps in the order in which they were chosen."""
        runs = [{step.id: step for step in each.steps() if step.id in chosen} for each in kept]
        within = (id for id in chosen if runs[0][id].is_within)
        self._within = taken_out(kept[0].report, set(islice(within, self._most)), self._scratch)
        for rank, (id, (number, fate)) in enumerate(chosen.items()):
            yield self._step([run[id] for run in runs], number, fate, rank)

    def _step(self, answered: Sequence[JudgedStep], number: int, fate: str, rank: int) -> ShownScoredStep:
        step, size = answered[0], size_of(answered[0])
        return ShownScoredStep(
            number=number,
            step=step.model_copy(update={"goal": shortened(step.goal, _LONGEST_GOAL)}),
            fate=fate,
            wanted=self._said(step.gold),
            groups=tuple(dict.fromkeys((one_line(name), one_line(value)) for name, value in _groups(step))),
            gold=in_percent(step.boxes) or aims(step.gold),
            picture=self._picture(step, rank),
            shape=size[0] / size[1] if size else _SHAPE,
            answers=tuple(self._answer(each, size) for each in answered),
        )

    def _answer(self, step: JudgedStep, size: tuple[int, int] | None) -> ShownAnswer:
        place = place_in_percent(step.pixels, size) if step.pixels else places_of_calls(step.calls)
        return ShownAnswer(
            step=step,
            fate=fate_of(step),
            title=self._said(step.actions) if step.actions else in_pixels(step.pixels) or said_of_calls(step.calls),
            boxes=place or aims(step.actions),
            thought=shortened(step.thought, _LONGEST_THOUGHT),
            answer=shortened(step.answer, _LONGEST_ANSWER),
        )

    def _said(self, actions: Sequence[Action]) -> str:
        return shortened(", ".join(in_words(action, self._words.translate) for action in actions), _LONGEST_GOAL)

    def _picture(self, step: JudgedStep, rank: int) -> str:
        """Return the key of the step's screenshot; empty beyond the bound, and where there is none."""
        file = str(self._within.get(step.id, "")) if step.is_within else step.screenshot
        if not file or (file not in self._files and len(self._files) >= self._most):
            self.left_out += 1
            return ""
        self._files.add(file)
        name = f"{step.file}, {step.record}" if step.is_within else file
        load = open_taken_out if step.is_within else open_screenshot
        return self._album.add(partial(load, Path(file)), name, rank)


def _groups(step: JudgedStep) -> Iterator[tuple[str, str]]:
    """Yield what a step can be filtered by: the first action that was right, and its benchmark's groups."""
    if step.gold:
        yield "action", step.gold[0].action_type
    yield from step.groups


def _choices(steps: Sequence[ShownScoredStep]) -> dict[str, tuple[str, ...]]:
    """Return what steps can be filtered by: the action that was right, and each kind of group."""
    found: dict[str, set[str]] = {}
    for name, value in (group for shown in steps for group in shown.groups):
        found.setdefault(name, set()).add(value)
    return {name: tuple(sorted(values)[:_MOST_CHOICES]) for name, values in found.items() if len(values) > 1}
