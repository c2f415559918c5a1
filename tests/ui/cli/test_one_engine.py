"""One resident engine and all who use it at once, as they are typed: a panel, two goals and eight workers.

Each is killed in the midst of its work, and so is the engine; in the end nothing is left of any of them.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import pytest

from agent.recording import Recording
from model.engine.places import FOLDER
from model.engine.starting import Standing, engines
from tasks.displays import VirtualDisplay
from tests.model.glm.tiny_checkpoint import save_checkpoint
from tests.waiting import wait_until
from ui.panel.settings.model_choice import ModelChoice
from ui.panel.settings.panel_settings import PanelSettings, write_settings

pytestmark = [pytest.mark.slow, pytest.mark.display]

SECONDS = 600.0
WORKERS = 8
MARK = "ONE_ENGINE_OF"
"""A variable in the environment of all that a test starts, and of all that those start."""
SHORT = {  # replies of a network that was taught nothing
    "DESKHAND_GLM_DEVICE": "cpu",
    "DESKHAND_GLM_SCREENSHOT_TOKENS": "64",
    "DESKHAND_GLM_THOUGHT_TOKENS": "20",
    "DESKHAND_GLM_ANSWER_TOKENS": "20",
    "DESKHAND_GLM_ACTION_TOKENS": "100",
    "DESKHAND_GLM_MAX_NEW_TOKENS": "160",
    "DESKHAND_GLM_IDLE_SECONDS": "45",
    "OMP_NUM_THREADS": "1",
}
ENDED = (0, 1, 4)
"""How `deskhand do` exits where nobody stopped it: what the model came to is its own affair."""


class House:
    """A user's home with a tiny checkpoint in it, and what is started there."""

    def __init__(self, folder: Path, short: Path) -> None:
        self.folder = folder
        self.checkpoint = save_checkpoint(folder / "tiny")
        self.mark = f"{MARK}={uuid4().hex}"
        homes = {name: str(folder / name.lower()) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
        self.short = short
        self.environ = {**os.environ, **SHORT, **homes, "TMPDIR": str(short), FOLDER: str(short / "e")}
        self.runtime = short / "run"
        self.runtime.mkdir(mode=0o700)  # as a person's session has one
        self.environ |= {"XDG_RUNTIME_DIR": str(self.runtime), MARK: self.mark.partition("=")[2]}
        self.started: list[subprocess.Popen[bytes]] = []

    def start(self, *arguments: str, **more: str) -> "subprocess.Popen[bytes]":
        """Start `deskhand`; what it says goes to a file."""
        log = self.folder / f"said-{len(self.started)}.txt"
        with log.open("wb") as said:
            command = [sys.executable, "-m", "ui.cli", *arguments]
            process = subprocess.Popen(command, env=self.environ | more, stdout=said, stderr=subprocess.STDOUT)
        self.started.append(process)
        return process

    def does(self, goal: str) -> tuple[subprocess.Popen[bytes], Path]:
        """Start `deskhand do` on a display of its own; return it and its recording."""
        out = self.folder / goal
        model = f"glm:{self.checkpoint}"
        return self.start(
            "do", goal, "--model", model, "--display", "virtual", "--max-steps", "3", "--out", str(out)
        ), out

    def runs(self, tasks: int, workers: int) -> subprocess.Popen[bytes]:
        """Start `deskhand run` with so many tasks and workers."""
        suite = self.folder / "suite"
        suite.mkdir()
        for number in range(tasks):
            (suite / f"task{number}.task.yaml").write_text(f"goal: look around {number}\nlimits: {{steps: 2}}\n")
        options = ("--model", f"glm:{self.checkpoint}", "--workers", str(workers), "--retries", "0", "--json")
        return self.start("run", str(suite), *options, "--root", str(self.folder / "results"))

    def results(self) -> dict[str, str]:
        """Return what became of each task, and of one in error why."""
        said = json.loads((self.folder / f"said-{len(self.started) - 1}.txt").read_text())
        return {row["name"]: f"{row['status']} {row['attempts'][-1]['cause']}" for row in said["results"]}

    def recordings_of_tasks(self) -> dict[str, Path]:
        """Return the recordings of the tasks that have begun to ask, by the tasks' names."""
        found = self.folder.glob("results/*/*/attempt-1/run-1")
        return {run.parents[1].name.rpartition("task")[2][:1]: run for run in found if asks(run)}

    def engine(self) -> Standing | None:
        """Return the one engine."""
        found = [standing for _, standing in engines(self.environ)]
        assert len(found) <= 1
        return found[0] if found else None

    def processes(self) -> dict[int, list[str]]:
        """Return the words of all processes that were started here or by those."""
        found = {}
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if self.mark.encode() in (process / "environ").read_bytes().split(b"\0"):
                    found[int(process.name)] = (process / "cmdline").read_text().split("\0")
        return found

    def left(self) -> list[str]:
        """Return what is still there of all of it, but for the user's folders and onnxruntime's own note."""
        users = (self.runtime, self.short / "e", self.short / ".ses")
        return [
            *(str(file) for file in self.short.rglob("*") if file not in users),
            *(" ".join(words) for words in self.processes().values()),
        ]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    short = Path(tempfile.mkdtemp(prefix="one-", dir="/tmp"))  # paths of sockets are short
    made = House(tmp_path, short)
    yield made
    for pid in made.processes():
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    for process in made.started:
        process.wait()
    shutil.rmtree(short, ignore_errors=True)


def wait_until_nothing_is_left(house: House) -> None:
    wait_until(lambda: not house.left(), SECONDS, "it is idle, and nothing is left")


def asks(recording: Path) -> bool:
    """Whether a run has looked at the screen: it asks, or stands in the line."""
    return any(recording.glob("step-*.png"))


def is_whole(recording: Path) -> bool:
    """Whether a run came to an end, each of its steps with a reply."""
    read = Recording(recording)
    return read.run.ending is not None and bool(read.steps) and all(step.tokens for step in read.steps)


def worker_at(house: House, task: int) -> int:
    """Return the process of the worker at a task."""
    return next(
        pid
        for pid, words in house.processes().items()
        if words[1:4] == ["-P", "-m", "tasks.runner.worker"] and f"task{task}" in words[4]
    )


def start_panel(house: House, display: VirtualDisplay) -> subprocess.Popen[bytes]:
    """Start the panel and begin a run in it as a person does."""
    model = ModelChoice(kind="glm", source=str(house.checkpoint))
    settings = PanelSettings(model=model, language="en", theme="light")
    write_settings(Path(house.environ["XDG_CONFIG_HOME"]) / "deskhand" / "panel.json", settings)
    on_display = {name: value for name, value in display.environment.items() if name in ("DISPLAY", "XAUTHORITY")}
    panel = house.start("panel", **on_display, QT_QPA_PLATFORM="xcb")
    xdotool = partial_run(on_display)
    wait_until(lambda: xdotool("search", "--onlyvisible", "--name", "Deskhand"), SECONDS, "the panel is shown")
    time.sleep(1)  # until it has the focus
    xdotool("type", "--delay", "30", "look around")
    xdotool("key", "Return")
    return panel


def partial_run(environ: dict[str, str]) -> Callable[..., bool]:
    """Return what runs xdotool on a display and says whether that went well."""

    def run(*words: str) -> bool:
        command = [shutil.which("xdotool") or "xdotool", *words]
        return subprocess.run(command, env=os.environ | environ, capture_output=True, check=False).returncode == 0

    return run


def test_a_panel_two_goals_and_eight_workers_share_it_and_it_outlives_each_of_them(house: House) -> None:
    with VirtualDisplay() as display:
        panel = start_panel(house, display)
        (kept, kept_run), (killed, killed_run) = house.does("kept"), house.does("killed")
        suite = house.runs(WORKERS, WORKERS)
        panel_runs = Path(house.environ["XDG_DATA_HOME"]) / "deskhand" / "runs"
        wait_until(lambda: any(map(asks, panel_runs.glob("*"))), SECONDS, "the panel's run asks")
        panel.kill()
        wait_until(lambda: asks(killed_run), SECONDS, "the goal asks")
        killed.kill()
        wait_until(lambda: "3" in house.recordings_of_tasks(), SECONDS, "the task asks")
        os.kill(worker_at(house, 3), signal.SIGKILL)
        engine = house.engine()
        assert engine
        assert kept.wait(SECONDS) in ENDED
        suite.wait(SECONDS)
    assert is_whole(kept_run)
    results = house.results()
    assert results.pop("task3") == "error worker"
    assert len(results) == WORKERS - 1
    assert not [result for result in results.values() if result.startswith("error")]
    assert all(is_whole(run) for name, run in house.recordings_of_tasks().items() if name != "3")
    (run,) = panel_runs.glob("*")
    for unfinished in (run, killed_run):
        assert Recording(unfinished).run.ending is None
    still = house.engine()
    assert still
    assert still.pid == engine.pid
    wait_until_nothing_is_left(house)


def test_all_go_on_where_the_engine_dies(house: House) -> None:
    goal, goal_run = house.does("goal")
    suite = house.runs(3, 3)
    wait_until(lambda: asks(goal_run) and len(house.recordings_of_tasks()) == 3, SECONDS, "all ask")
    first = house.engine()
    assert first
    os.kill(first.pid, signal.SIGKILL)
    assert goal.wait(SECONDS) in ENDED
    suite.wait(SECONDS)
    assert is_whole(goal_run)
    assert len(house.results()) == 3
    assert not [result for result in house.results().values() if result.startswith("error")]
    second = house.engine()
    assert second, "it ended with the worker that started it"
    assert second.pid != first.pid
    wait_until_nothing_is_left(house)
