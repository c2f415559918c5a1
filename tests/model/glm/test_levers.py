"""What makes a reply faster never makes it another: every combination of levers beside transformers' own `generate`."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from threading import Event

import pytest
import torch
from llguidance import LLMatcher
from PIL import Image
from transformers import LogitsProcessor, LogitsProcessorList

from model.base import GenerationStopped, Grammar, Part, Request
from model.glm.foreign import Network
from model.glm.prompt.chat import Chat
from model.glm.prompt.vocabulary import Vocabulary
from model.glm.vision.input import PatchShape, vision_input
from tests.benchmarks.valid_actions import DIALECTS, grammar_of
from tests.model.glm.conftest import Load
from tests.model.glm.tiny_checkpoint import STOPS, byte_tokenizer
from tests.model.glm.vision.test_tower import PROCESSOR, as_processed

TOKENIZER = byte_tokenizer(["Action", ":\n"])
VOCABULARY = Vocabulary(TOKENIZER, len(TOKENIZER), TOKENIZER.convert_tokens_to_ids(list(STOPS)))
SHAPE = PatchShape.of(PROCESSOR, 3072)
FREE, TOKENS = 5, 60
GOAL = "Open the door, then open the door again. "

OFF = {
    "prompt_chunk": 1024,
    "reuse_prompt": False,
    "forced_at_once": False,
    "guess_from_grammar": False,
    "guess_from_text": False,
}
ON = {"prompt_chunk": 16, **dict.fromkeys(list(OFF)[1:], True)}
ALONE = {"none": OFF, **{name: {**OFF, name: ON[name]} for name in OFF}, "all": ON}
COMBINATIONS = [dict(zip(OFF, values, strict=True)) for values in product(*zip(OFF.values(), ON.values(), strict=True))]


@dataclass(frozen=True)
class Question:
    """A user turn, and what its answer is held to."""

    content: tuple[Part, ...]
    grammar: Grammar | None = None


class Held(LogitsProcessor):
    """For `generate`: some free tokens, then the trigger, then what the grammar allows."""

    def __init__(self, grammar: Grammar, prompt_tokens: int) -> None:
        self._matcher = LLMatcher(VOCABULARY.trie_with(()), LLMatcher.grammar_from_lark(grammar.lark))
        self._forced = VOCABULARY.encode("\n" + grammar.trigger)
        self._begin = prompt_tokens + FREE
        self._taken = 0

    def __call__(self, input_ids: torch.LongTensor, scores: torch.FloatTensor) -> torch.FloatTensor:
        written = input_ids[0, self._begin :].tolist()
        if input_ids.shape[1] < self._begin:
            return scores
        allowed = torch.zeros_like(scores, dtype=torch.bool)
        if len(written) < len(self._forced):
            allowed[0, self._forced[len(written)]] = True
        else:
            beyond = written[len(self._forced) :]
            assert self._matcher.consume_tokens(beyond[self._taken :])
            self._taken = len(beyond)
            bits = self._matcher.compute_bitmask()
            allowed[0] = torch.tensor([bool(bits[n // 8] >> n % 8 & 1) for n in range(scores.shape[1])])
        return scores.masked_fill(~allowed, float("-inf"))  # type: ignore[return-value]


def stock_answer(stock: Network, question: Question) -> str:
    images = [part for part in question.content if isinstance(part, Image.Image)]
    inputs = [vision_input(image, SHAPE) for image in images]
    ids = torch.tensor(
        [Chat(TOKENIZER).prompt(question.content, [image.rows * image.columns // 4 for image in inputs]).ids]
    )
    seen = {}
    if inputs:
        seen["pixel_values"] = torch.cat([as_processed(image) for image in inputs])
        seen["image_grid_thw"] = torch.tensor([[1, image.rows, image.columns] for image in inputs])
        seen["mm_token_type_ids"] = (ids == stock.config.image_token_id).int()
    held = [Held(question.grammar, ids.shape[1])] if question.grammar else []
    written = stock.generate(
        input_ids=ids, max_new_tokens=TOKENS, do_sample=False, logits_processor=LogitsProcessorList(held), **seen
    )
    tokens = written[0, ids.shape[1] :].tolist()
    kept = [token for token in tokens if token not in VOCABULARY.stops]
    return b"".join(map(VOCABULARY.bytes_of, kept)).decode("utf-8", "replace")


@pytest.fixture(scope="module")
def questions(screens: list[Image.Image]) -> list[Question]:
    """Steps of a run: the same screen again, a longer history, another screen, with grammars and without."""
    json, pc, *_ = map(grammar_of, DIALECTS)
    one, other, *earlier = screens
    return [
        Question((GOAL,)),
        Question((one, other, GOAL)),
        Question((one, other, GOAL + "The door is open.")),
        Question((one.copy(), other, GOAL + "The door is open."), json),
        Question((other, one, GOAL), pc),
        Question((one, *earlier, GOAL * 3), json),
    ]


@pytest.fixture(scope="module")
def expected(stock: Network, questions: Sequence[Question]) -> list[str]:
    """What transformers writes."""
    return [stock_answer(stock, question) for question in questions]


def check(load: Load, questions: Sequence[Question], expected: Sequence[str], levers: dict[str, int]) -> None:
    model = load(answer_tokens=FREE, max_new_tokens=TOKENS, **levers)
    for question, text in zip(questions, expected, strict=True):
        request = Request(content=question.content, goal="", grammar=question.grammar)
        assert model.generate(request, lambda _: None, Event()).text == text
    assert (model.images_seen, model.images_reused) == (12, 7)


@pytest.mark.parametrize("levers", ALONE.values(), ids=ALONE)
def test_each_lever_alone_writes_what_transformers_writes(
    load: Load, questions: list[Question], expected: list[str], levers: dict[str, int]
) -> None:
    check(load, questions, expected, levers)


@pytest.mark.parametrize("chance", [{"temperature": 1.5, "seed": 3, "top_p": 0.9}, {"repetition_penalty": 1.3}])
def test_draws_and_penalties_are_the_same_with_levers_and_without(
    load: Load, questions: list[Question], chance: dict[str, float]
) -> None:
    written = []
    for levers in (OFF, ON):
        model = load(answer_tokens=FREE, max_new_tokens=TOKENS, **levers, **chance)
        for question in questions[2:4]:
            request = Request(content=question.content, goal="", grammar=question.grammar)
            written.append(model.generate(request, lambda _: None, Event()).text)
    assert written[:2] == written[2:]


def test_a_stop_within_guesses_leaves_a_model_that_answers_as_before(
    load: Load, questions: list[Question], expected: list[str]
) -> None:
    model, stop = load(answer_tokens=FREE, max_new_tokens=TOKENS, **ON), Event()
    request = Request(content=questions[3].content, goal="", grammar=questions[3].grammar)
    pieces: list[str] = []

    def show(piece: str) -> None:
        pieces.append(piece)
        if "Action:" in "".join(pieces):
            stop.set()

    with pytest.raises(GenerationStopped):
        model.generate(request, show, stop)
    assert model.generate(request, lambda _: None, Event()).text == expected[3]


def test_reading_ahead_changes_no_reply(load: Load, questions: list[Question], expected: list[str]) -> None:
    model = load(answer_tokens=FREE, max_new_tokens=TOKENS, **ON)
    for ahead, question, text in zip(questions[:0:-1], questions[1:], expected[1:], strict=True):
        model.read_ahead(ahead.content[:1])
        model.read_ahead((question.content[0], *ahead.content[1:]))
        request = Request(content=question.content, goal="", grammar=question.grammar)
        assert model.generate(request, lambda _: None, Event()).text == text
    model.read_ahead(questions[1].content[:1])
    model.close()


@pytest.mark.slow
@pytest.mark.parametrize("levers", COMBINATIONS)
def test_every_combination_does(
    load: Load, questions: list[Question], expected: list[str], levers: dict[str, int]
) -> None:
    check(load, questions, expected, levers)


def test_the_references_reach_into_their_actions(expected: list[str]) -> None:
    assert all("\nAction:" in text and len(text.partition("Action:")[2]) > 20 for text in expected[3:])
