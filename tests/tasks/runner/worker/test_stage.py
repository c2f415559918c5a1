"""What is done before the agent begins and after it has ended, and what an agent may say of a goal."""

import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.policy.policy import Policy, Verdict
from tasks.runner.process import AttemptProcess
from tasks.runner.records import Attempt, Job, Status
from tasks.task import read_tasks

pytestmark = pytest.mark.display

ALLOWED = Policy(commit=Verdict.ALLOW, discard=Verdict.ALLOW, remove=Verdict.ALLOW)
SAYS_DONE = {"replies": ['<think>.</think><answer>{"action_type":"done"}</answer>']}
GIVES_UP = {"replies": ['<think>.</think><answer>{"action_type":"infeasible","reason":"no"}</answer>']}
EDITOR: dict[str, Any] = {"files": {"note.txt": ""}, "launch": {"open": "Mousepad", "files": ["note.txt"]}}
HOLDS = [{"file": "note.txt", "text": "written"}]

Try = Callable[..., Attempt]


@pytest.fixture
def attempt(tmp_path: Path) -> Try:
    """Play a task's solution, which is what its agent says."""
    number = count(1)

    def make(*, trusted: bool = False, **task: Any) -> Attempt:
        file = tmp_path / "t.task.yaml"
        file.write_text(yaml.safe_dump({"goal": "g", "check_seconds": 1, **task}, allow_unicode=True))
        (read,) = read_tasks(file)
        job = Job(task=read, policy=ALLOWED, trusted=trusted, play_solution=True)
        process = AttemptProcess(job, tmp_path / f"attempt-{next(number)}", 60)
        while (outcome := process.poll()) is None:
            time.sleep(0.05)
        return outcome

    return make


def test_what_the_agent_left_unsaved_is_saved_before_the_checks(attempt: Try) -> None:
    set_up = {**EDITOR, "steps": [{"type": "written"}]}
    saves = [{"activate": "*note.txt*"}, {"wait": 0.1}, {"press": "ctrl+s"}]
    outcome = attempt(set_up=set_up, before_checks=saves, checks=HOLDS, solution=SAYS_DONE)
    assert (outcome.status, outcome.reason) == (Status.PASSED, "")
    assert outcome.steps == 1, "what the task does itself is not the agent's"
    assert attempt(set_up=set_up, checks=HOLDS, solution=SAYS_DONE).status is Status.FAILED


def test_steps_run_and_open_in_their_order(attempt: Try) -> None:
    steps = [
        {"run": ["sh", "-c", "printf written > note.txt; exit 3"], "exit_code": None},
        {"open": "Mousepad", "files": ["note.txt"]},
        {"close": "*note.txt*"},
    ]
    checks = [*HOLDS, {"not": {"window": "*"}}]
    outcome = attempt(set_up={"steps": steps}, checks=checks, solution=SAYS_DONE, trusted=True)
    assert (outcome.status, outcome.reason) == (Status.PASSED, "")


@pytest.mark.parametrize(
    "step",
    [
        {"activate": "*Never*", "seconds": 0.2},
        {"wait_for": {"file": "never"}, "seconds": 0.2},
        {"open": "No Such Editor"},
    ],
)
def test_a_step_that_cannot_be_taken_is_a_fault_of_the_set_up(attempt: Try, step: dict[str, Any]) -> None:
    outcome = attempt(set_up={"steps": [step]}, solution=SAYS_DONE)
    assert (outcome.status, outcome.cause) == (Status.ERROR, "set-up")


def test_the_checks_judge_where_nothing_is_left_to_save_in(attempt: Try) -> None:
    before = [{"activate": "*Never*", "seconds": 0.2}, {"press": "ctrl+s"}]
    outcome = attempt(set_up={"files": {"note.txt": "written"}}, before_checks=before, checks=HOLDS, solution=SAYS_DONE)
    assert outcome.status is Status.PASSED


@pytest.mark.parametrize(
    ("infeasible", "says", "status"),
    [
        (True, GIVES_UP, Status.PASSED),
        (True, SAYS_DONE, Status.FAILED),
        (False, GIVES_UP, Status.FAILED),
        (False, SAYS_DONE, Status.PASSED),
        (None, GIVES_UP, Status.PASSED),
    ],
)
def test_what_the_agent_says_of_a_goal_counts_where_it_is_asked_for(
    attempt: Try, infeasible: bool | None, says: dict[str, Any], status: Status
) -> None:
    checks = [] if infeasible else HOLDS
    outcome = attempt(infeasible=infeasible, set_up={"files": {"note.txt": "written"}}, checks=checks, solution=says)
    assert outcome.status is status, outcome
    assert outcome.cause == ("" if status is Status.PASSED else "ending")
