"""Spider2-V's Calc tasks: LibreOffice opens the workbook; the gold one passes in its place, the untouched one fails."""

import shutil
import time
from pathlib import Path

import pytest

from actions.policy.policy import Policy, Verdict
from tasks.checks.files.workbook.check import WorkbookCheck
from tasks.live.osworld import read_osworld
from tasks.runner.process import AttemptProcess
from tasks.runner.records import Attempt, Job, Status
from tasks.task.set_up import CopiedFile
from tasks.task.steps import TypeStep
from tasks.task.task import RepliesSolution, Solution, StepsSolution, Task
from tests.published import published
from tests.tasks.checks.files.workbook.books import write as write_book
from tests.tasks.live.osworld.writing import entry, read

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(shutil.which("localc") is None, reason="LibreOffice Calc is not installed"),
]
SAYS_DONE = RepliesSolution(replies=('<think>.</think><answer>{"action_type":"done"}</answer>',))
ALLOWED = Policy(commit=Verdict.ALLOW, discard=Verdict.ALLOW, remove=Verdict.ALLOW)
PUBLISHED = 22


def attempt(task: Task, folder: Path, solution: Solution = SAYS_DONE) -> Attempt:
    """Return how it goes when the agent does as a solution says, without a model."""
    played = task.model_copy(update={"solution": solution, "check_seconds": 1.0})
    process = AttemptProcess(Job(task=played, policy=ALLOWED, play_solution=True), folder, 240)
    while (outcome := process.poll()) is None:
        time.sleep(0.1)
    return outcome


def with_file(task: Task, name: str) -> Task:
    """Return the task with another file of its folder in the place of the one that it opens."""
    (path,) = task.set_up.files
    files = {path: CopiedFile(copy=name)}
    return task.model_copy(update={"set_up": task.set_up.model_copy(update={"files": files})})


def test_what_is_typed_is_saved_and_judged(tmp_path: Path) -> None:
    write_book(tmp_path / "预算 1.xlsx")
    write_book(tmp_path / "gold.xlsx", lambda book: book["Data"].__setitem__("A1", "Month of 2026"))
    save = entry("execute", command=["python", "-c", "import pyautogui; pyautogui.hotkey('ctrl', 's')"])
    window = entry("activate_window", window_name="预算 1.xlsx - LibreOffice Calc", strict=True)
    evaluator = {
        "postconfig": [window, save, entry("sleep", seconds=0.5)],
        "func": "compare_table",
        "result": {"type": "vm_file", "path": "/home/user/预算 1.xlsx", "dest": "a"},
        "expected": {"type": "local_file", "path": "examples/gold.xlsx", "dest": "b"},
        "options": {"rules": [{"type": "sheet_data", "sheet_idx0": 0, "sheet_idx1": "EI0"}]},
    }
    copy = entry("copyfile_from_host_to_guest", src="examples/预算 1.xlsx", dest="/home/user/预算 1.xlsx")
    task = read(tmp_path, evaluator, [copy, entry("open", path="/home/user/预算 1.xlsx")])
    typed = StepsSolution(steps=(TypeStep(type="Month of 2026", enter=True),))
    outcome = attempt(task, tmp_path / "typed", typed)
    assert outcome.status is Status.PASSED, outcome
    outcome = attempt(task, tmp_path / "untouched")
    assert "'Month' instead of 'Month of 2026' at A1" in outcome.reason


@pytest.mark.slow
@pytest.mark.parametrize("number", range(PUBLISHED))
def test_a_gold_workbook_passes_and_an_untouched_one_fails(tmp_path: Path, number: int) -> None:
    tasks = read_osworld(published("spider2v-calc"))
    assert len(tasks) == PUBLISHED
    (check,) = tasks[number].checks
    assert isinstance(check, WorkbookCheck)
    assert check.like
    gold = attempt(with_file(tasks[number], check.like), tmp_path / "gold")
    assert gold.status is Status.PASSED, gold
    untouched = attempt(tasks[number], tmp_path / "untouched")
    assert (untouched.status, untouched.cause) == (Status.FAILED, "check"), untouched
