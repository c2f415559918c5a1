"""`deskhand model list`: what is here, as `--model` takes it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.model.local_servers import documented
from tests.model.local_servers.documented import serving
from ui.cli.app import app


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A hub's cache with one checkpoint that --model glm can run, and one that it cannot."""
    for name, kind in (("zai-org--GLM-4.6V-Flash", "glm4v"), ("nobody--other", "llama")):
        folder = tmp_path / "hub" / f"models--{name}" / "snapshots" / "0a1b"
        folder.mkdir(parents=True)
        (folder / "config.json").write_text(json.dumps({"model_type": kind}))
        (folder / "model.safetensors").write_bytes(b"weights")
    return tmp_path


def listed(hub: Path, port: int, *options: str) -> str:
    environment = {"OLLAMA_HOST": f"127.0.0.1:{port}", "COLUMNS": "200"}
    result = CliRunner().invoke(app, ["model", "list", *options], env=environment)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(autouse=True)
def cache(hub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(hub / "hub"))


def test_what_is_built_in_downloaded_and_served_is_listed(hub: Path) -> None:
    with serving(documented.OLLAMA) as port:
        models = json.loads(listed(hub, port, "--json"))["models"]
    found = {model["spec"]: model for model in models}
    assert found["reader"]["fits"]
    assert found["glm:zai-org/GLM-4.6V-Flash"]["family"] == "glm-4.6v-flash"
    assert not any("other" in spec for spec in found)
    served = found["ollama:qwen2.5vl:7b"]
    assert (served["family"], served["sees"], served["size"]) == ("qwen2.5-vl", True, 5_969_245_856)
    assert "OLLAMA_CONTEXT_LENGTH" in served["note"]


def test_people_get_a_table_and_what_to_know_once(hub: Path) -> None:
    with serving(documented.OLLAMA) as port:
        said = listed(hub, port)
    assert "ollama:llama3.2:latest" in said
    assert said.count("OLLAMA_CONTEXT_LENGTH") == 1
