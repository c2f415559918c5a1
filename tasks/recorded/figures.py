"""Published figures of other models, each with its source: what a run's own figure can be held against."""

from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

COMPARED = (
    "GLM-4.1V-9B-Thinking",
    "GLM-4.5V",
    "GLM-4.6V",
    "Qwen2.5-VL-72B",
    "UI-TARS-1.5",
    "OpenCUA",
    "UI-Venus",
    "MAI-UI",
)
"""The families of models that were looked for."""

LOOKED_AT = (
    "zai-org/GLM-V (README, examples, glmv_reward, resources/bench.jpeg and bench_45v.jpeg)",
    "bytedance/UI-TARS (README, README_v1)",
    "xlang-ai/OpenCUA (README, model/README)",
    "inclusionAI/UI-Venus (README)",
    "Tongyi-MAI/MAI-UI (evaluation/grounding/README)",
    "ZJU-REAL/ClawGUI (clawgui-eval/README)",
    "the model card of GTA1",
)
"""Where they were looked for, as these stood in 2026: what stands elsewhere, in papers above all, was not seen."""


class Figure(BaseModel):
    """One figure in percent; `by` says whether the model's makers measured it, or others."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str
    percent: float
    by: Literal["makers", "others"] = "makers"
    source: str = Field(min_length=1)


def figures_for(benchmark: str) -> tuple[Figure, ...]:
    """Return what was published for a benchmark."""
    return _figures().get(benchmark, ())


def without_figures(benchmark: str) -> list[str]:
    """Return the models for which nothing was found."""
    known = [figure.model for figure in figures_for(benchmark)]
    return [model for model in COMPARED if not any(name.startswith(model) for name in known)]


@cache
def _figures() -> dict[str, tuple[Figure, ...]]:
    text = Path(__file__).with_name("figures.yaml").read_text(encoding="utf-8")
    return TypeAdapter(dict[str, tuple[Figure, ...]]).validate_python(yaml.safe_load(text))
