"""The whole model on a tiny checkpoint: the code that runs the real one."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest
import torch
from PIL import Image

from model.base import GenerationStopped, Grammar, ModelError, Part, Request
from model.glm.foreign import Network
from model.glm.glm import GlmModel
from model.glm.prompt.chat import Chat
from model.glm.prompt.vocabulary import Vocabulary
from model.glm.vision.input import PatchShape, vision_input
from model.reply import Reply
from tests.model.glm.conftest import Load
from tests.model.glm.tiny_checkpoint import TAGS, byte_tokenizer
from tests.model.glm.vision.test_tower import PROCESSOR, as_processed

TOKENIZER = byte_tokenizer(["Action", ":\n"])
VOCABULARY = Vocabulary(TOKENIZER, len(TOKENIZER), [TOKENIZER.eos_token_id])
SHAPE = PatchShape.of(PROCESSOR, 3072)


def request(*content: Part, grammar: Grammar | None = None) -> Request:
    return Request(content=content, goal="", grammar=grammar)


def ask(model: GlmModel, *content: Part, grammar: Grammar | None = None) -> tuple[Reply, list[str]]:
    pieces: list[str] = []
    return model.generate(request(*content, grammar=grammar), pieces.append, Event()), pieces


def stock_reply(stock: Network, images: Sequence[Image.Image], text: str, tokens: int) -> str:
    """What transformers' own `generate` writes, given the same grey levels."""
    inputs = [vision_input(image, SHAPE) for image in images]
    prompt = Chat(TOKENIZER).prompt([*images, text], [image.rows * image.columns // 4 for image in inputs])
    ids = torch.tensor([prompt.ids])
    seen = {}
    if inputs:
        seen["pixel_values"] = torch.cat([as_processed(image) for image in inputs])
        seen["image_grid_thw"] = torch.tensor([[1, image.rows, image.columns] for image in inputs])
        seen["mm_token_type_ids"] = (ids == stock.config.image_token_id).int()
    written = stock.generate(input_ids=ids, max_new_tokens=tokens, do_sample=False, **seen)
    tokens_written = written[0, ids.shape[1] :].tolist()
    return b"".join(map(VOCABULARY.bytes_of, tokens_written)).decode("utf-8", "replace")


@pytest.mark.parametrize("count", [0, 1, 5])
def test_it_writes_what_transformers_generate_writes(
    load: Load, stock: Network, screens: list[Image.Image], count: int
) -> None:
    reply, _ = ask(load(), *screens[:count], "Open the door.")
    assert reply.tokens == 60
    assert reply.text == stock_reply(stock, screens[:count], "Open the door.", 60)


def test_the_pieces_are_the_text(load: Load, screens: list[Image.Image]) -> None:
    reply, pieces = ask(load(), screens[0], "Open the door.")
    assert len(pieces) > 20
    assert "".join(pieces) == reply.text
    assert reply.seconds > 0


def test_a_template_that_opens_the_thought_makes_a_thought_of_the_reply(load: Load, opening_checkpoint: Path) -> None:
    reply, pieces = ask(load(opening_checkpoint, thought_tokens=8), "Open the door.")
    thought, _, answer = reply.text.partition("</think><answer>")
    assert 4 <= pieces.index("</think>") <= 8
    assert pieces.index("<answer>") == pieces.index("</think>") + 1
    assert (reply.thought, reply.answer) == (thought.strip(), answer.strip())


def test_a_relative_ends_its_thought_in_its_own_way(load: Load, opening_checkpoint: Path, tmp_path: Path) -> None:
    model = load(shutil.copytree(opening_checkpoint, tmp_path / "GLM-4.6V-Flash"), thought_tokens=8)
    reply, _ = ask(model, "Open the door.")
    assert model.family.name == "glm-4.6v-flash"
    assert "</think>" in reply.text
    assert "</think><answer>" not in reply.text


def test_the_users_word_for_the_family_goes_first(load: Load) -> None:
    assert load(family="scale-cua").family.name == "scale-cua"


def test_a_thought_that_has_no_budget_left_is_no_thought(load: Load, opening_checkpoint: Path) -> None:
    reply, _ = ask(load(opening_checkpoint, thought_seconds=0), "Open the door.")
    assert reply.thought == ""
    assert reply.answer


def test_answer_now_works_from_another_place(load: Load, opening_checkpoint: Path) -> None:
    model = load(opening_checkpoint)

    def show(_: str) -> None:
        model.answer_now()

    reply = model.generate(request("Open the door."), show, Event())
    assert len(reply.thought) < 8
    assert reply.answer


def test_a_stop_before_the_first_token_ends_it(load: Load, screens: list[Image.Image]) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(GenerationStopped):
        load().generate(request(*screens, "Open the door."), lambda _: None, stop)


def test_a_stopped_model_answers_again(load: Load) -> None:
    model, stop = load(), Event()
    with pytest.raises(GenerationStopped):
        model.generate(request("Open the door."), lambda _: stop.set(), stop)
    assert ask(model, "Open the door.")[0].text == ask(load(), "Open the door.")[0].text


def test_images_seen_before_are_not_looked_at_again(load: Load, screens: list[Image.Image]) -> None:
    model = load()
    first, _ = ask(model, *screens, "Open the door.")
    again, _ = ask(model, *(screen.copy() for screen in screens), "Open the door.")
    assert (model.images_seen, model.images_reused) == (10, 5)
    assert again.text == first.text


def test_a_grammar_holds_the_end_of_the_reply(load: Load, screens: list[Image.Image]) -> None:
    grammar = Grammar("Action:", 'start: " press " /[a-z]/ "</answer>"?')
    reply, _ = ask(load(answer_tokens=5), screens[0], "Open the door.", grammar=grammar)
    free, trigger, action = reply.text.partition("\nAction:")
    assert free
    assert trigger
    assert action.removesuffix("</answer>").startswith(" press ")


def test_a_prompt_that_does_not_fit_says_what_to_set(load: Load) -> None:
    with pytest.raises(ModelError, match="context_tokens"):
        ask(load(context_tokens=256), "long " * 100)


def test_special_tokens_in_a_prompt_are_text(load: Load) -> None:
    assert ask(load(), f"Write {TAGS[0]} and <|image|>.")[0].tokens


def test_the_name_says_what_is_loaded(load: Load) -> None:
    assert load().name == "glm:tiny"


def test_progress_is_told(checkpoint: Path) -> None:
    from model.glm.settings import GlmSettings

    told: list[tuple[str, float | None]] = []
    GlmModel.load(str(checkpoint), GlmSettings(device="cpu"), lambda *news: told.append(news)).close()
    assert told[0][0] == "Reading the checkpoint"
    assert told[-1] == ("Ready", 1.0)


def test_a_closed_model_says_so_and_can_be_closed_again(load: Load) -> None:
    model = load()
    model.close()
    model.close()
    with pytest.raises(ModelError, match="closed"):
        ask(model, "Open the door.")
