"""Runs on disk."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from actions.geometry import Rect
from actions.schema import Box, Click
from agent.endings import GoalReached
from agent.errors import RecordingError
from agent.recording import Limits, Recorder, Recording
from agent.step import Step, Timings

MONITOR = Rect(-10, 0, 40, 30)


def a_step(index: int, screenshot: str) -> Step:
    return Step(
        index=index,
        screenshot=screenshot,
        thought="想一想",
        answer="Action: …",
        action=Click(box_2d=Box(1, 2, 3, 4)),
        changed=True,
        timings=Timings(think=1.5),
    )


def record(folder: Path, steps: int) -> None:
    with Recorder(folder) as recorder:
        recorder.begin("写一份会议纪要", "fake", "json", MONITOR, Limits())
        for index in range(1, steps + 1):
            name = recorder.add_screenshot(Image.new("RGB", (40, 30), (index, 0, 0)))
            recorder.add_step(a_step(index, name))
        recorder.end(GoalReached(message="done"))


def test_a_run_reads_back_as_it_was_written(tmp_path: Path) -> None:
    record(tmp_path / "run", 2)
    recording = Recording(tmp_path / "run")
    assert recording.run.goal == "写一份会议纪要"
    assert recording.run.monitor == MONITOR
    assert recording.run.ending == GoalReached(message="done")
    assert recording.steps == (a_step(1, "step-001.png"), a_step(2, "step-002.png"))
    assert recording.screenshot(recording.steps[1]).getpixel((0, 0)) == (2, 0, 0)


def test_a_second_run_never_overwrites_the_first(tmp_path: Path) -> None:
    record(tmp_path, 1)
    with pytest.raises(RecordingError, match="already holds a recording"):
        Recorder(tmp_path)


def test_an_unwritable_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RecordingError, match="cannot be written"):
        Recorder(tmp_path / "file" / "run")


def test_a_folder_without_a_recording_is_said(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="holds no recording"):
        Recording(tmp_path)


def test_a_line_cut_short_is_left_out(tmp_path: Path) -> None:
    record(tmp_path, 2)
    path = tmp_path / "steps.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    assert [step.index for step in Recording(tmp_path).steps] == [1]


def test_a_killed_run_is_complete_up_to_its_last_finished_step(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    code = (
        "import sys; from pathlib import Path; from PIL import Image\n"
        "from agent.recording import Limits, Recorder; from tests.agent.test_recording import MONITOR, a_step\n"
        "recorder = Recorder(Path(sys.argv[1])); recorder.begin('g', 'm', 'json', MONITOR, Limits())\n"
        "for index in range(1, 10**6):\n"
        "    recorder.add_step(a_step(index, recorder.add_screenshot(Image.new('RGB', (800, 600)))))\n"
        "    print(index, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        finished = [process.stdout.readline() for _ in range(5)]
        os.kill(process.pid, signal.SIGKILL)
    recording = Recording(folder)
    assert len(recording.steps) >= int(finished[-1])
    assert recording.run.ending is None
    for step in recording.steps:
        assert recording.screenshot(step).size == (800, 600)
