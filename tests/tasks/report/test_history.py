"""Earlier runs beside this one: each task's results in the order in which they came."""

from pathlib import Path

from tasks.report.history import read_history
from tasks.runner.records import Status
from tasks.runner.results import RESULTS
from tests.tasks.report.suites import FAILED, attempt, result, write


def test_earlier_results_of_a_task_are_in_their_order_and_later_ones_are_left_out(tmp_path: Path) -> None:
    write(tmp_path / "b", result("a", attempt(minutes=1)))
    write(tmp_path / "a", result("a", attempt(Status.FAILED, "check", "no", minutes=2)))
    now = [result("a", attempt(minutes=3))]
    write(tmp_path / "now", *now)
    write(tmp_path / "later", result("a", attempt(minutes=4)))
    past = read_history(tmp_path / "now", now).of("s/a#0")
    assert [(each.folder, each.status) for each in past] == [("b", Status.PASSED), ("a", Status.FAILED)]


def test_a_result_that_was_joined_from_a_shard_counts_once(tmp_path: Path) -> None:
    old = result("a", FAILED)
    write(tmp_path / "shard", old)
    write(tmp_path / "joined", old)
    now = [result("a", attempt(minutes=9))]
    assert len(read_history(write(tmp_path / "now", *now), now).of("s/a#0")) == 1


def test_skipped_results_have_no_attempts_and_all_count(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, result("a"), result("b", attempt(minutes=1)))
    now = [result("b", attempt(minutes=9))]
    assert len(read_history(write(tmp_path / "now", *now), now).of("s/a#0")) == 2


def test_a_task_that_is_new_and_a_folder_that_is_damaged_have_no_history(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / RESULTS).write_bytes(b"\xff\xff")
    now = [result("a", attempt())]
    history = read_history(write(tmp_path / "now", *now), now)
    assert (history.of("s/a#0"), history.last("s/a#0")) == ((), None)
