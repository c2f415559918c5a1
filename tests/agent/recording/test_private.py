"""What a recording writes is its owner's alone."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.recording import private
from tests.agent.recording.runs import record


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("umask")
def test_a_recording_is_private_whatever_the_umask(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    record(folder, 2)
    assert mode(folder) == 0o700
    assert {path.name: mode(path) for path in folder.iterdir()} == dict.fromkeys(
        ("run.json", "steps.jsonl", "step-001.png", "step-002.png"), 0o600
    )


def test_an_empty_folder_that_was_there_becomes_private(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o755)
    record(folder, 1)
    assert mode(folder) == 0o700


def test_a_folder_that_holds_other_things_keeps_its_mode(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    (folder / "letter.txt").touch()
    record(folder, 1)
    assert mode(folder) == 0o755
    assert mode(folder / "steps.jsonl") == 0o600


def test_replacing_never_writes_through_a_link(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    (tmp_path / "report.html").symlink_to(precious)
    private.replace(tmp_path / "report.html", b"page")
    assert precious.read_text() == "mine"
    assert (tmp_path / "report.html").read_bytes() == b"page"
    assert mode(tmp_path / "report.html") == 0o600


def test_what_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "report.html").mkdir()
    with pytest.raises(OSError):
        private.replace(tmp_path / "report.html", b"page")
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
