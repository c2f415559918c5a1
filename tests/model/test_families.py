"""Which family a name belongs to, and the sizes at which its models see images."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import smart_resize

from model.base import ModelError
from model.families import FAMILIES, OTHER, Family, family_for, family_named

QWEN = family_named("qwen2.5-vl")


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("zai-org/GLM-4.1V-9B-Thinking", "glm-4.1v"),
        ("Glm4vForConditionalGeneration", "glm-4.1v"),
        ("zai-org/GLM-4.5V-FP8", "glm-4.5v"),
        ("glm4.6v", "glm-4.5v"),
        ("Glm4vMoeForConditionalGeneration", "glm-4.5v"),
        ("Qwen/Qwen2.5-VL-7B-Instruct-AWQ", "qwen2.5-vl"),
        ("Qwen2_5_VLForConditionalGeneration", "qwen2.5-vl"),
        ("qwen2.5vl:7b", "qwen2.5-vl"),
        ("Qwen/Qwen3-VL-8B-Thinking", "qwen3-vl"),
        ("reader", "reader"),
        ("gpt-4o", "other"),
        ("proofreader-7b", "other"),
        ("zai-org/GLM-4.5-Air", "other"),
    ],
)
def test_a_name_tells_the_family(name: str, family: str) -> None:
    assert family_for(name).name == family


@pytest.mark.parametrize("family", [*FAMILIES, OTHER], ids=lambda family: family.name)
def test_each_family_can_be_named(family: Family) -> None:
    assert family_named(family.name) is family


def test_a_family_that_is_not_there_gets_a_sentence() -> None:
    with pytest.raises(ModelError, match=r"it can be .*qwen2"):
        family_named("gpt")


def test_only_glm_4_1v_writes_the_answer_tag_after_its_thought() -> None:
    assert family_named("glm-4.1v").end_of_thought == "</think><answer>"
    assert family_named("glm-4.5v").end_of_thought == "</think>"


SIDES = st.integers(50, 9000)  # Qwen takes no image that is 200 times as long as wide


@given(SIDES, SIDES)
def test_qwen_sees_an_image_at_the_size_that_its_own_processor_resizes_it_to(width: int, height: int) -> None:
    height_seen, width_seen = smart_resize(height, width, 28, 4 * 28 * 28, 16384 * 28 * 28)
    assert QWEN.canvas(width, height) == (width_seen, height_seen)


@given(SIDES, SIDES)
def test_an_image_at_that_size_is_not_resized_again(width: int, height: int) -> None:
    size = QWEN.canvas(width, height)
    assert QWEN.canvas(*size) == size


def test_an_image_is_sent_at_that_size() -> None:
    assert QWEN.fitted(Image.new("RGB", (1920, 1080))).size == QWEN.canvas(1920, 1080) == (1932, 1092)


def test_thousandths_need_no_resizing() -> None:
    image = Image.new("RGB", (1920, 1080))
    assert OTHER.fitted(image) is image
    assert OTHER.canvas(*image.size) == (1000, 1000)
