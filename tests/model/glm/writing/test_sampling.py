from typing import Any

import torch

from model.glm.settings import GlmSettings
from model.glm.writing.sampling import Sampler

LOGITS = torch.tensor([0.0, 3.0, 2.9, -1.0])


def sampler(**settings: Any) -> Sampler:
    return Sampler(GlmSettings(**settings), torch.device("cpu"))


def draws(drawn: Sampler, allowed: torch.Tensor | None = None) -> list[int]:
    return [drawn.pick(LOGITS, allowed, [1]) for _ in range(200)]


def test_greedy_takes_the_likeliest() -> None:
    assert set(draws(sampler())) == {1}


def test_what_is_not_allowed_is_never_taken() -> None:
    allowed = torch.tensor([True, False, False, True])
    assert set(draws(sampler(), allowed)) == {0}
    assert set(draws(sampler(temperature=5.0), allowed)) == {0, 3}


def test_temperature_spreads_and_a_seed_repeats() -> None:
    hot = draws(sampler(temperature=2.0, seed=7))
    assert set(hot) == {0, 1, 2, 3}
    assert hot == draws(sampler(temperature=2.0, seed=7))
    assert hot != draws(sampler(temperature=2.0, seed=8))


def test_top_p_leaves_out_the_tail() -> None:
    assert set(draws(sampler(temperature=1.0, top_p=0.9))) == {1, 2}


def test_repetition_is_penalised() -> None:
    assert set(draws(sampler(repetition_penalty=1.2))) == {2}
