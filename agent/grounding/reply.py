"""A reply that was looked at again: the answer that counts in the model's own notation, and exactly."""

from dataclasses import dataclass

from actions.dialects.base import Dialect, ParsedAnswer
from actions.errors import UnreadableReplyError
from agent.step import Grounding
from model.reply import Reply


@dataclass(frozen=True)
class Heard:
    """A reply as the model wrote it; `parsed` is None where its answer cannot be read."""

    reply: Reply
    parsed: ParsedAnswer | None


@dataclass(frozen=True, kw_only=True)
class GroundedReply(Reply):
    """What came of all looks. `parsed` is exact, and None where nothing could be read; `answer` says the same as far as
    the dialect's numbers can. `thought` is the first look's, `tokens` and `seconds` count all of them.
    """

    parsed: ParsedAnswer | None
    grounding: Grounding

    @classmethod
    def of(
        cls,
        first: Reply,
        answer: str,
        tokens: int,
        seconds: float,
        parsed: ParsedAnswer | None,
        grounding: Grounding,
    ) -> "GroundedReply":
        """Return the first reply with the answer that counts."""
        text = first.text
        if answer != first.answer:
            text = f"<think>{first.thought}</think><answer>{answer}</answer>" if first.thought else answer
        return cls(text, first.thought, answer, tokens, seconds, parsed=parsed, grounding=grounding)


def rewritten(base: Heard, new: ParsedAnswer, dialect: Dialect) -> str:
    """Return the base's answer with another action in it, so that later prompts tell what was done."""
    action = dialect.write(new.action)
    answer = base.reply.answer
    head = answer[: answer.rfind(dialect.trigger) + len(dialect.trigger)] if dialect.trigger in answer else ""
    memory = f"\nMemory:\n{new.memory}" if new.memory and new.memory not in head else ""
    space = "" if dialect.trigger.endswith("\n") else " "
    text = f"{head}{space}{action}{memory}"
    return text if head and _reads_as(dialect, text, new) else f"{dialect.trigger}{space}{action}{memory}"


def _reads_as(dialect: Dialect, text: str, wanted: ParsedAnswer) -> bool:
    """Say whether the text is read as an action of that kind: what was typed may have looked like the trigger."""
    try:
        return dialect.read(text).action.action_type == wanted.action.action_type
    except UnreadableReplyError:
        return False
