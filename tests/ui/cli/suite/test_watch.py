"""`deskhand watch`: by the clock or at changes, a line each time, the last results kept, and it ends at once."""

import os
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from tasks.runner.results import RESULTS
from tasks.runner.selection import SelectionError
from tasks.task import read_tasks
from tests.ui.cli.terminal.typing_person import Terminal
from ui.cli.suite.watch import brought_by, look, read_period, task_files, wait_for_change

SKIPPED = "goal: x\nskip: later\n"
LINE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  .*")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "任务 s"
    folder.mkdir()
    (folder / "a.task.yaml").write_text(SKIPPED)
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "r"


def kept(root: Path) -> list[Path]:
    return sorted(root.glob(f"*/{RESULTS}"))


def lines(terminal: Terminal) -> list[str]:
    return LINE.findall(terminal.text)


def test_by_the_clock_it_runs_again_and_keeps_the_last_results(folder: Path, root: Path) -> None:
    with Terminal("watch", str(folder), "--every", "1s", "--keep", "2", "--root", str(root)) as terminal:
        while len(lines(terminal)) < 4:
            terminal.has_shown("")
        began = time.monotonic()
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.ends() == 3
        assert time.monotonic() - began < 2
    assert all("1 skipped" in line for line in lines(terminal)), terminal.text
    assert len(kept(root)) == 2


def test_at_a_change_it_runs_again_and_broken_files_stop_nothing(folder: Path, root: Path) -> None:
    with Terminal("watch", str(folder), "--root", str(root)) as terminal:
        terminal.shows("1 skipped")
        (folder / "b.task.yaml").write_text("gaol: x\n")
        terminal.shows("1 error")
        assert "b.task.yaml" in terminal.text
        (folder / "a.task.yaml").unlink()
        (folder / "b.task.yaml").unlink()
        terminal.shows("There is no task in this folder")
        (folder / "a.task.yaml").write_text(SKIPPED)
        terminal.shows_again("1 skipped")
        terminal.process.terminate()
        assert terminal.ends() == 3


@pytest.mark.display
def test_it_ends_at_once_in_the_middle_of_a_task(folder: Path, root: Path) -> None:
    (folder / "a.task.yaml").write_text("goal: wait 60 seconds\n")
    with Terminal("watch", str(folder), "--root", str(root)) as terminal:
        while not list(root.glob("*/*/attempt-1/progress.jsonl")):
            terminal.has_shown("")
        began = time.monotonic()
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.ends() == 3
        assert time.monotonic() - began < 5


def test_where_no_task_is_it_does_not_begin(tmp_path: Path) -> None:
    with Terminal("watch", str(tmp_path / "none")) as terminal:
        assert terminal.ends() == 2
    assert "There is no such file or folder." in terminal.text


@pytest.fixture
def waits() -> Iterator["Waits"]:
    waits = Waits()
    yield waits
    waits.stop.set()


class Waits:
    """Waits for a change on a thread."""

    def __init__(self) -> None:
        self.stop = Event()

    def begin(self, folder: Path) -> Thread:
        tasks = read_tasks(folder)
        seen = look(task_files([folder]) | brought_by(tasks))
        thread = Thread(target=wait_for_change, args=([folder], tasks, seen, self.stop))
        thread.start()
        return thread


@pytest.mark.parametrize("name", ["a.task.yaml", "base/file.txt", "new.task.yaml"])
def test_what_a_task_brings_is_watched_too(folder: Path, waits: Waits, name: str) -> None:
    (folder / "base").mkdir()
    (folder / "base" / "file.txt").write_text("1")
    (folder / "a.task.yaml").write_text("goal: x\nset_up: {home: base}\n")
    waiting = waits.begin(folder)
    waiting.join(1.5)
    assert waiting.is_alive()
    (folder / name).write_text("goal: y\n")
    waiting.join(10)
    assert not waiting.is_alive()


def test_a_file_that_is_touched_within_the_same_second_is_a_change(folder: Path) -> None:
    files = task_files([folder])
    before = look(files)
    os.utime(folder / "a.task.yaml", ns=(1, 1))
    assert look(files) != before


@pytest.mark.parametrize(("text", "seconds"), [("90s", 90), ("10m", 600), ("1.5h", 5400), ("1d", 86_400)])
def test_times_are_read(text: str, seconds: float) -> None:
    assert read_period(text) == seconds


@pytest.mark.parametrize("text", ["10", "0s", "-1m", "m", "1 week", "", "1e9s", "٣m", "9999999s"])
def test_what_is_no_time_is_told(text: str) -> None:
    with pytest.raises(SelectionError, match="write 90s, 10m, 2h or 1d"):
        read_period(text)
