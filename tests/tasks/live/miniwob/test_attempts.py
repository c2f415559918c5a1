"""Whole attempts at episodes: a worker, its display, a browser, and steps by mouse and keyboard alone."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.policy.policy import Policy
from agent.recording import Recording
from tasks.live.miniwob.runs import miniwob_tasks
from tasks.runner.process import AttemptProcess
from tasks.runner.records import Attempt, Job, Status
from tasks.task import Task, read_tasks
from tests.tasks.live.miniwob.installed import needs_pages

pytestmark = [pytest.mark.display, needs_pages]


def attempt(folder: Path, task: Task, model: str = "reader") -> Attempt:
    process = AttemptProcess(Job(task=task, model=model, policy=Policy()), folder / "attempt", 60)
    while (outcome := process.poll()) is None:
        time.sleep(0.05)
    return outcome


def scripted(folder: Path, *actions: dict[str, Any]) -> str:
    """Return a model that does this and then says that it is done."""
    done = {"action_type": "status", "goal_status": "complete"}
    replies = [f"<think></think><answer>Action: {json.dumps(action)}</answer>" for action in (*actions, done)]
    file = folder / "replies.jsonl"
    file.write_text("".join(json.dumps(reply) + "\n" for reply in replies))
    return f"scripted:{file}"


def written(folder: Path, page: str, *, timed: bool = False, **task: Any) -> Task:
    episode = {"set_up": {"episode": {"miniwob": page, "timed": timed}}, "checks": [{"reward": 1}], "check_seconds": 1}
    file = folder / "t.task.yaml"
    file.write_text(yaml.safe_dump(episode | task, allow_unicode=True))
    (read,) = read_tasks(file)
    return read


def test_the_right_click_passes(tmp_path: Path) -> None:
    outcome = attempt(tmp_path, written(tmp_path, "click-test-2", steps=[{"click": "ONE"}]))
    assert outcome.status is Status.PASSED, outcome


def test_a_wrong_click_fails(tmp_path: Path) -> None:
    outcome = attempt(tmp_path, written(tmp_path, "click-test-2", steps=[{"click": "TWO"}]))
    assert (outcome.status, outcome.cause) == (Status.FAILED, "check")
    assert outcome.reason == "Wanted a reward of 1; saw a reward of -1."


def test_the_goal_is_what_the_page_asks_for_and_a_false_done_is_refused(tmp_path: Path) -> None:
    (task,) = miniwob_tasks(["click-test"], [0])
    outcome = attempt(tmp_path, task, scripted(tmp_path))
    assert Recording(tmp_path / "attempt/run-1").run.goal == "Click the button."
    assert (outcome.status, outcome.claimed) == (Status.FAILED, True)
    assert outcome.reason == "Wanted a reward of 1; saw an episode that is not over."


@pytest.mark.slow
def test_who_waits_is_timed_out(tmp_path: Path) -> None:
    (task,) = miniwob_tasks(["click-test"], [0], timed=True)
    outcome = attempt(tmp_path, task, scripted(tmp_path, {"action_type": "wait", "seconds": 11}))
    assert outcome.status is Status.FAILED
    assert "timed out" in outcome.reason


def test_a_page_that_is_not_there_is_no_failure_of_the_agent(tmp_path: Path) -> None:
    outcome = attempt(tmp_path, written(tmp_path, "click-tset", goal="wait"))
    assert (outcome.status, outcome.cause) == (Status.ERROR, "set-up")
    assert "click-test" in outcome.reason
