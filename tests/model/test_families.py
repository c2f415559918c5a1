"""Which family a name belongs to, and the sizes at which its models see images."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import smart_resize

from model.base import ModelError
from model.families import FAMILIES, OTHER, Family, family_for, family_named, family_of_checkpoint

QWEN = family_named("qwen2.5-vl")


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("zai-org/GLM-4.1V-9B-Thinking", "glm-4.1v"),
        ("Glm4vForConditionalGeneration", "glm-4.1v"),
        ("zai-org/GLM-4.6V-Flash", "glm-4.6v-flash"),
        ("haervwe/GLM-4.6V-Flash-9B:latest", "glm-4.6v-flash"),
        ("extreme1228/ScaleCUA-glm4.6v-osworld", "scale-cua"),
        ("THUDM/SCALE-CUA", "scale-cua"),
        ("OpenGVLab/ScaleCUA-7B", "other"),
        ("zai-org/GLM-4.5V-FP8", "glm-4.5v"),
        ("glm4.6v", "glm-4.5v"),
        ("Glm4vMoeForConditionalGeneration", "glm-4.5v"),
        ("Qwen/Qwen2.5-VL-7B-Instruct-AWQ", "qwen2.5-vl"),
        ("Qwen2_5_VLForConditionalGeneration", "qwen2.5-vl"),
        ("qwen2.5vl:7b", "qwen2.5-vl"),
        ("Qwen/Qwen3-VL-8B-Thinking", "qwen3-vl"),
        ("Qwen/Qwen3.5-9B", "qwen3.5"),
        ("inclusionAI/UI-Venus-2-9B", "ui-venus-2"),
        ("mPLUG/GUI-Owl-1.5-8B-Instruct", "gui-owl-1.5"),
        ("meituan/EvoCUA-32B-20260105", "evocua"),
        ("ByteDance-Seed/UI-TARS-1.5-7B", "ui-tars-1.5"),
        ("ui-tars-1.5-7b@q4_k_m", "ui-tars-1.5"),
        ("ByteDance-Seed/UI-TARS-7B-DPO", "ui-tars"),
        ("doubao-1-5-ui-tars-250428", "ui-tars"),
        ("mPLUG/GUI-Owl-7B", "other"),
        ("inclusionAI/UI-Venus-1.5-8B", "ui-venus-2"),
        ("inclusionAI/UI-Venus-Navi-7B", "other"),
        ("xlangai/OpenCUA-7B", "opencua"),
        ("microsoft/Fara-7B", "fara"),
        ("farahmand-7b", "other"),
        ("Tongyi-MAI/MAI-UI-8B", "mai-ui"),
        ("my-qwen2.5-vl-opencua", "opencua"),
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


@pytest.mark.parametrize(
    ("name", "model_type", "template", "family"),
    [
        ("mine", "glm4v", "<|assistant|>", "glm-4.1v"),
        ("mine", "glm4v", "{% if not enable_thinking %}/nothink{% endif %}", "glm-4.6v-flash"),
        ("GLM-4.6V-Flash", "glm4v", "", "glm-4.6v-flash"),
        ("ScaleCUA-glm4.6v-osworld", "glm4v", "", "scale-cua"),
        ("UI-TARS-1.5-7B", "qwen2_5_vl", "", "ui-tars-1.5"),
        ("UI-TARS-1.5-7B", "glm4v", "", "glm-4.1v"),
        ("mine", "qwen3_vl_moe", "", "qwen3-vl"),
        ("qwen3-vl", "llama", "", "other"),
    ],
)
def test_a_checkpoint_tells_its_family(name: str, model_type: str, template: str, family: str) -> None:
    assert family_of_checkpoint(name, model_type, template).name == family


def test_a_family_bound_to_smaller_images_can_be_named_again() -> None:
    bound = QWEN.with_images_up_to(2 << 20)
    assert bound.name == "qwen2.5-vl@2097152"
    assert family_named(bound.name) == bound
    assert QWEN.with_images_up_to(1 << 30) is QWEN
    assert OTHER.with_images_up_to(5) is OTHER
    with pytest.raises(ModelError):
        family_named("qwen2.5-vl@many")


def test_what_was_trained_from_a_family_names_one_that_is_there() -> None:
    names = {family.name for family in FAMILIES}
    assert {family.trained_from for family in FAMILIES} - {""} <= names


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
