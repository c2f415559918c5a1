"""How an OSWorld task is judged: its metrics, joined by and or by or, and what is done before."""

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from tasks.live.osworld.document import Entry
from tasks.live.osworld.getters import got
from tasks.live.osworld.metrics import CheckData, Judged, checks_of
from tasks.live.osworld.places import Brought
from tasks.live.osworld.unsupported import Unsupported

INFEASIBLE = "infeasible"


@dataclass(frozen=True)
class Evaluator:
    """What must hold in the end, and what is done before that is looked at."""

    infeasible: bool
    before: tuple[Entry, ...]
    checks: tuple[CheckData, ...]


def read_evaluator(said: Any, brought: Brought) -> Evaluator:
    """Return how a task is judged. Raises `Unsupported` for what cannot be judged here."""
    if not isinstance(said, dict) or not said.get("func"):
        raise Unsupported("It says nothing of how it is judged.")
    if said["func"] == INFEASIBLE:
        return Evaluator(True, (), ())
    names = _listed(said["func"])
    each = [
        checks_of(Judged(str(name), got(result, brought), got(expected, brought), _options(options)))
        for name, result, expected, options in zip(
            names, *(_parallel(said.get(key), len(names)) for key in ("result", "expected", "options")), strict=True
        )
    ]
    if not all(each):
        raise Unsupported("Its evaluator asks for nothing.")
    return Evaluator(False, _entries(said.get("postconfig", [])), _joined(each, said.get("conj", "and")))


def _joined(each: list[list[CheckData]], conjunction: object) -> tuple[CheckData, ...]:
    if conjunction == "or" and len(each) > 1:
        return ({"any": [checks[0] if len(checks) == 1 else {"all": checks} for checks in each]},)
    if conjunction not in ("and", "or"):
        raise Unsupported(f"It joins its metrics by {conjunction!r}, which is neither `and` nor `or`.")
    return tuple(check for checks in each for check in checks)


def _options(said: object) -> dict[str, Any]:
    if said and not isinstance(said, dict):
        raise Unsupported(f"Its evaluator has {said!r} where options are wanted.")
    return dict(said) if isinstance(said, dict) else {}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _parallel(value: object, length: int) -> list[Any]:
    """Return what belongs to each of the metrics, None where nothing does."""
    if not value:
        return [None] * length
    items = _listed(value)
    if len(items) != length:
        raise Unsupported(f"Its evaluator has {length} metrics, but {len(items)} of what they judge.")
    return items


def _entries(said: object) -> tuple[Entry, ...]:
    try:
        return tuple(Entry.model_validate(entry) for entry in _listed(said))
    except ValidationError as error:
        raise Unsupported("What it does before it judges cannot be read.") from error
