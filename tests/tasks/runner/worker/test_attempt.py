"""Whole attempts: real workers on displays of their own, real applications, and every way in which they go wrong."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import yaml

from actions.policy.policy import Policy, Verdict
from tasks.runner.pool import Pool
from tasks.runner.process import AttemptProcess
from tasks.runner.records import Attempt, Job, Result, Status
from tasks.task import read_tasks
from tests.tasks.runner.running import Silent, pids

pytestmark = pytest.mark.display

ALLOWED = Policy(commit=Verdict.ALLOW, discard=Verdict.ALLOW, remove=Verdict.ALLOW)
EDITOR = {"files": {"note.txt": ""}, "launch": {"open": "Mousepad", "files": ["note.txt"]}}
TYPES = [{"type": "Hello 会议"}, {"press": "ctrl+s"}]
HOLDS = [{"file": "note.txt", "text": "Hello 会议"}]

Try = Callable[..., Attempt]


@pytest.fixture
def attempt(tmp_path: Path) -> Try:
    def make(seconds: float = 60, *, trusted: bool = False, **task: Any) -> Attempt:
        process = begin(tmp_path, seconds, trusted=trusted, **task)
        return wait(process)

    return make


def begin(folder: Path, seconds: float = 60, *, trusted: bool = False, **task: Any) -> AttemptProcess:
    file = folder / "t.task.yaml"
    file.write_text(yaml.safe_dump(task, allow_unicode=True))
    (read,) = read_tasks(file)
    return AttemptProcess(Job(task=read, policy=ALLOWED, trusted=trusted), folder / "attempt", seconds)


def wait(process: AttemptProcess) -> Attempt:
    while (outcome := process.poll()) is None:
        time.sleep(0.05)
    return outcome


def log(folder: Path) -> str:
    return (folder / "attempt" / "worker.log").read_text()


def test_exact_steps_pass_and_leave_nothing_running(attempt: Try, tmp_path: Path) -> None:
    outcome = attempt(steps=TYPES, set_up=EDITOR, checks=HOLDS)
    assert outcome.status is Status.PASSED, (outcome, log(tmp_path))
    assert pids(str(tmp_path)) == []


def test_a_model_passes_and_its_claim_is_noted(attempt: Try) -> None:
    outcome = attempt(goal='type "Hello 会议", then press ctrl+s', set_up=EDITOR, checks=HOLDS)
    assert (outcome.status, outcome.claimed) == (Status.PASSED, True)
    assert outcome.steps >= 2


def test_a_false_done_is_a_failure_that_says_what_was_seen(attempt: Try) -> None:
    outcome = attempt(goal='type "Hullo", then press ctrl+s', set_up=EDITOR, checks=HOLDS, check_seconds=0.5)
    assert (outcome.status, outcome.cause, outcome.claimed) == (Status.FAILED, "check", True)
    assert "Hullo" in outcome.reason


def test_an_application_that_is_not_there_is_no_failure_of_the_agent(attempt: Try) -> None:
    outcome = attempt(goal="wait", set_up={"launch": "No Such Editor"})
    assert (outcome.status, outcome.cause) == (Status.ERROR, "set-up")
    assert "No Such Editor" in outcome.reason


def test_an_application_that_opens_no_window_is_a_fault_of_the_set_up(attempt: Try) -> None:
    hangs = {"start": ["sleep", "60"], "window": {"title": "*Never*", "seconds": 0.5}}
    outcome = attempt(goal="wait", set_up={"launch": hangs}, trusted=True)
    assert (outcome.status, outcome.cause) == (Status.ERROR, "set-up")
    assert "*Never*" in outcome.reason


def test_an_application_that_dies_under_way_fails_with_what_is_missing(attempt: Try) -> None:
    dies = {"start": ["timeout", "1.5", "mousepad"]}
    steps = [{"wait_for": {"not": {"window": "*"}}}, {"click": "File", "seconds": 0.5}]
    outcome = attempt(steps=steps, set_up={"launch": dies}, trusted=True)
    assert (outcome.status, outcome.cause) == (Status.FAILED, "step")
    assert "File" in outcome.reason


@pytest.mark.parametrize("task", [{"goal": "wait 60 seconds"}, {"steps": [{"wait_for": "Never"}]}], ids=str)
def test_a_task_that_is_never_over_is_ended_and_torn_down(attempt: Try, tmp_path: Path, task: dict[str, Any]) -> None:
    mark = tmp_path / "torn-down"
    outcome = attempt(seconds=6, set_up=EDITOR, tear_down=[["touch", str(mark)]], trusted=True, **task)
    assert (outcome.status, outcome.cause) == (Status.FAILED, "time")
    assert outcome.recordings or "wait_for" in str(task)
    assert mark.exists()
    assert pids(str(tmp_path)) == []


def test_a_worker_that_hears_nothing_is_ended_too(tmp_path: Path) -> None:
    process = begin(tmp_path, seconds=-16, goal="wait 60 seconds")
    while not (workers := pids(f"tasks.runner.worker {tmp_path}")):
        time.sleep(0.05)
    os.kill(workers[-1], signal.SIGSTOP)
    outcome = wait(process)
    assert (outcome.status, outcome.cause) == (Status.FAILED, "time")
    assert pids(f"tasks.runner.worker {tmp_path}") == []


def test_a_worker_that_is_killed_is_an_error(tmp_path: Path) -> None:
    process = begin(tmp_path, goal="wait 60 seconds")
    while "wait" not in process.doing and "opens the model" not in process.doing:
        time.sleep(0.05)
    os.kill(pids(f"tasks.runner.worker {tmp_path}")[-1], signal.SIGKILL)
    outcome = wait(process)
    assert (outcome.status, outcome.cause) == (Status.ERROR, "worker")


def test_a_display_that_dies_is_the_machines_fault(tmp_path: Path) -> None:
    process = begin(tmp_path, goal="wait 60 seconds")
    while not (tmp_path / "attempt" / "run-1" / "steps.jsonl").exists():
        time.sleep(0.05)
    (worker,) = pids(f"tasks.runner.worker {tmp_path}")[-1:]
    (display,) = pids(f"supervisor.py {worker} .* Xvfb ")
    os.kill(display, signal.SIGTERM)
    outcome = wait(process)
    assert (outcome.status, outcome.cause) == (Status.ERROR, "machine"), outcome


def test_tear_down_is_run_after_a_failure_too(attempt: Try, tmp_path: Path) -> None:
    mark = tmp_path / "torn-down"
    outcome = attempt(steps=[{"click": "Nothing", "seconds": 0.3}], tear_down=[["touch", str(mark)]], trusted=True)
    assert outcome.status is Status.FAILED
    assert mark.exists()


def test_a_task_lives_in_a_home_of_its_own(attempt: Try) -> None:
    written = {"home": f"{Path.home()}/should-not-be"}
    outcome = attempt(
        goal="wait",
        set_up={"files": {"~/a.txt": "x", ".config/b.txt": "{{home}}"}},
        checks=[{"file": "a.txt"}, {"not": {"file": "a.txt", "text": written["home"]}}],
        tear_down=[],
    )
    assert outcome.cause != "set-up", outcome
    assert not (Path.home() / "a.txt").exists()


def test_what_is_started_begins_in_the_home_and_saves_there(attempt: Try) -> None:
    starts = {"start": ["sh", "-c", "pwd > where; exec mousepad"]}
    outcome = attempt(
        steps=[{"expect": {"file": "where", "text": "{{home}}\n"}}], set_up={"launch": starts}, trusted=True
    )
    assert outcome.status is Status.PASSED, outcome


def test_a_home_has_a_whole_path_where_results_have_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    set_up, there = {"files": {"a.txt": "{{home}}"}}, str(tmp_path / "attempt" / "home")
    outcome = wait(begin(Path(), steps=[{"expect": {"file": "a.txt", "text": there}}], set_up=set_up))
    assert outcome.status is Status.PASSED, outcome


def test_a_runner_that_is_killed_leaves_nothing_and_is_resumed(tmp_path: Path) -> None:
    for name, seconds in (("a", 0), ("b", 30)):
        (tmp_path / f"{name}.task.yaml").write_text(f"goal: wait {seconds} seconds\nname: {name}\n")
    command = [sys.executable, "-P", "-m", "ui.cli", "run", str(tmp_path), "--resume", str(tmp_path / "r")]
    runner = subprocess.Popen([*command, "--workers", "1"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    results = tmp_path / "r" / "results.jsonl"
    begun = tmp_path / "r" / f"{tmp_path.name}--b#0" / "attempt-1"
    while not (begun / "run-1" / "steps.jsonl").exists():
        time.sleep(0.1)
    runner.kill()
    runner.wait()
    deadline = time.monotonic() + 10
    while pids(f"worker {tmp_path}"):
        assert time.monotonic() < deadline, "a worker outlived its runner"
        time.sleep(0.1)
    (tmp_path / "b.task.yaml").write_text("goal: wait 0 seconds\nname: b\n")
    again = subprocess.run([*command, "--json"], capture_output=True, text=True, check=False)
    lines = [Result.model_validate_json(line) for line in results.read_text().splitlines()]
    assert [line.name for line in lines] == ["a", "b"], again.stderr
    assert {line.status for line in lines} == {Status.PASSED}, lines  # what was left stood in nobody's way
    assert (begun.with_name("attempt-1-broken-off-1") / "run-1" / "steps.jsonl").exists()


def test_several_at_once_each_have_their_own(tmp_path: Path) -> None:
    jobs = []
    for word in ("one", "two"):
        file = tmp_path / f"{word}.task.yaml"
        steps = [{"type": word}, {"press": "ctrl+s"}]
        checks = [{"file": "note.txt", "text": word}]
        file.write_text(yaml.safe_dump({"steps": steps, "set_up": EDITOR, "checks": checks}))
        jobs += [Job(task=task, policy=ALLOWED) for task in read_tasks(file)]
    pool = Pool(tmp_path / "r", 2, Silent())
    results = list(pool.results(jobs, Event()))
    assert {result.status for result in results} == {Status.PASSED}, results
