"""What a user can set about the local model. Holds values only; nothing here loads torch."""

from collections.abc import Callable
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, model_validator

from model.base import Request
from model.families import Family

DEFAULT_CHECKPOINT = "zai-org/GLM-4.1V-9B-Thinking"

Quantization = Literal["none", "int8", "int4"]
KernelChoice = Literal["auto", "own", "inductor"]
QuantizationChoice = Literal["auto", "none", "int8", "int4"]

Progress: TypeAlias = Callable[[str, float | None], None]
"""Told what is being done and how far it is (0 to 1; None where nobody knows)."""


def no_progress(message: str, fraction: float | None) -> None:
    """Ignore the progress of loading."""


class GlmSettings(BaseModel):
    """Settings of a loaded model. Lengths are in tokens; a token is about four letters of English."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    family: str = ""
    """What the checkpoint is trained to write like, where its name and template do not show it."""
    device: str = "cuda"
    """`cpu` must be asked for: a step takes minutes there."""
    quantization: QuantizationChoice = "auto"
    """`auto` takes the most exact weights that fit into what the card has free."""
    host_embeddings: bool = False
    """Leave the tokens' embeddings, 1.2 GB, in the machine's own memory; a token takes some microseconds longer."""
    compiled: bool = True
    """Fuse the layers with torch.compile on CUDA; it needs a C compiler and a minute at the first use."""
    kernels: KernelChoice = "auto"
    """Whose kernels write a token at a time: `own` ones, or those that torch's compiler, inductor, makes. `auto` tries
    both on one layer and takes the faster. Only where layers are compiled and not quantized; own ones that err are
    never used."""

    shared: bool = True
    """Let one process hold the model for all that ask on this machine; `deskhand serve` says which."""
    idle_seconds: Annotated[float, Field(gt=0)] = 900.0
    """How long that process stays, and keeps the card, when nobody asks any more."""

    screenshot_tokens: Annotated[int, Field(ge=16)] = 3072
    """A larger image is shrunk to this; 1920x1080 takes 2691."""
    context_tokens: Annotated[int, Field(ge=256)] = 16_384
    """Prompt and reply together; the KV cache is reserved for this many."""
    cached_images: Annotated[int, Field(ge=0)] = 16

    max_new_tokens: Annotated[int, Field(ge=1)] = 8192
    thought_tokens: Annotated[int, Field(ge=0)] = 3072
    thought_seconds: Annotated[float, Field(ge=0)] = 60.0
    answer_tokens: Annotated[int, Field(ge=0)] = 1024
    """How much free text an answer may hold before its action has to begin."""
    action_tokens: Annotated[int, Field(ge=16)] = 4096
    """The share of `max_new_tokens` that the thought and the free text must leave to the action."""
    end_of_thought: str = "</think><answer>"
    """Written for the model when its thought has to end; where it is not set, the family's."""

    prompt_chunk: Annotated[int, Field(ge=16)] = 1024
    """How much of a prompt is read at once: it bounds the memory that takes, and how soon a stop works."""
    reuse_prompt: bool = True
    """Go on from where a prompt begins to differ from what was read last; an unchanged screen is not read again."""
    forced_at_once: bool = True
    """Read what is written for the model in one pass."""
    guess_from_grammar: bool = True
    """Check what the grammar leaves no choice in together with the token before."""
    guess_from_text: bool = True
    """Check what followed the same words before, in the prompt or in a reply, together with the token before."""
    guessed_tokens: Annotated[int, Field(ge=0, le=15)] = 15
    """How many guesses are checked in one pass. They make a reply faster and never another."""
    remembered_replies: Annotated[int, Field(ge=0)] = 8
    """How many earlier replies guesses are taken from, their thoughts included."""

    temperature: Annotated[float, Field(ge=0)] = 0.0
    """0 takes the likeliest token each time."""
    top_p: Annotated[float, Field(gt=0, le=1)] = 1.0
    repetition_penalty: Annotated[float, Field(ge=1)] = 1.0
    seed: int = 0

    def of_family(self, family: Family) -> Self:
        """Return the settings with the family's values for what was not set."""
        usual = {"end_of_thought": family.end_of_thought, "thought_tokens": family.thought_tokens}
        return self.model_copy(
            update={name: value for name, value in usual.items() if name not in self.model_fields_set}
        )

    @model_validator(mode="after")
    def _room_for_an_action(self) -> Self:
        if self.action_tokens >= self.max_new_tokens:
            raise ValueError("action_tokens must be smaller than max_new_tokens: the thought needs room too")
        return self

    def limited(self, request: Request) -> Self:
        """Return the settings with the limits of one request, which only tighten them."""
        mine = (self.max_new_tokens, self.thought_tokens, self.thought_seconds)
        asked = (request.max_tokens, request.thought_tokens, request.thought_seconds)
        tokens, thought, seconds = (
            own if other is None else min(own, other) for own, other in zip(mine, asked, strict=True)
        )
        limits = {"max_new_tokens": tokens, "thought_tokens": thought, "thought_seconds": seconds}
        return self.model_copy(update=limits)
