"""Names icons by a small net: crops in, names out.

The net is a part of this package, trained by `make train-icons` on the icons of sets that packages ship; of these it
holds no pictures. It knows nothing of where icons stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any, TypeAlias

import numpy as np

from model.base import GenerationStopped, ModelError
from model.sight.engine import Pixels
from model.sight.icons.crops import Crop, crops_of
from model.sight.onnx import open_net
from model.sight.text_line import PixelBox

MODEL = Path(__file__).parent / "icons.onnx"
NAMES_FILE = MODEL.with_suffix(".txt")

_SURE = 0.4  # of 1: on sets never seen, four of five names are right from here on
_LEAST, _MOST = 0.1, 4  # of 1, and names: less likely is what a picture shows taken for what is not there
_LEAST_ALONE, _ALONE = 0.03, 0.6  # where it is hardly an icon, but if so this one: so much of all names together
_BATCH = 64  # crops; some 30 ms, after which a stop is obeyed


@dataclass(frozen=True)
class IconName:
    """What an icon may be called, a name of the vocabulary, and how likely that is (0 to 1)."""

    name: str
    score: float

    @property
    def is_sure(self) -> bool:
        """Whether it may be said without being asked for."""
        return self.score >= _SURE


Names: TypeAlias = tuple[IconName, ...]
"""What an icon may be called, the likeliest first."""


class Icons:
    """The net, loaded by the first use. Calls come from one thread at a time."""

    def __init__(self, model: Path = MODEL) -> None:
        self._model = model
        self._session: Any = None
        self._names: tuple[str, ...] = ()

    def names(self, pixels: Pixels, boxes: Sequence[PixelBox], stop: Event | None = None) -> list[Names]:
        """Return what stands in each box may be called, the likeliest first; nothing where it is no icon.

        Raises `GenerationStopped` soon after `stop` is set, and `ModelError` where the model is missing.
        """
        ways = [crops_of(pixels, box) for box in boxes]
        likely = self._likely([crop for crops in ways for crop in crops], stop or Event())
        rows = iter(likely)
        return [self._best([next(rows) for _ in crops]) for crops in ways]

    def _likely(self, crops: Sequence[Crop], stop: Event) -> list[Crop]:
        """Return how likely each name is for each crop, the last of them that it has none."""
        self._load()
        found: list[Crop] = []
        for start in range(0, len(crops), _BATCH):
            if stop.is_set():
                raise GenerationStopped
            found += [*self._session.run(None, {"crops": np.stack(crops[start : start + _BATCH])})[0]]
        return found

    def _best(self, rows: Sequence[Crop]) -> Names:
        """Return what any way to see it shows; first what the first way does, from the outside in, that is sure."""
        if not rows:
            return ()
        likely = np.max([row[:-1] for row in rows], axis=0)
        first = next((row for row in rows if row[:-1].max() >= _SURE), likely)[: len(likely)].argmax()
        order = [first, *(number for number in np.argsort(-likely)[:_MOST] if number != first)]
        least = min(_LEAST, max(_LEAST_ALONE, _ALONE * float(likely.sum())))
        return tuple(IconName(self._names[n], float(likely[n])) for n in order if likely[n] >= least)

    def _load(self) -> None:
        if self._session is not None:
            return
        if not self._model.is_file():
            raise ModelError(f"{self._model} is missing: install deskhand again, its package holds that file.")
        self._session = open_net(self._model)
        self._names = tuple(self._model.with_suffix(".txt").read_text("utf-8").splitlines())
