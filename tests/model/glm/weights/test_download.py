"""Downloads run in a process of their own: this one has been told that there is no hub."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from model.base import ModelError
from model.glm.weights.download import pull
from tests.model.glm.fake_hub import FILES, MODEL, fake_hub

SCRIPT = """
import json, sys
from model.base import ModelError
from model.glm.weights.download import pull
told = []
try:
    folder = pull(sys.argv[1], lambda message, fraction: told.append([message, fraction]), sys.argv[2])
    print(json.dumps({"folder": str(folder), "told": told}))
except ModelError as error:
    print(json.dumps({"error": str(error)}))
"""


def pull_elsewhere(model_id: str, url: str, home: Path) -> dict[str, object]:
    environment = {**os.environ, "HF_HUB_OFFLINE": "0", "HF_HOME": str(home), "HF_HUB_DISABLE_TELEMETRY": "1"}
    command = [sys.executable, "-c", SCRIPT, model_id, url]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    result: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return result


def test_a_download_that_broke_off_goes_on_and_tells_how_far_it_is(tmp_path: Path) -> None:
    with fake_hub() as hub:
        result = pull_elsewhere(MODEL, hub.url, tmp_path)
        folder = Path(str(result["folder"]))
        assert {path.name for path in folder.iterdir()} == {"config.json", "model.safetensors"}
        assert (folder / "model.safetensors").read_bytes() == FILES["model.safetensors"]
        assert hub.ranges
        told = result["told"]
        assert isinstance(told, list)
        assert told[-1] == ["Downloaded", 1.0]
        fractions = [fraction for _, fraction in told]
        assert fractions == sorted(fractions)
        assert any(message.startswith("Downloading: ") for message, _ in told)


def test_a_model_that_the_hub_does_not_have(tmp_path: Path) -> None:
    with fake_hub() as hub:
        assert "no model 'nobody/nothing'" in str(pull_elsewhere("nobody/nothing", hub.url, tmp_path)["error"])


def test_a_hub_that_cannot_be_reached(tmp_path: Path) -> None:
    error = str(pull_elsewhere(MODEL, "http://127.0.0.1:9", tmp_path)["error"])
    assert "could not be downloaded" in error
    assert "\n" not in error


def test_offline_is_said() -> None:
    with pytest.raises(ModelError, match="could not be downloaded"):
        pull("nobody/nothing")


def test_an_id_that_cannot_be_one() -> None:
    with pytest.raises(ModelError, match="look like zai-org"):
        pull("no such id!")
