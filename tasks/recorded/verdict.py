"""What a rule says of one answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Verdict:
    """What an answer is worth, from 0 to 1, whether that counts as right, and why in a sentence.

    `parts` are the values of the rule's own parts, such as an element's accuracy; each is averaged over the steps that
    have it.
    """

    score: float
    correct: bool
    why: str
    parts: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, correct: bool, why: str) -> "Verdict":
        """Return the verdict of a rule that knows only right and wrong."""
        return cls(float(correct), correct, why)
