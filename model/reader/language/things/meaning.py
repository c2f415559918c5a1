"""What a noun phrase means: a target, and whether one or every one. Values only."""

from dataclasses import dataclass

from model.reader.plan import Target


@dataclass(frozen=True)
class Meant:
    """A target; `every` says that all that fit are meant, `limit` that so many of them are."""

    target: Target
    every: bool = False
    limit: int = 0

    @property
    def several(self) -> bool:
        """Whether more than one thing is meant."""
        return self.every or self.limit > 1
