"""The chunks of a chat completion, and the transcript that they add up to.

Servers part a thought from its answer in two ways: inline `<think>` tags, or a delta field of its own
(`reasoning_content`, in newer vLLM `reasoning`). Here both become the first, so that all else knows one format.
"""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field, ValidationError

from model.base import ModelError
from model.reply import Reply
from model.server.errors import TransientError

_THOUGHT_END = "</think>"


def _none_is_empty(value: Any) -> Any:
    return "" if value is None else value


Text = Annotated[str, BeforeValidator(_none_is_empty)]


class _Delta(BaseModel):
    content: Text = ""
    reasoning_content: Text = ""
    reasoning: Text = ""

    @property
    def thought(self) -> str:
        return self.reasoning_content or self.reasoning


class _Choice(BaseModel):
    delta: _Delta | None = None
    message: _Delta | None = None  # of a server that does not stream
    finish_reason: str | None = None


class _Usage(BaseModel):
    completion_tokens: int | None = None


class _Error(BaseModel):
    message: Text = ""
    code: int | str | None = None


def _error_from_text(value: Any) -> Any:
    return {"message": value} if isinstance(value, str) else value


class Chunk(BaseModel):
    """One event of the stream, or a whole completion."""

    choices: list[_Choice] = Field(default_factory=list)
    usage: _Usage | None = None
    error: Annotated[_Error | None, BeforeValidator(_error_from_text)] = None

    @classmethod
    def read(cls, data: str | bytes) -> "Chunk":
        """Read one event's JSON.

        An unreadable event is a `TransientError`: to skip it could drop a digit of a coordinate unseen.
        """
        try:
            chunk = cls.model_validate_json(data)
        except ValidationError as error:
            raise TransientError("it sent an event that cannot be read") from error
        if chunk.error is not None:
            raise _failure(chunk.error)
        return chunk


def _failure(error: _Error) -> Exception:
    """An error in mid-stream: the server's own faults pass, the request's do not."""
    if str(error.code).startswith("4") and str(error.code) != "429":
        return ModelError(f"The server refused to go on: {error.message}")
    return TransientError(f"it broke off: {error.message or 'no reason given'}")


class Transcript:
    """What the model has written so far, as one raw text; `pieces` counts what came with text in it, about tokens.

    With a `begun` text it goes on from there, its thought ended: however the server parts it, what comes is answer.
    """

    def __init__(self, begun: str = "", pieces: int = 0) -> None:
        self.text = begun
        self.finished = ""
        self.pieces = pieces
        self._begun = bool(begun)
        self._in_field = False
        self._tokens = 0
        self._pieces_before = pieces

    @property
    def is_thinking(self) -> bool:
        """Whether a thought was begun and has no end yet, as far as the text shows: an opening tag may have stood in
        the prompt."""
        return not self._begun and _THOUGHT_END not in self.text

    def add(self, chunk: Chunk) -> str:
        """Take a chunk in; return the raw text that is new."""
        if chunk.usage:
            self._tokens = chunk.usage.completion_tokens or self._tokens
        new = "".join(self._add_choice(choice) for choice in chunk.choices[:1])
        self.text += new
        return new

    def _add_choice(self, choice: _Choice) -> str:
        delta = choice.delta or choice.message or _Delta()
        self.finished = choice.finish_reason or self.finished
        self.pieces += bool(delta.thought or delta.content)
        if self._begun:
            return delta.thought + delta.content
        return self._framed(delta.thought, thinking=True) + self._framed(delta.content, thinking=False)

    def _framed(self, piece: str, *, thinking: bool) -> str:
        if not piece or thinking == self._in_field:
            return piece
        self._in_field = thinking
        return ("<think>" if thinking else _THOUGHT_END) + piece

    def reply(self, seconds: float, *, thinks: bool) -> Reply:
        """Return the finished reply. `thinks` says that this model's replies begin with a thought.

        A text without tags that was cut at the token limit is then a thought without its end, whose opening tag stood
        in the prompt: nothing in it may be taken for an answer.
        """
        cut_in_thought = thinks and self.finished == "length" and _THOUGHT_END not in self.text
        tokens = self._tokens + self._pieces_before if self._tokens else self.pieces
        return Reply.parse(self.text, opened=cut_in_thought, tokens=tokens, seconds=seconds)
