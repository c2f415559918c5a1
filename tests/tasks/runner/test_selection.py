"""Which tasks are run: by name, tag, part and chance."""

import pytest

from tasks.runner.selection import Selection, SelectionError, read_seeds, read_shard
from tasks.task import Task

TASKS = [
    Task(name="save", goal="g", file="/suite/save.yaml", tags=("smoke", "editor")),
    Task(name="open", goal="g", file="/suite/open.yaml", tags=("editor",)),
    Task(name="sum", goal="g", file="/suite/sum.yaml", tags=("calc",)),
]


def names(selection: Selection) -> list[str]:
    return [task.name for task in selection.of(TASKS)]


def test_all_are_run_in_their_order() -> None:
    assert names(Selection()) == ["save", "open", "sum"]


def test_a_pattern_chooses_by_name_and_tag() -> None:
    assert names(Selection(grep="^suite/s")) == ["save", "sum"]
    assert names(Selection(grep="@editor")) == ["save", "open"]


def test_any_of_several_tags_will_do() -> None:
    assert names(Selection(tags=("smoke", "calc"))) == ["save", "sum"]


def test_the_parts_of_a_suite_are_all_of_it_and_share_nothing() -> None:
    parts = [names(Selection(shard=(which, 2))) for which in (1, 2)]
    assert sorted(parts[0] + parts[1]) == ["open", "save", "sum"]


def test_the_same_chance_gives_the_same_order() -> None:
    many = [Task(name=f"t{n}", goal="g", file="/s/t.yaml") for n in range(20)]
    orders = [[task.name for task in Selection(shuffle=True, seed=seed).of(many)] for seed in (1, 1, 2)]
    assert orders[0] == orders[1] != orders[2]


def test_repeats_are_runs_that_are_shuffled_and_shared_out_too() -> None:
    runs = [run.run_id for run in Selection(tags=("calc",), repeat_each=3).of(TASKS)]
    assert runs == ["suite/sum#0", "suite/sum#0.2", "suite/sum#0.3"]
    parts = [Selection(repeat_each=3, shuffle=True, shard=(which, 2)).of(TASKS) for which in (1, 2)]
    assert len({run.run_id for part in parts for run in part}) == 9


def test_what_failed_last_is_repeated_too() -> None:
    runs = Selection(only={"suite/open#0"}, repeat_each=2).of(TASKS)
    assert [run.run_id for run in runs] == ["suite/open#0", "suite/open#0.2"]


def test_selecting_nothing_is_said() -> None:
    with pytest.raises(SelectionError, match="None of the 3 tasks"):
        Selection(grep="nowhere").of(TASKS)


@pytest.mark.parametrize("text", ["0/2", "3/2", "2", "a/b", ""])
def test_what_is_no_part_is_said(text: str) -> None:
    with pytest.raises(SelectionError, match="2/5"):
        read_shard(text)


def test_what_is_no_pattern_is_said() -> None:
    with pytest.raises(SelectionError, match="no regular expression"):
        Selection(grep="(").of(TASKS)


@pytest.mark.parametrize(("text", "seeds"), [("3", [3]), ("0-2", [0, 1, 2]), (" 7-7 ", [7])])
def test_seeds_are_read(text: str, seeds: list[int]) -> None:
    assert list(read_seeds(text)) == seeds


@pytest.mark.parametrize("text", ["", "2-1", "-1", "1-", "a", "1,2", "0-10000", "1-2-3"])
def test_what_are_no_seeds_is_refused(text: str) -> None:
    with pytest.raises(SelectionError, match="such as 0-4"):
        read_seeds(text)
