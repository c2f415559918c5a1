from threading import Event
from typing import Any

import pytest
import torch

from model.base import GenerationStopped, Grammar
from model.glm.prompt.vocabulary import Vocabulary
from model.glm.settings import GlmSettings
from model.glm.writing.constrain import Constraint
from model.glm.writing.draft import Draft
from model.glm.writing.generate import Generation
from model.glm.writing.sampling import Sampler
from tests.model.glm.tiny_checkpoint import STOPS, byte_tokenizer

TOKENIZER = byte_tokenizer(["Action", ":\n"])
VOCABULARY = Vocabulary(TOKENIZER, len(TOKENIZER), TOKENIZER.convert_tokens_to_ids(list(STOPS)))
CPU = torch.device("cpu")


class ScriptedDecoder:
    """Stands in for the network: wants to write a text, whatever it is made to write instead."""

    def __init__(self, wish: str) -> None:
        self._wish = VOCABULARY.encode(wish)
        self.fed: list[int] = []

    def logits(self) -> torch.Tensor:
        logits = torch.zeros(VOCABULARY.size)
        logits[self._wish[min(len(self.fed), len(self._wish) - 1)]] = 1
        return logits

    def step(self, token: int) -> torch.Tensor:
        self.fed.append(token)
        return self.logits()


class Writing:
    """A generation over a scripted decoder."""

    def __init__(self, wish: str, grammar: Grammar | None = None, *, opened: bool = False, **settings: Any) -> None:
        values = GlmSettings(**{"action_tokens": 50, **settings})
        self.decoder = ScriptedDecoder(wish)
        self.draft = Draft(VOCABULARY, values, grammar, opened=opened, limit=200)
        constraint = Constraint(grammar, VOCABULARY, CPU) if grammar else None
        self.generation = Generation(self.decoder, self.draft, Sampler(values, CPU), constraint)  # type: ignore[arg-type]
        self.pieces: list[str] = []
        self.stop, self.answer_now = Event(), Event()

    def run(self) -> str:
        self.generation.run(self.decoder.logits(), self.pieces.append, self.stop, self.answer_now)
        return self.draft.text


def test_text_is_shown_as_it_is_written() -> None:
    writing = Writing("hé!<|user|>")
    assert writing.run() == "hé!"
    assert writing.pieces == ["h", "é", "!"]


def test_a_stop_ends_it_within_one_token() -> None:
    writing = Writing("abcdef<|user|>")

    def show(piece: str) -> None:
        writing.pieces.append(piece)
        if piece == "c":
            writing.stop.set()

    with pytest.raises(GenerationStopped):
        writing.generation.run(writing.decoder.logits(), show, writing.stop, writing.answer_now)
    assert writing.pieces == ["a", "b", "c"]


def test_answer_now_ends_the_thought_and_the_reply_goes_on() -> None:
    writing = Writing("x" * 100 + "<|user|>", opened=True, thought_tokens=100)
    writing.answer_now.set()
    assert writing.run().startswith("</think><answer>xxx")


def test_from_the_trigger_on_only_the_grammar_is_written() -> None:
    writing = Writing("so\nAction: rubbish<|user|>", Grammar("Action:", 'start: " left" | " right"'))
    assert writing.run() == "so\nAction: right"


def test_a_token_across_the_trigger_does_not_slip_past_the_grammar() -> None:
    writing = Writing("Action:\nrubbish<|user|>", Grammar("Action:", 'start: " left"'))
    assert writing.run() == "Action: left"


def test_an_action_is_written_for_a_model_that_gives_none() -> None:
    writing = Writing("I would rather not.<|user|>", Grammar("Action:", 'start: " left"'))
    assert writing.run() == "I would rather not.\nAction: left"


def test_the_thought_stays_free() -> None:
    writing = Writing("Action: rubbish</think>Action: left<|user|>", Grammar("Action:", 'start: " left"'), opened=True)
    assert writing.run() == "Action: rubbish</think>Action: left"


def test_every_token_of_the_reply_but_the_last_reaches_the_network() -> None:
    writing = Writing("Action:\nrubbish<|user|>", Grammar("Action:", 'start: " left"'))
    writing.run()
    assert writing.decoder.fed == writing.draft.tokens[:-1]
