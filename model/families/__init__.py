"""What differs between model families, as values: how they reply, write, count and remember. One family is one file.

`known/` holds the families; adding one is adding a file there. Loads nothing, and does not know what actions mean: a
family names its dialect.
"""

from model.families.canvas import THOUSANDTHS, PixelGrid
from model.families.family import Family
from model.families.history import HistoryPolicy
from model.families.registry import FAMILIES, OTHER, family_for, family_named, family_of_checkpoint

__all__ = [
    "FAMILIES",
    "OTHER",
    "THOUSANDTHS",
    "Family",
    "HistoryPolicy",
    "PixelGrid",
    "family_for",
    "family_named",
    "family_of_checkpoint",
]
