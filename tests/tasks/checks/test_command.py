import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import ValidationError

from tasks.checks import CheckFault, Machine
from tests.tasks.checks.judging import holds, judge, read, sees


@pytest.fixture
def trusted(machine: Machine) -> Machine:
    return replace(machine, trusted=True)


def test_no_command_is_run_for_a_task_that_is_not_trusted(machine: Machine) -> None:
    with pytest.raises(CheckFault, match="trust"):
        judge(machine, command=["touch", "ran"])
    assert not (machine.home / "ran").exists()


def test_an_exit_code_holds(trusted: Machine) -> None:
    assert holds(trusted, command=["true"])
    assert holds(trusted, command=["sh", "-c", "exit 3"], exit_code=3)


def test_another_exit_code_is_shown_with_what_the_command_said(trusted: Machine) -> None:
    assert sees(trusted, command=["sh", "-c", "echo no disk >&2; exit 3"]) == 'exit code 3: "no disk"'
    assert sees(trusted, command=["sh", "-c", "kill -9 $$"]).startswith("an end by signal 9")


def test_an_output_holds_but_for_its_last_newline(trusted: Machine) -> None:
    assert holds(trusted, command=["echo", "café"], output="café")
    assert holds(trusted, command=["echo", "café"], output="café\n")
    assert holds(trusted, command=["echo", "café"], regex="^caf.$")


def test_another_output_is_shown(trusted: Machine) -> None:
    assert sees(trusted, command=["echo", "a"], output="b") == '"a"'
    assert sees(trusted, command=["echo", "a"], regex="b") == '"a"'


def test_a_command_runs_in_the_home_and_knows_the_tasks_folder(trusted: Machine) -> None:
    (trusted.home / "here.txt").touch()
    assert holds(trusted, command=["test", "-e", "here.txt"])
    assert holds(trusted, command=["sh", "-c", 'echo "$TASK_FOLDER"'], output=str(trusted.folder))


def test_a_command_is_given_the_machines_environment_only(trusted: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FROM_OUTSIDE", "secret")
    assert holds(trusted, command=["sh", "-c", 'echo "-$FROM_OUTSIDE-"'], output="--")


def test_no_shell_reads_the_words(trusted: Machine) -> None:
    assert holds(trusted, command=["echo", "$HOME; touch x"], output="$HOME; touch x")


def test_a_command_that_is_not_there_proves_nothing(trusted: Machine) -> None:
    finding = judge(trusted, command=["no-such-program"])
    assert (finding.held, finding.certain) == (False, False)
    assert finding.saw == "no-such-program cannot be started: No such file or directory"


def test_a_command_that_hangs_is_ended_with_all_that_it_started(trusted: Machine) -> None:
    started = time.monotonic()
    saw = sees(trusted, command=["sh", "-c", "sleep 60 & echo $! > child; wait"], seconds=0.5)
    assert "had not ended after 0.5 seconds" in saw
    assert time.monotonic() - started < 10
    assert _is_gone(int((trusted.home / "child").read_text()))


def test_what_a_command_leaves_running_is_ended_and_not_waited_for(trusted: Machine) -> None:
    started = time.monotonic()
    assert holds(trusted, command=["sh", "-c", "sleep 60 & echo $! > child; echo done"], output="done", seconds=30)
    assert time.monotonic() - started < 10
    assert _is_gone(int((trusted.home / "child").read_text()))


def test_an_output_without_end_is_not_kept(trusted: Machine) -> None:
    assert not holds(trusted, command=["yes"], output="y", seconds=0.5)


def test_a_long_output_is_read_to_its_end(trusted: Machine) -> None:
    assert holds(trusted, command=["sh", "-c", "seq 1 60000; seq 1 9 >&2"], regex=r"(?m)^60000$")


def _is_gone(pid: int) -> bool:
    """Say whether a process runs no more; whoever inherited it may not have waited for it yet."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.01)
    return False


_CHECKS = """
import os, sys, time
from neighbour import ANSWER

def holds(run): return (run.home / "a.txt").exists() and run.folder.is_dir()
def fails(run): return False
def tells(run): return "only 2 rows"
def asserts(run): assert run.answer == ANSWER, f"the answer {run.answer}"
def asserts_plainly(run): assert run.answer == 7
def answers(run): return run.answer == ANSWER
def forgets(run): run.answer == ANSWER
def empty(run): return ""
def raises(run): return open(run.home / "missing.txt")
def exits(run): sys.exit(0)
def crashes(run): os.abort()
def leaves(run): os._exit(0)
def hangs(run): time.sleep(60)
def prints(run): print('{"held": false}'); sys.stderr.write("x"); return True
"""


@pytest.fixture
def scripted(trusted: Machine) -> Machine:
    (trusted.folder / "checks.py").write_text(_CHECKS)
    (trusted.folder / "neighbour.py").write_text("ANSWER = '42'")
    (trusted.folder / "broken.py").write_text("def f(:")
    (trusted.home / "a.txt").touch()
    return replace(trusted, answer="42")


@pytest.mark.parametrize("function", ["holds", "answers", "prints"])
def test_a_function_that_returns_true_holds(scripted: Machine, function: str) -> None:
    assert holds(scripted, python=f"checks.py:{function}")


@pytest.mark.parametrize(
    ("function", "saw"),
    [
        ("fails", "False"),
        ("tells", "only 2 rows"),
        ("asserts_plainly", "line 9 of checks.py"),
        ("asserts", "the answer 1"),
    ],
)
def test_a_function_says_what_it_saw(scripted: Machine, function: str, saw: str) -> None:
    assert sees(replace(scripted, answer="1"), python=f"checks.py:{function}") == saw


@pytest.mark.parametrize(
    ("function", "complaint"),
    [
        ("checks.py:forgets", "returned None"),
        ("checks.py:asserts", "returned None"),
        ("checks.py:empty", "returned ''"),
        ("checks.py:raises", "FileNotFoundError.*line 13 of checks.py"),
        ("checks.py:exits", "SystemExit"),
        ("checks.py:crashes", "signal 6"),
        ("checks.py:leaves", "broke off with exit code 0"),
        ("checks.py:missing", "no function missing"),
        ("broken.py:f", "SyntaxError"),
        ("missing.py:f", "FileNotFoundError"),
    ],
)
def test_a_function_that_does_not_answer_is_the_tasks_fault(scripted: Machine, function: str, complaint: str) -> None:
    with pytest.raises(CheckFault, match=complaint):
        judge(scripted, python=function)


def test_a_function_that_hangs_is_ended(scripted: Machine) -> None:
    with pytest.raises(CheckFault, match=r"had not returned after 0\.5 seconds"):
        judge(scripted, python="checks.py:hangs", seconds=0.5)


def test_no_function_is_called_for_a_task_that_is_not_trusted(scripted: Machine) -> None:
    with pytest.raises(CheckFault, match="trust"):
        judge(replace(scripted, trusted=False), python="checks.py:holds")


@pytest.mark.parametrize(
    "named", ["checks.py", "checks:f", "checks.py:", "checks.py:a b", "checks.py:__import__('os')"]
)
def test_what_names_no_function_is_refused(named: str) -> None:
    with pytest.raises(ValidationError, match="no function"):
        read({"python": named})
