"""The suites' files: what every task of them has to have, without anything being started."""

from collections import Counter

import pytest

from tasks.task import Task, read_tasks, reasons_for_trust
from tasks.task.set_up import OpenedApplication
from tasks.task.task import StepsSolution
from tests.tasks.suites.played import SUITES

TASKS = read_tasks(SUITES)
EACH = pytest.mark.parametrize("task", TASKS, ids=lambda task: task.run_id)


def applications(task: Task) -> set[str]:
    return {launch.open for launch in task.set_up.launch if isinstance(launch, OpenedApplication)}


def test_there_are_many_tasks_over_many_applications_in_two_languages() -> None:
    files = {task.file: task for task in TASKS}.values()
    assert len(files) >= 40
    assert len(set().union(*map(applications, files))) >= 8
    tags = Counter(tag for task in files for tag in task.tags)
    assert min(tags["en"], tags["zh"], tags["wish"], tags["told"]) >= 8, tags


def test_the_smoke_suite_needs_no_trust() -> None:
    smoke = read_tasks(SUITES / "smoke")
    assert 8 <= len(smoke) <= 12
    assert {task.id: reasons_for_trust(task) for task in smoke if reasons_for_trust(task)} == {}


@EACH
def test_a_task_is_judged_by_the_machine_and_has_a_solution_with_a_key_step(task: Task) -> None:
    assert task.checks
    assert isinstance(task.solution, StepsSolution)
    assert len(task.solution.without_key_steps) < len(task.solution.steps)


@EACH
def test_a_task_says_its_language_and_whether_it_is_a_wish_or_told_step_by_step(task: Task) -> None:
    assert len({"en", "zh"} & set(task.tags)) == 1
    assert len({"wish", "told"} & set(task.tags)) == 1
