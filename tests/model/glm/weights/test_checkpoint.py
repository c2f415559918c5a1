import json
import shutil
from pathlib import Path

import pytest
import torch

from model.base import ModelError
from model.glm.glm import GlmModel
from model.glm.settings import GlmSettings
from model.glm.weights.checkpoint import checkpoint_name, find_checkpoint, read_checkpoint
from tests.model.glm.tiny_checkpoint import TEMPLATE


@pytest.fixture
def copy(checkpoint: Path, tmp_path: Path) -> Path:
    """A checkpoint to damage."""
    return Path(shutil.copytree(checkpoint, tmp_path / "copy"))


def complaint(folder: Path) -> str:
    with pytest.raises(ModelError) as raised:
        read_checkpoint(folder, torch.float32)
    return str(raised.value)


def change_config(folder: Path, name: str, **values: object) -> None:
    path = folder / name
    path.write_text(json.dumps({**json.loads(path.read_text()), **values}))


def test_the_weights_are_in_several_shards(checkpoint: Path) -> None:
    assert len(list(checkpoint.glob("*.safetensors"))) > 1


def test_a_folder_is_taken_as_it_is(checkpoint: Path) -> None:
    assert find_checkpoint(str(checkpoint)) == checkpoint


def test_stop_tokens_come_from_the_checkpoint(copy: Path) -> None:
    change_config(copy, "generation_config.json", eos_token_id=[7, 9])
    assert read_checkpoint(copy, torch.float32).stop_tokens == (7, 9)
    change_config(copy, "generation_config.json", eos_token_id=7)
    assert read_checkpoint(copy, torch.float32).stop_tokens == (7,)


def test_where_it_names_none_glms_own_end_a_reply(copy: Path) -> None:
    (copy / "generation_config.json").unlink()
    assert read_checkpoint(copy, torch.float32).stop_tokens == (151329, 151336, 151338)


def test_a_checkpoint_of_the_hubs_cache_bears_the_models_id(tmp_path: Path) -> None:
    folder = tmp_path / "models--zai-org--GLM-4.6V-Flash" / "snapshots" / "0a1b2c"
    folder.mkdir(parents=True)
    assert checkpoint_name(folder) == "zai-org/GLM-4.6V-Flash"
    assert checkpoint_name(tmp_path) == tmp_path.name


@pytest.mark.parametrize(
    ("name", "template", "family"),
    [
        ("my-finetune", TEMPLATE, "glm-4.1v"),
        ("my-finetune", TEMPLATE + "{% if enable_thinking %}{% endif %}", "glm-4.6v-flash"),
        ("GLM-4.6V-Flash", TEMPLATE, "glm-4.6v-flash"),
        ("ScaleCUA-glm4.6v-osworld", TEMPLATE + "<tool_call>", "scale-cua"),
        ("qwen3-vl-like", TEMPLATE, "glm-4.1v"),
    ],
)
def test_its_name_or_its_template_tells_the_family(copy: Path, name: str, template: str, family: str) -> None:
    (copy / "chat_template.jinja").write_text(template)
    read = read_checkpoint(copy.rename(copy.with_name(name)), torch.float32)
    assert read.family.name == family


def test_a_model_that_was_not_downloaded_says_how_to() -> None:
    with pytest.raises(ModelError, match="deskhand model pull nobody/nothing"):
        find_checkpoint("nobody/nothing")


def test_a_name_that_can_be_neither_says_so() -> None:
    with pytest.raises(ModelError, match="no folder"):
        find_checkpoint("no such/folder/at all")


def test_a_folder_that_is_no_checkpoint(tmp_path: Path) -> None:
    assert "has no config.json" in complaint(tmp_path)


def test_a_config_that_is_not_json(copy: Path) -> None:
    (copy / "config.json").write_text("{")
    assert "cannot be read" in complaint(copy)


def test_another_architecture(copy: Path) -> None:
    change_config(copy, "config.json", model_type="qwen2_5_vl")
    assert "of type 'qwen2_5_vl'" in complaint(copy)
    assert "server:URL" in complaint(copy)


def test_weights_in_another_format(copy: Path) -> None:
    for shard in copy.glob("*.safetensors"):
        shard.rename(shard.with_suffix(".bin"))
    assert "no weights as safetensors" in complaint(copy)


def test_a_truncated_shard(copy: Path) -> None:
    shard = sorted(copy.glob("*.safetensors"))[1]
    shard.write_bytes(shard.read_bytes()[:-1000])
    assert "was cut short" in complaint(copy)


def test_a_missing_shard(copy: Path) -> None:
    sorted(copy.glob("*.safetensors"))[1].unlink()
    assert "cannot be loaded" in complaint(copy)


def test_missing_weights_are_not_made_up(copy: Path) -> None:
    index = copy / "model.safetensors.index.json"
    listed = json.loads(index.read_text())
    shard = sorted(copy.glob("*.safetensors"))[1]
    listed["weight_map"] = {name: file for name, file in listed["weight_map"].items() if file != shard.name}
    index.write_text(json.dumps(listed))
    assert "lacks" in complaint(copy)


def test_code_in_a_checkpoint_is_not_run(copy: Path) -> None:
    (copy / "evil.py").write_text("raise SystemExit('ran')")
    change_config(copy, "config.json", auto_map={"AutoModel": "evil.Evil", "AutoTokenizer": "evil.Evil"})
    assert read_checkpoint(copy, torch.float32).network


def test_without_a_gpu_the_way_out_is_said(checkpoint: Path) -> None:
    if torch.cuda.is_available():
        pytest.skip("there is a GPU")
    with pytest.raises(ModelError, match=r"--model reader.*server:URL"):
        GlmModel.load(str(checkpoint))


def test_a_device_that_is_none(checkpoint: Path) -> None:
    with pytest.raises(ModelError, match="no device"):
        GlmModel.load(str(checkpoint), GlmSettings(device="gpu"))
