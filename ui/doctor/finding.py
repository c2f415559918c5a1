"""What one check found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A check's result; `cure` says what to do where it is not `good`. What is not `needed` fails nothing."""

    subject: str
    good: bool
    found: str
    cure: str = ""
    needed: bool = True
