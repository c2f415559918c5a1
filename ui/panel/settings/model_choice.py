"""Which model the panel uses, and how it is opened."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from model.base import Model
from model.glm.settings import GlmSettings, Progress, QuantizationChoice
from model.open import open_model
from model.sight.ocr import Ocr

Kind = Literal["reader", "glm", "local", "server", "scripted"]

_FOR_GLM = {"quantization", "thought_tokens"}


class ModelChoice(BaseModel):
    """`kind` and `source` as `deskhand do --model KIND:SOURCE` takes them; the rest is for a local GLM.

    Of a server on this machine ("local") the source is the whole of it, such as `ollama:qwen2.5vl:7b`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind = "reader"
    source: str = ""
    quantization: QuantizationChoice = "auto"
    thought_tokens: Annotated[int, Field(ge=1, le=32_000)] = GlmSettings().thought_tokens

    @property
    def is_slow_to_open(self) -> bool:
        """Whether it is worth keeping for the next run."""
        return self.kind in ("reader", "glm")

    @property
    def spec(self) -> str:
        """What the command line calls it."""
        if self.kind == "local":
            return self.source
        return f"{self.kind}:{self.source}" if self.source else self.kind

    @property
    def glm(self) -> GlmSettings:
        """How a local GLM is loaded, as far as it was chosen here: the rest is the environment's."""
        return GlmSettings.model_validate(self.model_dump(include=_FOR_GLM, exclude_defaults=True))


def open_choice(choice: ModelChoice, on_progress: Progress, ocr: Ocr | None = None) -> Model:
    """Return the chosen model. Raises `ModelError` with a sentence when it cannot be had."""
    return open_model(choice.spec, glm=choice.glm, on_progress=on_progress, ocr=ocr)
