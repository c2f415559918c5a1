"""What a worker is doing, read as it is written."""

from pathlib import Path

import pytest

from tasks.runner.progress import PROGRESS, LastProgress, Progress


@pytest.fixture
def last(tmp_path: Path) -> LastProgress:
    return LastProgress(tmp_path)


def append(folder: Path, data: bytes) -> None:
    with (folder / PROGRESS).open("ab") as file:
        file.write(data)


def test_before_anything_is_said_there_is_nothing(last: LastProgress) -> None:
    assert last.doing == ""


def test_the_last_line_counts(last: LastProgress, tmp_path: Path) -> None:
    progress = Progress(tmp_path)
    for doing in ("sets up", "等待“保存”", "checks"):
        progress.says(doing)
        assert last.doing == doing
    assert last.doing == "checks"


def test_a_line_that_is_still_being_written_waits_for_its_end(last: LastProgress, tmp_path: Path) -> None:
    Progress(tmp_path).says("sets up")
    append(tmp_path, b'{"doing": "che')
    assert last.doing == "sets up"
    append(tmp_path, b'cks"}\n')
    assert last.doing == "checks"


def test_what_is_no_line_of_ours_is_left_out(last: LastProgress, tmp_path: Path) -> None:
    Progress(tmp_path).says("sets up")
    append(tmp_path, b'{"doing": "st{"doing": "x"}\n[1]\n\xff\n')
    assert last.doing == "sets up"


def test_only_what_is_new_is_read(last: LastProgress, tmp_path: Path) -> None:
    append(tmp_path, b'{"doing": "a"}\n')
    assert last.doing == "a"
    (tmp_path / PROGRESS).write_bytes(b'{"doing": "Z"}\n{"doing": "b"}\n')  # of the same length, then more
    assert last.doing == "b"
