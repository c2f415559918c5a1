"""The embedded model: carries out instructions by what `model.sight` reads on the screen."""

from model.reader.reader import Reader

__all__ = ["Reader"]
