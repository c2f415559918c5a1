"""Puts a recorded step to a model as a live run would: the same prompt, the same dialect, the history in its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from threading import Event

from PIL import Image

from actions.dialects import dialect_for
from actions.dialects.base import Dialect
from actions.errors import UnreadableReplyError
from actions.geometry import Rect, View
from actions.quotation import one_line
from actions.schema import Action
from agent.grounding.reply import GroundedReply
from agent.history import History
from agent.prompt.builder import PromptBuilder, history_for
from agent.step import Observation, Step
from model.base import Model, Request
from model.families import Family
from model.reply import Reply
from tasks.recorded.predictions.prediction import Prediction
from tasks.recorded.predictions.replies import dialect_on
from tasks.recorded.steps import BadRecordError, EarlierStep, Gold, RecordedStep, Screenshot
from tasks.recorded.whole_numbers import in_whole_numbers


@dataclass(frozen=True)
class Told:
    """An earlier step as the prompt tells it: an answer in the dialect, and what was wrong with it."""

    screenshot: Screenshot
    answer: str
    action: Action | None
    memory: str = ""
    error: str = ""


class Interview:
    """Asks one model family in one dialect."""

    def __init__(self, family: Family, dialect: str) -> None:
        self._family, self._dialect = family, dialect

    def ask(self, model: Model, step: RecordedStep[Gold], earlier: Iterable[Told], stop: Event) -> Prediction:
        """Return what the model answers. Raises `BadRecordError` about a screenshot, `ModelError`, `PromptError`."""
        reply = model.generate(self.request(step, earlier), _unheard, stop)
        predicted = Prediction(id=step.id, reply=_raw(reply), seconds=reply.seconds, tokens=reply.tokens or None)
        return _with_looks(predicted, reply) if isinstance(reply, GroundedReply) else predicted

    def request(self, step: RecordedStep[Gold], earlier: Iterable[Told]) -> Request:
        """Return the question as a model is asked it. Raises `BadRecordError` about a screenshot, `PromptError`."""
        image = step.screenshot.open()
        prompts = _prompts(self._dialect, self._family, image.size)
        history = _history(earlier, prompts.history.images)
        return prompts.build(step.goal, history, image, notice=step.notice)

    def dialect_on(self, image: Image.Image) -> Dialect:
        """Return the dialect for a screenshot."""
        return _prompts(self._dialect, self._family, image.size).dialect

    def gold(self, step: EarlierStep) -> Iterable[Told]:
        """Return a step as it was right to answer it, in whole numbers, an answer for each of its actions."""
        dialect = dialect_on(step.screenshot, self._dialect, self._family)
        right = (in_whole_numbers(action, as_points=self._dialect != "json") for action in step.actions)
        return [Told(step.screenshot, written(dialect, action, step.reason), action) for action in right]

    def own(self, step: RecordedStep[Gold], prediction: Prediction) -> Told:
        """Return a step as the model itself answered it."""
        answer = Reply.parse(prediction.reply or "").answer
        try:
            parsed = dialect_on(step.screenshot, self._dialect, self._family).read(answer)
        except (UnreadableReplyError, BadRecordError) as error:
            return Told(step.screenshot, answer, None, error=str(error))
        return Told(step.screenshot, answer, parsed.action, parsed.memory)


def written(dialect: Dialect, action: Action, reason: str) -> str:
    """Return an answer as a model of the dialect's family writes it."""
    said = one_line(reason)
    space = "" if dialect.trigger.endswith("\n") else " "
    return f"{dialect.opening(said) if said else ''}{dialect.trigger}{space}{dialect.write(action)}"


@lru_cache(maxsize=64)
def _prompts(name: str, family: Family, size: tuple[int, int]) -> PromptBuilder:
    """Return the builder for a size of screenshots; data often has few sizes."""
    dialect = dialect_for(name, family.canvas(*size))
    return PromptBuilder(dialect, history=history_for(family, dialect))


def _history(earlier: Iterable[Told], shown: int) -> History:
    told, history = list(earlier), History()
    for number, step in enumerate(told):
        image = step.screenshot.open() if number >= len(told) - shown else _UNSEEN
        rect = Rect(0, 0, *image.size)
        history.append(_as_step(number, step), Observation(image, View(rect, (rect,))))
    return history


def _as_step(number: int, told: Told) -> Step:
    return Step(
        index=number + 1,
        screenshot="",
        thought="",
        answer=told.answer,
        memory=told.memory,
        action=told.action,
        performed=told.action,
        error=told.error,
    )


_UNSEEN = Image.new("RGB", (2, 2))
"""Stands for a screenshot that no prompt shows again."""


def _raw(reply: Reply) -> str:
    """Return the reply with its thought marked, also where the prompt opened it, and without halves of characters."""
    opened = reply.thought and not reply.text.lstrip().startswith("<think>")
    text = f"<think>{reply.text}" if opened else reply.text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _with_looks(predicted: Prediction, reply: GroundedReply) -> Prediction:
    """Return the prediction with what came of several looks."""
    action = (reply.parsed.action,) if reply.parsed else None
    return predicted.model_copy(update={"action": action, "grounding": reply.grounding})


def _unheard(_text: str) -> None:
    """Nobody reads along."""
