"""From `miniwob:NAME` and seeds to tasks: what the page asks for is the goal, and its reward the only check."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from tasks.checks.reward import RewardCheck
from tasks.live.miniwob.chromium import SCALE
from tasks.live.miniwob.pages import no_page, pages
from tasks.task import Task
from tasks.task.set_up import Episode, SetUp
from tasks.task.task import Size

_ALL = "all"
_JUDGED_FOR = 1.0  # seconds: the reward is there as soon as the episode is over
_DISPLAY = Size(240 * SCALE, 240 * SCALE)
"""A page of 160x210, and room for a list that opens at its edge."""


def miniwob_tasks(names: Iterable[str], seeds: Iterable[int], *, timed: bool = False) -> list[Task]:
    """Return a task for each page and seed. A name can be a pattern such as `click-*`; `all` are all pages.

    Raises `MiniWobError` where the package is not installed or has no such page.
    """
    names, seeds = list(names), list(seeds)
    known = pages() if names else {}
    named = dict.fromkeys(page for name in names for page in _named(name, known))
    return [_task(page, known[page], seed, timed=timed) for page in named for seed in seeds]


def _named(name: str, known: dict[str, Path]) -> Iterator[str]:
    found = [page for page in known if name == _ALL or fnmatchcase(page, name)]
    if not found:
        raise no_page(name, known)
    yield from found


def _task(page: str, file: Path, seed: int, *, timed: bool) -> Task:
    return Task(
        name=f"{page} (timed)" if timed else page,
        file=str(file),
        seed=seed,
        goal="{{utterance}}",
        set_up=SetUp(episode=Episode(miniwob=page, timed=timed)),
        checks=(RewardCheck(reward=1),),
        check_seconds=_JUDGED_FOR,
        tags=("miniwob",),
        display=_DISPLAY,
    )
