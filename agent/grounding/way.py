"""What `--grounding` says, read and written back."""

import re
from typing import Literal, NamedTuple, TypeAlias, get_args

from agent.errors import GroundingError
from model.families import Family, family_named

Kind: TypeAlias = Literal["plain", "zoom", "zoom-if-unsure", "snap", "samples"]

PLAIN = "plain"
_USUAL_SAMPLES, _MOST_SAMPLES = 3, 32
_SPEC = re.compile(rf"({'|'.join(get_args(Kind))})(?::(\d{{1,3}}))?")


class Way(NamedTuple):
    """How a model is asked: its first answer as it is, a closer look, a move onto the named text, or some samples."""

    kind: Kind = "plain"
    samples: int = 1

    @classmethod
    def parse(cls, spec: str) -> "Way":
        """Read `plain`, `zoom`, `zoom-if-unsure`, `snap` or `samples[:N]`. Raises `GroundingError`."""
        found = _SPEC.fullmatch(spec.strip())
        if not found or (found[2] and found[1] != "samples"):
            raise GroundingError(f"{spec!r} is no way of asking: it can be {', '.join(get_args(Kind))}[:N].")
        if found[1] != "samples":
            return cls(next(kind for kind in get_args(Kind) if kind == found[1]))
        count = int(found[2] or _USUAL_SAMPLES)
        if not 2 <= count <= _MOST_SAMPLES:
            raise GroundingError(
                f"{count} samples cannot be asked for: 2 to {_MOST_SAMPLES} can, and an odd number is best."
            )
        return cls("samples", count)

    def __str__(self) -> str:
        return f"samples:{self.samples}" if self.kind == "samples" else self.kind


def way_for_family(family: Family, spec: str) -> Way:
    """Return the way that `spec` says. Raises `GroundingError` for what is none, or cannot help the family."""
    way = Way.parse(spec)
    if way.kind != "plain" and family == family_named("reader"):
        raise GroundingError(f"The reader aims at text that it has read, always alike: --grounding {way} cannot help.")
    return way
