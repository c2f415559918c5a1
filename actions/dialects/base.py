"""What a dialect is: a way of listing, writing and constraining the actions of `actions.schema`."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Protocol

from actions.schema import Action, Box

TRIGGER = "Action:"
"""Ends the free part of an answer in all of GLM's dialects; exactly one action follows."""

MAX_TEXT_WRITTEN = 4_000
"""The longest text, in characters, that a grammar lets a model write in one action: repeating must end."""

THOUGHT_TAGS = ("<think>", "</think>")

_LONGEST_QUOTED = 1_000


def cut_short(text: str) -> str:
    """Return as much of a text that cannot be read, or of a sentence, as later prompts quote."""
    return text[:_LONGEST_QUOTED]


@dataclass(frozen=True)
class ParsedAnswer:
    """An answer that could be read: its one action and what the model noted beside it."""

    action: Action
    memory: str = ""
    reason: str = ""


class Dialect(Hashable, Protocol):
    """A model family's notation for actions, and what its prompts show.

    An answer is free text up to and including `trigger`, and a text of `grammar()` from there to its end.
    """

    @property
    def name(self) -> str:
        """What `--dialect` calls it."""

    @property
    def trigger(self) -> str:
        """The literal text after which the grammar holds; it may be written for a model that leaves it out."""

    @property
    def slices(self) -> tuple[str, ...]:
        """Regular expressions of the long stretches in the grammar that llguidance's general slices do not know."""

    @property
    def earlier_images(self) -> int:
        """How many earlier screenshots its prompts show beside the current one."""

    @property
    def thought_tags(self) -> tuple[str, str]:
        """What stands around a thought where a prompt tells it."""

    @property
    def screen(self) -> tuple[int, int]:
        """The width and height that its prompts say the screen has, for its coordinates."""

    def action_list(self) -> str:
        """Return the prompt's list of actions, one a line, rendered from the schema."""

    def write(self, action: Action) -> str:
        """Return the action as a model of this family writes it, without the trigger."""

    def opening(self, reason: str) -> str:
        """Return how an answer begins that gives a reason, on one line, up to its trigger."""

    def read(self, answer: str, pointer: Box | None = None) -> ParsedAnswer:
        """Return the one action of an answer (a reply without its thought), and the notes beside it.

        `pointer` is where the pointer is, which some dialects leave out. Raises UnreadableReplyError with a sentence
        for the model; no other error, whatever the text.
        """

    def quoted(self, answer: str) -> str:
        """Return an answer as later prompts quote it: through its first action, or cut short."""

    def brief(self, answer: str, step: int) -> str:
        """Return an answer as later prompts tell it in a line: what it said it did in that step, without the action."""

    def grammar(self, *, max_text: int = MAX_TEXT_WRITTEN) -> str:
        """Return the llguidance (Lark) grammar of everything after the trigger, to the end of the reply.

        It holds exactly one action, what the dialect writes after it, and an optional `</answer>`, in one spacing,
        without special tokens. Each of its texts is read by `read_answer` as one valid action, but where a text
        spells `</think>` unescaped: what precedes that is never read.
        """
