"""The same goal on the same saved screens has the same answers, byte for byte, whatever order a process hashes in."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOAL = 'Right-click the file "draft.txt", choose "Rename...", press Ctrl+A, type "final.txt" and click OK.'
SCREENS = [Path(__file__).parent / "screens" / f"{name}.png" for name in ("listed", "menu", *["asked"] * 3, "renamed")]


def answers(hash_seed: int) -> list[str]:
    """Return the answers of a process of its own."""
    command = [sys.executable, "-m", "tests.model.reader.answering", GOAL, *map(str, SCREENS)]
    environment = {**os.environ, "PYTHONHASHSEED": str(hash_seed)}
    ran = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in ran.stdout.splitlines()]


@pytest.mark.slow
def test_a_goal_is_carried_out_the_same_way_each_time() -> None:
    first, second = answers(1), answers(2)
    assert first == second
    actions = [json.loads(answer.split("Action: ")[1])["action_type"] for answer in first]
    assert actions == ["click", "click", "press_keys", "input_text", "click", "done"]
