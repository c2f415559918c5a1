"""A model that is also told what stands on its screenshot, as a list: for models that read better than they point.

The list stands after the screenshot, whatever the prompt's own form is. It quotes the screen, so it is data.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import takewhile
from threading import Event

from actions.dialects.base import Dialect
from actions.quotation import without_marks
from agent.grounding.around import AroundModel
from agent.prompt.builder import note_on_elements
from agent.settings import RunSettings
from model.base import Model, Part, Request
from model.families import family_named
from model.reply import Reply
from model.sight.listing import listing
from model.sight.ocr import Ocr
from model.sight.open import open_sight
from model.sight.sight import Sight

Scale = tuple[int, int]
"""The width and height that a model's coordinates count to."""


@contextmanager
def told_elements(model: Model, settings: RunSettings, dialect: Dialect, ocr: Ocr | None) -> Iterator[Model]:
    """Yield the model as the settings want it: told the elements, or itself. A given `ocr` is shared and stays open.

    The reader sees them anyway.
    """
    if settings.elements and model.family != family_named("reader"):
        with open_sight(ocr) as sight:
            yield ElementsModel(model, sight, dialect.screen)
    else:
        yield model


class ElementsModel(AroundModel):
    """Asks a model with the elements of the screenshot in the prompt. Implements `model.base.Model`."""

    def __init__(self, model: Model, sight: Sight, scale: Scale) -> None:
        super().__init__(model)
        self._sight, self._scale = sight, scale

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        """Answer. Raises `GenerationStopped` also while the screen is looked at, and `ModelError`."""
        if request.screenshot is None:
            return self._model.generate(request, on_text, stop)
        elements = self._sight.see(request.screenshot, stop)
        shown = listing(elements, request.screenshot.size, self._scale)
        told = note_on_elements(request.goal, without_marks(shown), self._scale)
        return self._model.generate(replace(request, content=_with(request, told)), on_text, stop)

    def read_ahead(self, content: tuple[Part, ...]) -> None:
        """Let the model begin with the images: the list of elements stands after them."""
        super().read_ahead(tuple(takewhile(lambda part: not isinstance(part, str), content)))


def _with(request: Request, told: str) -> tuple[Part, ...]:
    """Return the content with a text after the images that it begins with, or else after the screenshot."""
    places = [place for place, part in enumerate(request.content) if part is request.screenshot]
    place = places[0] + 1 if places else 0
    while place < len(request.content) and not isinstance(request.content[place], str):
        place += 1
    return (*request.content[:place], told, *request.content[place:])
