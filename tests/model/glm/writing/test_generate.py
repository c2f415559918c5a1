from collections.abc import Sequence
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
from model.glm.writing.guesses import Guesses
from model.glm.writing.sampling import Sampler
from tests.model.glm.tiny_checkpoint import STOPS, byte_tokenizer

TOKENIZER = byte_tokenizer(["Action", ":\n"])
VOCABULARY = Vocabulary(TOKENIZER, len(TOKENIZER), TOKENIZER.convert_tokens_to_ids(list(STOPS)))
CPU = torch.device("cpu")
PROMPT = "Goal: open the settings of the editor."
AT = 30  # where a reply begins, whatever came before


class ScriptedDecoder:
    """Stands in for the network: wants to write a text, whatever it is made to write instead."""

    capacity = 500
    most = 16

    def __init__(self, wish: str) -> None:
        self._wish = VOCABULARY.encode(wish)
        self.fed: list[int] = []
        self.passes = 0

    def logits(self, written: int = 0) -> torch.Tensor:
        logits = torch.zeros(1, VOCABULARY.size)
        logits[0, self._wish[min(written, len(self._wish) - 1)]] = 1
        return logits

    def extend(self, tokens: Sequence[int], *, at: int) -> torch.Tensor:
        assert at <= AT + len(self.fed)
        self.fed[at - AT :] = tokens
        self.passes += 1
        return torch.cat([self.logits(at - AT + n) for n in range(1, len(tokens) + 1)])


class Writing:
    """A generation over a scripted decoder."""

    def __init__(self, wish: str, grammar: Grammar | None = None, *, opened: bool = False, **settings: Any) -> None:
        values = GlmSettings(**{"action_tokens": 50, **settings})
        self.decoder = ScriptedDecoder(wish)
        self.draft = Draft(VOCABULARY, values, grammar, opened=opened, limit=200)
        constraint = Constraint(grammar, VOCABULARY, CPU) if grammar else None
        sampler, guesses = Sampler(values, CPU), Guesses(values, VOCABULARY.encode(PROMPT))
        self.generation = Generation(
            self.decoder,  # type: ignore[arg-type]
            self.draft,
            sampler,
            constraint,
            guesses,
            at=AT,
            forced_at_once=values.forced_at_once,
        )
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
    written = len(writing.draft.tokens)
    assert writing.decoder.fed[: written - 1] == writing.draft.tokens[:-1]


def test_without_guesses_each_token_takes_a_pass() -> None:
    writing = Writing("abcdef<|user|>", guessed_tokens=0)
    writing.run()
    assert writing.decoder.passes == 6


def test_what_the_prompt_says_is_repeated_in_few_passes() -> None:
    writing = Writing("I open the settings of the editor.<|user|>")
    assert writing.run() == "I open the settings of the editor."
    assert writing.decoder.passes < 15


def test_a_decoder_of_one_token_a_pass_is_given_no_guesses() -> None:
    writing = Writing("I open the settings of the editor.<|user|>")
    writing.decoder.most = 1
    assert writing.run() == "I open the settings of the editor."
    assert writing.decoder.passes == len(writing.draft.tokens)


def test_a_full_cache_is_given_no_guesses() -> None:
    writing = Writing("I open the settings of the editor.<|user|>")
    writing.decoder.capacity = AT + 34
    assert writing.run() == "I open the settings of the editor."
    assert len(writing.decoder.fed) <= 34


def test_guesses_that_were_wrong_leave_no_trace() -> None:
    wish = "open the setup of the edit.<|user|>"
    assert Writing(wish).run() == Writing(wish, guessed_tokens=0).run() == wish.removesuffix("<|user|>")


def test_what_the_grammar_forces_takes_one_pass() -> None:
    grammar = Grammar("Action:", 'start: " press the " ("left" | "right") " button at once"')
    passes = []
    for forces in (True, False):
        writing = Writing("Action: press the right button at once<|user|>", grammar, guess_from_grammar=forces)
        assert writing.run() == "Action: press the right button at once"
        passes.append(writing.decoder.passes)
    assert passes[0] * 3 < passes[1]


def test_what_is_written_for_the_model_takes_one_pass() -> None:
    passes = []
    for at_once in (True, False):
        writing = Writing("xy<|user|>", opened=True, thought_tokens=0, guessed_tokens=0, forced_at_once=at_once)
        assert writing.run() == "</think><answer>"
        passes.append(writing.decoder.passes)
    assert passes == [1, 2]


def test_a_stop_works_within_the_guesses_of_one_pass() -> None:
    writing = Writing("I open the settings of the editor.<|user|>")

    def show(piece: str) -> None:
        writing.pieces.append(piece)
        if len(writing.pieces) == 12:
            writing.stop.set()

    with pytest.raises(GenerationStopped):
        writing.generation.run(writing.decoder.logits(), show, writing.stop, writing.answer_now)
    assert len(writing.pieces) == 12
