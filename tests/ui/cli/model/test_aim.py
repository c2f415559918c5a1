"""`deskhand model check` as it is typed: targets are clicked, and what came of it is told."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from ui.aim.sheet import sheets

pytestmark = pytest.mark.display


def check(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ui.cli", "model", "check", *arguments, "--picture", str(tmp_path / "seen.png")]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def replies(tmp_path: Path, *boxes: list[int]) -> str:
    """Return the model that clicks these, one after the other."""
    file = tmp_path / "replies.jsonl"
    actions = [{"action_type": "click", "box_2d": [box]} for box in boxes]
    answers = [f"<think>So.</think><answer>Action: {json.dumps(action)}</answer>" for action in actions]
    file.write_text("".join(json.dumps(answer) + "\n" for answer in answers))
    return f"scripted:{file}"


def test_hits_are_told_with_a_picture(tmp_path: Path) -> None:
    wanted = [sheet.wanted for sheet in sheets((640, 480), 2)]
    boxes = [[round(at.x / 640 * 1000), round(at.y / 480 * 1000)] * 2 for at in wanted]
    done = check(tmp_path, replies(tmp_path, *boxes), "--size", "640x480", "--targets", "2", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["hits"], told["targets"], told["fault"]) == (2, 2, None)
    with Image.open(tmp_path / "seen.png") as picture:
        assert picture.width > 480


def test_misses_fail_it(tmp_path: Path) -> None:
    done = check(tmp_path, replies(tmp_path, [500, 10, 500, 10], [480, 990, 480, 990]), "--targets", "2")
    assert done.returncode == 1
    assert done.stdout.count("missed") == 2


@pytest.mark.parametrize("arguments", [("reader", "--size", "big"), ("server:nowhere",)])
def test_what_cannot_be_gets_one_sentence(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = check(tmp_path, *arguments)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "seen.png").exists()
