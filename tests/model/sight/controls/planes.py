"""The planes of a net that is always right, made from what stands on a screen; and a net that says what it is told."""

import threading
from collections.abc import Sequence

import numpy as np

from model.sight.controls.net import Planes
from model.sight.element import Element
from model.sight.engine import Pixels, ReadingInterruptedError
from tests.training.controls.targets import target

WIDTH, HEIGHT = 320, 192
_SURE, _UNSURE = 4.0, -6.0


def perfect(*elements: Element) -> Planes:
    """Return planes in which every centre is sure, and every place around it knows the box and the states."""
    wanted = target(elements, HEIGHT, WIDTH)
    there = _UNSURE + (_SURE - _UNSURE) * wanted.bells
    states = np.where(wanted.states > 0, _SURE, _UNSURE)
    return np.concatenate((there, wanted.kinds, wanted.sides, states)).astype(np.float32)


def blank() -> Pixels:
    """Return an empty picture of the planes' size."""
    return np.full((HEIGHT, WIDTH, 3), 255, np.uint8)


class ToldNet:
    """Says what it is told of any picture. With `patient` it waits for an interruption first, as a slow one would."""

    def __init__(self, elements: Sequence[Element] = (), patient: bool = False) -> None:
        self._planes = perfect(*elements)
        self._patient = patient
        self.began, self.interrupted = threading.Event(), threading.Event()

    def planes(self, pixels: Pixels) -> Planes:
        self.began.set()
        if self._patient:
            assert self.interrupted.wait(10)
            raise ReadingInterruptedError
        return self._planes

    def interrupt(self) -> None:
        self.interrupted.set()
