"""Notices a run that goes in circles: the same action on the same screen, in a row or by turns."""

from collections import Counter

from actions.schema import Action, Wait

_TOO_OFTEN = 3
_TOO_OFTEN_WAITING = 10


class Repetition:
    """Counts how often each action met each screen during a run."""

    def __init__(self) -> None:
        self._met: Counter[tuple[str, int]] = Counter()

    def count(self, action: Action, fingerprint: int) -> int:
        """Count this meeting; return how many came before it."""
        key = (action.model_dump_json(), fingerprint)
        self._met[key] += 1
        return self._met[key] - 1


def is_stuck(action: Action, repeats: int) -> bool:
    """Say whether an action that met the same screen `repeats` times before shall not be tried again."""
    return repeats >= (_TOO_OFTEN_WAITING if isinstance(action, Wait) else _TOO_OFTEN)
