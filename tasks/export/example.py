"""One example: what a model is asked, and what it is to learn to reply.

The reply is written as a model of the family writes it, `<think>…</think><answer>…</answer>`, and is kept only where
the dialect's own parser reads from it the action that was meant.
"""

import json
import re
from dataclasses import dataclass

from PIL import Image

from actions.dialects.base import Dialect
from actions.dialects.form_dialect import FormDialect
from actions.errors import UnreadableReplyError
from actions.quotation import one_line, without_marks
from actions.schema import Action
from model.base import Part, Request
from model.glm.prompt.chat import as_plain_text
from model.reply import split_thought
from tasks.recorded.whole_numbers import in_whole_numbers

IMAGE = "<image>"
"""Stands in a text for the next picture, in LLaMA-Factory's form and in ms-swift's."""

_MEDIA = re.compile(r"<(?=/?\s*(?:image|video|audio|bbox|ref-object|cot-process|start-image)\s*>)", re.IGNORECASE)
"""The marks that LLaMA-Factory and ms-swift put something else in the place of."""

_BOX_TOKENS = re.compile(r"<\|(?:begin|start|end)_of_box\|>")


@dataclass(frozen=True)
class Example:
    """A question in parts, as a model is asked it, and the reply; `source` names it for people."""

    source: str
    content: tuple[Part, ...]
    reply: str

    @property
    def images(self) -> tuple[Image.Image, ...]:
        """The pictures, in the order in which the text has them."""
        return tuple(part for part in self.content if isinstance(part, Image.Image))

    @property
    def text(self) -> str:
        """The user's turn, with a mark for each picture; no other text in it passes for one."""
        return "".join(IMAGE if isinstance(part, Image.Image) else part for part in self.content)


class LeftOut(Exception):  # noqa: N818 - a verdict, not a fault
    """A step is not exported; the sentence says why."""


@dataclass(frozen=True)
class Answer:
    """What is to be learnt of a step: its action, and what was thought and noted beside it."""

    action: Action
    thought: str = ""
    reason: str = ""
    memory: str = ""


def make_example(source: str, request: Request, answer: Answer, dialect: Dialect) -> Example:
    """Return the example of a question and what is to be answered. Raises `LeftOut`."""
    action = in_whole_numbers(answer.action, as_points=dialect.name != "json")
    thought = plain(without_marks(answer.thought)).strip()
    reply = f"<think>{thought}</think><answer>{plain(write_answer(dialect, action, answer))}</answer>"
    try:
        read = dialect.read(split_thought(reply)[1]).action
    except UnreadableReplyError as error:
        raise LeftOut(f"its answer could not be read back: {error}") from error
    if read != action:
        raise LeftOut(f"the {dialect.name} dialect cannot say its action, {action.action_type}, as it is.")
    return Example(source, tuple(plain(part) if isinstance(part, str) else part for part in request.content), reply)


def write_answer(dialect: Dialect, action: Action, answer: Answer) -> str:
    """Return what stands in `<answer>`: the notes and the action, in the dialect's order."""
    reason = without_marks(_BOX_TOKENS.sub("", one_line(answer.reason)))
    memory = without_marks(_BOX_TOKENS.sub("", one_line(answer.memory)))
    before = [f"Memory: {memory or 'None'}", f"Reason: {reason}"] if dialect.name == "json" else [reason]
    after = ["Memory:", _as_list(memory)] if isinstance(dialect, FormDialect) and dialect.memory else []
    space = "" if dialect.trigger.endswith("\n") else " "
    return "\n".join(line for line in (*before, f"{dialect.trigger}{space}{dialect.write(action)}", *after) if line)


def _as_list(memory: str) -> str:
    """Return what is remembered as the JSON list that it is in the dialects of calls."""
    try:
        if isinstance(json.loads(memory), list):
            return memory
    except (ValueError, RecursionError):
        pass
    return json.dumps([{"note": memory}] if memory not in ("", "None") else [], ensure_ascii=False)


def plain(text: str) -> str:
    """Return a text that holds no picture's mark and no control token of a model."""
    return as_plain_text(_MEDIA.sub("\u2039", text))
