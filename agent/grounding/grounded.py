"""A model that asks another one in some way, and answers with what came of it. Builds all ways; knows none closely."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from threading import Event
from typing import TypeAlias, assert_never

from PIL import Image

from actions.dialects.base import Dialect
from agent.errors import GroundingError
from agent.grounding.around import AroundModel
from agent.grounding.asking import Asking, Revision
from agent.grounding.reply import GroundedReply, Heard, rewritten
from agent.grounding.samples import middle_of_samples
from agent.grounding.snap import snap
from agent.grounding.way import Way, way_for_family
from agent.grounding.zoom import zoom, zoom_if_unsure
from agent.step import Grounding
from model.base import Model, Repeating, Request
from model.reply import Reply
from model.sight.ocr import Ocr

LookAgain: TypeAlias = Callable[[Asking, Heard], Revision | None]
"""Returns what further looks came to; None where there was nothing to look at again."""


def way_for(model: Model, spec: str) -> Way:
    """Return the way that `spec` says. Raises `GroundingError` for what is none, or cannot help the model."""
    way = way_for_family(model.family, spec)
    if way.kind in ("samples", "zoom-if-unsure") and isinstance(model, Repeating) and model.repeats_because:
        raise GroundingError(
            f"This model's answers are all the same, and --grounding {way} compares some: {model.repeats_because}."
        )
    return way


@contextmanager
def grounded(
    model: Model, way: Way, dialect: Callable[[Image.Image], Dialect], ocr: Ocr | None = None
) -> Iterator[Model]:
    """Yield the model asked in a way: itself where that is plain.

    `dialect` returns how it writes actions on a screenshot; an `ocr` that is handed over stays open.
    """
    match way.kind:
        case "plain":
            yield model
        case "zoom":
            yield GroundedModel(model, zoom, dialect)
        case "zoom-if-unsure":
            yield GroundedModel(model, zoom_if_unsure, dialect)
        case "samples":
            yield GroundedModel(model, partial(middle_of_samples, samples=way.samples), dialect)
        case "snap" if ocr:
            yield GroundedModel(model, partial(snap, ocr=ocr), dialect)
        case "snap":
            with closing(Ocr()) as own:
                yield GroundedModel(model, partial(snap, ocr=own), dialect)
        case _:
            assert_never(way.kind)


class GroundedModel(AroundModel):
    """Asks a model once as it stands, and then as `look_again` wants. Implements `model.base.Model`."""

    def __init__(self, model: Model, look_again: LookAgain, dialect: Callable[[Image.Image], Dialect]) -> None:
        super().__init__(model)
        self._look_again, self._dialect = look_again, dialect

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        """Answer; the first thought alone is streamed. Raises `GenerationStopped` between and within looks."""
        if request.screenshot is None:
            return self._model.generate(request, on_text, stop)
        dialect = self._dialect(request.screenshot)
        asking = Asking(self._model, request, dialect, stop)
        first = asking.ask(on_text)
        return _reply(asking, first, self._look_again(asking, first), dialect)


def _reply(asking: Asking, first: Heard, revision: Revision | None, dialect: Dialect) -> GroundedReply:
    """Return the answer that counts, with the first thought and the cost of all looks."""
    parsed = revision.parsed if revision else first.parsed
    before = first.parsed.action if first.parsed else None
    changed = parsed is not None and parsed.action != before
    answer = first.reply.answer
    if revision and parsed and (changed or revision.base is not first):
        answer = rewritten(revision.base, parsed, dialect)
    told = Grounding(calls=asking.calls, note=revision.note if revision else "", first=before if changed else None)
    return GroundedReply.of(first.reply, answer, asking.tokens, asking.seconds, parsed, told)
