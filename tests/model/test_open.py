"""What `--model` can say."""

from pathlib import Path

import pytest

from model.base import ModelError
from model.environment import settings_from
from model.glm.settings import GlmSettings
from model.open import open_model


def test_the_reader_is_opened() -> None:
    model = open_model("reader")
    assert model.name == "reader"
    model.close()


def test_a_script_is_opened(tmp_path: Path) -> None:
    script = tmp_path / "replies.jsonl"
    script.write_text('"<think></think>"\n')
    assert open_model(f"scripted:{script}").name == "scripted"


@pytest.mark.parametrize("spec", ["", "gpt", "reader:fast", "scripted", "scripted:", "server", "server:"])
def test_what_names_no_model_is_said(spec: str) -> None:
    with pytest.raises(ModelError, match="names no model"):
        open_model(spec)


def test_settings_come_from_the_environment() -> None:
    environ = {"DESKHAND_GLM_QUANTIZATION": "int8", "DESKHAND_GLM_THOUGHT_TOKENS": "500", "HOME": "/"}
    settings = settings_from(environ, GlmSettings, "DESKHAND_GLM_")
    assert (settings.quantization, settings.thought_tokens) == ("int8", 500)


def test_a_mistyped_setting_is_named_with_those_that_are_there() -> None:
    with pytest.raises(ModelError, match=r"DESKHAND_GLM_QUANT is no setting: .*QUANTIZATION"):
        settings_from({"DESKHAND_GLM_QUANT": "int8"}, GlmSettings, "DESKHAND_GLM_")


def test_an_impossible_value_is_named() -> None:
    with pytest.raises(ModelError, match="DESKHAND_GLM_TOP_P"):
        settings_from({"DESKHAND_GLM_TOP_P": "7"}, GlmSettings, "DESKHAND_GLM_")
