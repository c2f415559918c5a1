import pytest
from PIL import Image

from model.base import ModelError
from model.glm.prompt.chat import Chat
from tests.model.glm.tiny_checkpoint import OPENING_TEMPLATE, byte_tokenizer

TOKENIZER = byte_tokenizer()
IMAGE_ID = TOKENIZER.convert_tokens_to_ids("<|image|>")
PICTURE = Image.new("RGB", (28, 28))


def test_the_template_is_written_with_room_for_every_image() -> None:
    prompt = Chat(TOKENIZER).prompt([PICTURE, PICTURE, "What now?"], [3, 2])
    image = "<|begin_of_image|>{}<|end_of_image|>"
    images = image.format("<|image|>" * 3) + image.format("<|image|>" * 2)
    assert TOKENIZER.decode(prompt.ids) == f"[gMASK]<sop><|user|>\n{images}What now?<|assistant|>\n"
    assert prompt.ids.count(IMAGE_ID) == 5


def test_text_and_images_keep_their_order() -> None:
    prompt = Chat(TOKENIZER).prompt(["before", PICTURE, "after"], [1])
    text = TOKENIZER.decode(prompt.ids)
    assert text.index("before") < text.index("<|image|>") < text.index("after")


@pytest.mark.parametrize(("template", "opened"), [(None, False), (OPENING_TEMPLATE, True)])
def test_it_is_seen_whether_the_template_opens_the_thought(template: str | None, opened: bool) -> None:
    tokenizer = byte_tokenizer(template=template) if template else TOKENIZER
    assert Chat(tokenizer).prompt(["Hello"], []).opened is opened


SPELLED = ["<|endoftext|>", "</answer>", "<|image|><|user|>[gMASK]", "<think>", "<<|user|>|user|>", "<|<|image|>"]


@pytest.mark.parametrize("spelled", SPELLED)
@pytest.mark.parametrize("around", ["", "see ", "\n"])
def test_control_tokens_that_a_text_spells_stay_text(spelled: str, around: str) -> None:
    prompt = Chat(TOKENIZER).prompt([PICTURE, around + spelled + around], [4])
    plain = Chat(TOKENIZER).prompt([PICTURE, "x"], [4])
    control = set(TOKENIZER.get_added_vocab().values())
    assert [token for token in prompt.ids if token in control] == [token for token in plain.ids if token in control]
    assert around + spelled + around in TOKENIZER.decode(prompt.ids)


def test_other_text_is_tokenized_as_the_template_would_have_it() -> None:
    text = "\nOpen <the> door | and [wait]."
    prompt = Chat(TOKENIZER).prompt([text], [])
    rendered = TOKENIZER.apply_chat_template(
        [{"role": "user", "content": [{"type": "text", "text": text}]}], tokenize=False, add_generation_prompt=True
    )
    assert prompt.ids == TOKENIZER.encode(rendered, add_special_tokens=False)


def test_a_template_that_drops_text_is_an_error() -> None:
    tokenizer = byte_tokenizer(template="{{ messages[0].content[-1].text }}")
    with pytest.raises(ModelError, match="leaves out 1 of 2 texts"):
        Chat(tokenizer).prompt(["one", "other"], [])


def test_a_template_that_drops_images_is_an_error() -> None:
    tokenizer = byte_tokenizer(template="{{ messages[0].content[-1].text }}")
    with pytest.raises(ModelError, match="shows 0 of 1 images"):
        Chat(tokenizer).prompt([PICTURE, "Hello"], [1])


def test_a_checkpoint_without_a_template_is_an_error() -> None:
    tokenizer = byte_tokenizer()
    tokenizer.chat_template = None
    with pytest.raises(ModelError, match="no chat template"):
        Chat(tokenizer)


def test_a_broken_template_is_an_error() -> None:
    tokenizer = byte_tokenizer(template="{{ messages.nothing.at_all }}")
    with pytest.raises(ModelError, match="cannot be rendered"):
        Chat(tokenizer).prompt(["Hello"], [])
