"""The way in which a task's model is asked: by a real worker, and told by the result."""

import json
import time
from pathlib import Path

import pytest
import yaml

from actions.schema import Box, Click, Done
from agent.recording import Recording
from tasks.runner.process import AttemptProcess
from tasks.runner.records import Attempt, Job, Status
from tasks.task import read_tasks
from tests.tasks.recorded.writing import reply

pytestmark = pytest.mark.display


def attempted(folder: Path, model: str, grounding: str) -> Attempt:
    file = folder / "t.task.yaml"
    file.write_text(yaml.safe_dump({"goal": "click in the middle"}))
    (task,) = read_tasks(file)
    process = AttemptProcess(Job(task=task, model=model, grounding=grounding), folder / "attempt", 60)
    while (outcome := process.poll()) is None:
        time.sleep(0.05)
    return outcome


def test_the_model_is_asked_so_and_the_result_says_it(tmp_path: Path) -> None:
    places = (Box.at(500, 500), Box.at(700, 500))
    replies = [reply(Click(box_2d=places[0])), reply(Click(box_2d=places[1])), reply(Done())]
    (tmp_path / "replies.jsonl").write_text("".join(json.dumps(text) + "\n" for text in replies))
    outcome = attempted(tmp_path, f"scripted:{tmp_path / 'replies.jsonl'}", "zoom")
    assert (outcome.status, outcome.grounding) == (Status.PASSED, "zoom"), outcome.reason
    job = Job.model_validate_json((tmp_path / "attempt" / "job.json").read_bytes())
    assert job.asks == f"scripted:{tmp_path / 'replies.jsonl'} (--grounding zoom)"
    clicked, _ = Recording(tmp_path / "attempt" / outcome.recordings[0]).steps
    assert clicked.grounding is not None
    assert clicked.grounding.calls == 2


def test_a_way_that_cannot_help_the_model_is_no_failure_of_the_agent(tmp_path: Path) -> None:
    outcome = attempted(tmp_path, "reader", "zoom")
    assert (outcome.status, outcome.cause) == (Status.ERROR, "model")
    assert "--grounding zoom cannot help" in outcome.reason
