"""Which tasks are run, and in what order."""

import random
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tasks.task import Task
from tasks.task.task import MOST_RUNS


class SelectionError(Exception):
    """What was asked for selects nothing, or cannot be read; the sentence says what to do."""


@dataclass(frozen=True)
class Selection:
    """`grep` is a regular expression for a task's name and tags; `shard` is (which, of how many), from 1.

    `only` are ids of runs, of those that are repeats of each other the first.
    """

    grep: str = ""
    tags: tuple[str, ...] = ()
    only: Collection[str] | None = None
    repeat_each: int = 1
    shuffle: bool = False
    seed: int = 0
    shard: tuple[int, int] = (1, 1)

    def of(self, tasks: Sequence[Task]) -> list[Task]:
        """Return the tasks to run, in their order. Raises `SelectionError` where there are none."""
        chosen = [task for task in tasks if self._takes(task)]
        if not chosen:
            raise SelectionError(f"None of the {len(tasks)} tasks is selected: `--list` shows their names and tags.")
        chosen = [run for task in chosen for run in task.repeated(self.repeat_each)]
        if self.shuffle:
            random.Random(self.seed).shuffle(chosen)  # noqa: S311 - an order, not a secret
        which, parts = self.shard
        return chosen[which - 1 :: parts]

    def _takes(self, task: Task) -> bool:
        named = " ".join((task.id, *(f"@{tag}" for tag in task.tags)))
        try:
            found = re.search(self.grep, named, re.IGNORECASE)
        except re.error as error:
            raise SelectionError(f"{self.grep!r} is no regular expression: {error}.") from error
        tagged = not self.tags or not set(self.tags).isdisjoint(task.tags)
        return bool(found) and tagged and (self.only is None or task.run_id in self.only)


def read_seeds(text: str) -> range:
    """Read `0-4`, or one seed alone. Raises `SelectionError`."""
    found = re.fullmatch(r"(\d{1,9})(?:-(\d{1,9}))?", text.strip())
    seeds = range(int(found[1]), int(found[2] or found[1]) + 1) if found else range(0)
    if not 0 < len(seeds) <= MOST_RUNS:
        raise SelectionError(f"{text!r} are no seeds: write the first and the last one, such as 0-4.")
    return seeds


def read_shard(text: str) -> tuple[int, int]:
    """Read `2/5`. Raises `SelectionError`."""
    found = re.fullmatch(r"(\d+)/(\d+)", text)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise SelectionError(f"{text!r} is no shard: write which one and of how many, such as 2/5.")
    return int(found[1]), int(found[2])
