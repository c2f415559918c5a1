"""Finds controls on a screenshot with a small net of our own, by their looks alone."""

from model.sight.controls.controls import Controls

__all__ = ["Controls"]
