"""The reader's goals: what every one of them has to have, and how their results are told. Nothing is started."""

from pathlib import Path

import pytest

from tasks.runner.records import Attempt, Result, Status
from tests.benchmarks.looks import Look
from tests.benchmarks.reader_goals import GONE, THERE, Goal, figures, has_target, read_goals

TASKS = read_goals(range(5), None)


def result(row: int, seed: int, status: Status, *, claimed: bool = False) -> Result:
    outcome = status if status in (Status.PASSED, Status.ERROR) else Status.FAILED
    attempt = Attempt.model_validate({"status": outcome, "cause": "ending", "claimed": claimed})
    return Result(id=f"a/b[{row}]#{seed}", name="b", file="/a/b.task.yaml", status=status, attempts=(attempt,))


def test_there_are_twenty_goals_half_of_them_chinese_on_many_applications() -> None:
    files = {task.file: task for task in TASKS}
    assert len(files) == 20
    assert sum("zh" in task.tags for task in files.values()) == 10
    applications = {tag for task in files.values() for tag in task.tags} - {"en", "zh"}
    assert len(applications) >= 5


def test_every_goal_has_its_target_and_once_not_with_each_seed() -> None:
    assert len(TASKS) == 20 * 2 * 5
    for task in TASKS:
        assert bool(task.checks) == has_target(task.run_id)
        assert task.infeasible == (None if has_target(task.run_id) else True)


def test_a_window_is_shown_whole_and_a_look_is_the_same_each_time() -> None:
    for task in TASKS:
        for launch in task.set_up.launch:
            assert launch.window
            assert isinstance(launch.window.geometry, tuple)
            left, top, right, bottom = launch.window.geometry
            assert 0 <= left < right <= 1000
            assert 0 <= top < bottom <= 1000
    assert read_goals(range(5), None) == TASKS


def test_five_seeds_have_light_and_dark_themes_and_several_sizes() -> None:
    looks = [Look.of(seed) for seed in range(5)]
    assert len({look.theme for look in looks}) == 5
    assert {"dark" in look.theme.lower() for look in looks} == {True, False}
    assert len({look.scale for look in looks}) >= 3


def test_a_goal_is_reached_only_with_every_seed_and_a_claim_without_target_is_false() -> None:
    results = [
        result(1, 0, Status.PASSED, claimed=True),
        result(1, 1, Status.FAILED),
        result(2, 0, Status.PASSED),
        result(2, 1, Status.FAILED, claimed=True),
    ]
    told = figures([Goal(results)])
    assert (told["goals"], told["goals_reached"], told["runs_reached"]) == (1, 0, 1)
    assert (told["honest"], told["without_target"], told["false_done"]) == (1, 2, 1)
    assert figures([Goal(results[:1])])["goals_reached"] == 1
    assert figures([Goal(results[2:])])["goals_reached"] == 0


def test_the_row_of_a_goal_says_what_it_was_not_reached_for() -> None:
    row = Goal([result(1, 0, Status.FAILED), result(2, 0, Status.FAILED, claimed=True)]).row(Path())
    assert row == ("b", 0, 1, 0, 1, "ending, gone: false done")


@pytest.mark.parametrize("limit", [1, 3])
def test_a_limit_takes_the_first_goals_with_both_their_rows(limit: int) -> None:
    assert len(read_goals(range(1), limit)) == 2 * limit


def test_the_runs_with_the_target_or_without_it_can_be_made_alone() -> None:
    there, gone = read_goals(range(5), None, target=THERE), read_goals(range(5), None, target=GONE)
    assert all(task.checks for task in there)
    assert all(task.infeasible for task in gone)
    assert len(there) == len(gone) == len(TASKS) / 2
