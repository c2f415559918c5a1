"""What every model shares: the request it is given, the reply it streams, and its errors."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile
from threading import Event
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias, runtime_checkable

from PIL import Image

from model.reply import Reply

if TYPE_CHECKING:
    from model.families import Family

Part: TypeAlias = str | Image.Image

COVER: Final = (127, 128, 129)
"""What a front end's own windows are painted out with in a screenshot: a grey (red, green, blue) that no page uses."""


class ModelError(Exception):
    """A model cannot be had or failed; the sentence says what the user can do."""


class ModelLostError(ModelError):
    """The model itself failed, and answers nothing more before it is loaded again."""


class GenerationStopped(Exception):  # noqa: N818 - a signal, not a fault
    """The user's stop arrived while the model was thinking."""


@dataclass(frozen=True)
class Turn:
    """An earlier step as the model may be shown it: what it answered, and what became of that.

    `failed` says that the answer could not be read or carried out; an `outcome` alone may just be worth knowing.
    `changed` says whether the screen did, where something was done to its end.
    """

    answer: str
    outcome: str = ""
    failed: bool = False
    changed: bool | None = None


@dataclass(frozen=True)
class Message:
    """An earlier turn of a conversation, as language models are sent it."""

    role: Literal["user", "assistant"]
    content: tuple[Part, ...]


@dataclass(frozen=True)
class Grammar:
    """What an answer is held to from where its action begins.

    `trigger` is literal text, looked for after the thought only. Writing is free up to its first occurrence and held
    to `lark` (llguidance's Lark syntax) from the character after it to the end of the reply, so `lark` covers
    everything that may follow, `</answer>` included. Where an answer would end, or has spent its budget, without the
    trigger, a newline and the trigger are written for the model. `slices` are regular expressions of long stretches
    in `lark`; an `LLTokenizer` given them after its general slices masks those stretches in microseconds.
    """

    trigger: str
    lark: str
    slices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Request:
    """One question to a model.

    `content` is the user turn as language models are sent it: images and text in order. `earlier` stands before it,
    where the family tells earlier steps as turns. `goal` and `turns` say the same in parts, for models that do not read
    prompts. `grammar` is for models that can be held to one. The limits of the reply and of its thought are the
    model's own where none is given, and never beyond these.
    """

    content: tuple[Part, ...]
    goal: str
    turns: tuple[Turn, ...] = ()
    grammar: Grammar | None = None
    screenshot: Image.Image | None = field(default=None, compare=False)
    earlier: tuple[Message, ...] = ()
    max_tokens: int | None = None
    thought_tokens: int | None = None
    thought_seconds: float | None = None

    def beginning_on(self, screen: Image.Image) -> tuple[Part, ...]:
        """Return what the next request probably begins with, if it is asked on this screen: up to an earlier one's."""
        if not self.content or self.content[0] is not self.screenshot:
            return ()
        return (screen, *takewhile(lambda part: isinstance(part, str), self.content[1:]))


class Model(Protocol):
    """Anything that answers requests. Calls come from one thread at a time."""

    @property
    def name(self) -> str:
        """What recordings and the panel call this model."""

    @property
    def family(self) -> "Family":
        """What it shares with its relatives: its own dialect, and what its coordinates count to."""

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        """Answer, calling `on_text` with each new piece of raw text as it is written.

        Raises `GenerationStopped` soon after `stop` is set and `ModelError` when no answer can be had.
        """

    def answer_now(self) -> None:
        """End the thought of the reply that is being written; a model that cannot goes on. Any thread may call."""

    def close(self) -> None:
        """Free what the model holds."""


@runtime_checkable
class Repeating(Protocol):
    """A model that may answer the same question always alike, and then says why."""

    @property
    def repeats_because(self) -> str:
        """What makes it repeat itself and how to change that, as half a sentence; empty where it does not."""


@runtime_checkable
class ReadingAhead(Protocol):
    """A model that can begin with a prompt before it is asked. No reply is another one by that."""

    def read_ahead(self, content: tuple[Part, ...]) -> None:
        """Begin to read what the next request will probably begin with, in place of what was begun; returns at once."""
