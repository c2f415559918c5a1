"""The scripted solutions in real applications: they pass, and without their key steps they do not."""

from pathlib import Path

import pytest

from tasks.runner.records import Status
from tasks.task import Task, read_tasks
from tests.tasks.suites.played import SUITES, play, require_applications

TASKS = read_tasks(SUITES)
A_FEW = [SUITES / "editor/add-a-line.task.yaml", SUITES / "smoke/rotate-a-picture.task.yaml"]

pytestmark = pytest.mark.display


def test_a_few_solutions_pass_and_without_their_key_steps_fail(tmp_path: Path) -> None:
    tasks = read_tasks(A_FEW)
    for task in tasks:
        require_applications(task)
    whole = play(tasks, tmp_path / "whole")
    assert {id_: (result.status, result.reason) for id_, result in whole.items() if result.status != "passed"} == {}
    for result in play(tasks, tmp_path / "without", without_key_steps=True).values():
        assert (result.status, result.attempts[-1].cause) == (Status.FAILED, "check"), result


@pytest.mark.slow
@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.run_id)
def test_a_solution_passes_and_without_its_key_steps_fails(task: Task, tmp_path: Path) -> None:
    require_applications(task)
    (whole,) = play([task], tmp_path / "whole").values()
    assert whole.status is Status.PASSED, whole.reason
    (without,) = play([task], tmp_path / "without", without_key_steps=True).values()
    assert without.status is Status.FAILED, without
