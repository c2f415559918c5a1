"""A disk that is full, at every moment of a task: it is told, nothing is lost, and no agent is blamed."""

from pathlib import Path
from threading import Event

import pytest

from tasks.runner.pool import Pool
from tasks.runner.records import Job, Status
from tasks.runner.results import Results, ResultsError
from tasks.runner.suite import Suite, SuiteOptions
from tests.full_disk import TinyDisk
from tests.tasks.runner.running import Silent, written

pytestmark = pytest.mark.display

PRESSES = [{"press": "a", "times": 3}]
ON_A_FULL_DISK = [(Status.ERROR, "machine"), (Status.ERROR, "set-up")]


@pytest.mark.parametrize("size", [4, 40, 100], ids=["the job", "the set-up", "the recording"])
def test_what_cannot_be_written_is_an_error_and_the_suite_goes_on(tmp_path: Path, size: int) -> None:
    jobs = [Job(task=written(tmp_path, name, steps=PRESSES)) for name in ("a", "b")]
    with TinyDisk(tmp_path / "disk", size) as disk:
        made = list(Pool(disk.folder / "r", 2, Silent()).results(jobs, Event()))
    assert sorted(result.name for result in made) == ["a", "b"]
    for result in made:
        assert (result.status, result.attempts[0].cause) in ON_A_FULL_DISK, result
        assert "No space left on device" in result.reason or "full" in result.reason, result


def test_results_that_cannot_be_written_stop_the_suite_and_it_goes_on_once_there_is_room(tmp_path: Path) -> None:
    task = written(tmp_path, "a", steps=PRESSES)
    with TinyDisk(tmp_path / "disk", 64) as disk:
        results = Results(disk.folder / "r")
        results.make()
        disk.fill()
        with pytest.raises(ResultsError, match=r"No space left on device\. Make room, and go on with --resume"):
            list(Suite([task], SuiteOptions(), results).run(Silent(), Event()))
        assert list(results) == []
        disk.grow(8192)
        list(Suite([task], SuiteOptions(), results).run(Silent(), Event()))
        assert [result.status for result in results] == [Status.PASSED]
