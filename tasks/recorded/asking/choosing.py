"""Which steps are asked about: all, the first ones, or some by chance; the same whenever it is asked again."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from heapq import nsmallest
from itertools import islice
from typing import Any

from tasks.recorded.steps import RecordedStep, Skipped


@dataclass(frozen=True)
class Choice:
    """`names` are the steps' ids, or their tasks where these are asked as a whole; None is every one."""

    total: int
    names: frozenset[str] | None = None
    whole_tasks: bool = False

    def __contains__(self, step: RecordedStep[Any]) -> bool:
        return self.names is None or _name(step, self.whole_tasks) in self.names


def choose(
    steps: Iterable[RecordedStep[Any] | Skipped], limit: int | None, seed: int | None, *, whole_tasks: bool
) -> Choice:
    """Choose `limit` steps: the first, or with a seed some by chance. Whole tasks are taken until there are so many."""
    names = (_name(step, whole_tasks) for step in steps if isinstance(step, RecordedStep))
    if limit is None:
        return Choice(sum(1 for _ in names), whole_tasks=whole_tasks)
    if whole_tasks:
        counts = Counter(names)
        order = list(counts) if seed is None else sorted(counts, key=lambda name: _lot(seed, name))
        chosen = list(_until(order, counts, limit))
        return Choice(sum(counts[name] for name in chosen), frozenset(chosen), whole_tasks)
    first = islice(names, limit) if seed is None else nsmallest(limit, names, key=lambda name: _lot(seed, name))
    taken = frozenset(first)
    return Choice(len(taken), taken)


def _name(step: RecordedStep[Any], whole_tasks: bool) -> str:
    return step.task or step.id if whole_tasks else step.id


def _lot(seed: int, name: str) -> bytes:
    """Return what a name draws: it depends on nothing else, so others that come or go change nothing."""
    return blake2b(f"{seed} {name}".encode(), digest_size=8).digest()


def _until(order: Iterable[str], counts: Counter[str], limit: int) -> Iterator[str]:
    taken = 0
    for name in order:
        if taken >= limit:
            return
        taken += counts[name]
        yield name
