"""Tells each step of a task what came before it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tasks.recorded.benchmark import Read
from tasks.recorded.steps import EarlierStep, Gold, Skipped


def with_earlier(steps: Iterable[Read[Gold]]) -> Iterator[Read[Gold]]:
    """Yield the steps with those of the same task before them; a record that is left out is missing there too."""
    task, earlier = "", tuple[EarlierStep, ...]()
    for step in steps:
        if isinstance(step, Skipped):
            yield step
            continue
        if step.task != task:
            task, earlier = step.task, ()
        yield replace(step, earlier=earlier)
        earlier = (*earlier, step.as_earlier())
