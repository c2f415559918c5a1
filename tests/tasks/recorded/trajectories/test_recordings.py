"""Recordings of our own as recorded tasks: against their person's corrections, and against another run."""

from pathlib import Path

import pytest
from PIL import Image

from actions.schema import Action, Box, Click, Done, Drag, Scroll, TypeText
from agent.endings import GoalReached
from agent.recording import Recorder
from agent.step import Decision, Proposal, Result
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.errors import ScoreError
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.scores.scoring import score
from tasks.recorded.trajectories.recordings import Recordings
from tests.tasks.recorded.trajectories.making import check_right_and_wrong
from tests.tasks.recorded.writing import skipped_of, steps_of

BENCHMARK = Recordings()
SAVE, SEND = Click(box_2d=Box(100, 100, 200, 140)), Click(box_2d=Box(700, 100, 800, 140))


def record(folder: Path, *steps: tuple[Action | None, Action | None, str]) -> Path:
    """Record a run whose steps are what was proposed, what was done, and what went wrong."""
    with Recorder(folder) as recorder:
        recorder.begin("保存 the note", "fake", "other", "json")
        for index, (proposed, performed, error) in enumerate(steps, 1):
            name = recorder.add_screenshot(Image.new("RGB", (80, 60), (index, 0, 0)))
            recorder.begin_step(
                Proposal(index=index, screenshot=name, thought="", answer="???", action=proposed, reason="It is there.")
            )
            if performed:
                recorder.decide(Decision(performed=performed, decided_by="person"))
            recorder.finish_step(Result(error=error))
        recorder.end(GoalReached())
    return folder


def test_what_was_done_is_right(tmp_path: Path) -> None:
    drag = Drag(box_2d=Box(1, 1, 20, 20), to_box_2d=Box(500, 500, 520, 520))
    scroll, typed = Scroll(direction="down"), TypeText(text="a", box_2d=Box(10, 10, 90, 30), press_enter=True)
    done = (SAVE, drag, scroll, typed)
    run = record(tmp_path / "run", *((action, action, "") for action in done), (Done(), None, ""))
    steps = check_right_and_wrong(BENCHMARK, run)
    assert [step.actions for step in steps] == [(action,) for action in (*done, Done())]
    assert steps[0].goal == "保存 the note"
    assert steps[0].screenshot.size == (80, 60)
    assert steps[1].earlier[0].reason == "It is there."
    assert find_benchmark(str(tmp_path))[0].name == find_benchmark(str(run))[0].name == "recordings"


def test_anywhere_in_the_box_that_was_acted_on_is_right(tmp_path: Path) -> None:
    (step,) = steps_of(BENCHMARK, record(tmp_path / "run", (SAVE, SAVE, "")))
    assert BENCHMARK.judge(step, Predicted((Click(box_2d=Box.at(199, 101)),))).score == 1
    assert BENCHMARK.judge(step, Predicted((SEND,))).score < 0.001


def test_a_run_is_scored_against_its_persons_corrections(tmp_path: Path) -> None:
    run = record(tmp_path / "run", (SAVE, SAVE, ""), (SEND, SAVE, ""), (Done(), None, ""))
    report = score(BENCHMARK, run, run)
    assert (report.correct, report.total) == (2, 3)
    assert report.breakdown["step"]["corrected"]["correct"] == 0
    assert report.breakdown["step"]["as proposed"]["correct"] == 2


def test_a_run_is_scored_against_a_later_run(tmp_path: Path) -> None:
    later = record(tmp_path / "later", (SAVE, SAVE, ""), (SEND, SEND, ""), (Done(), None, ""))
    earlier = record(tmp_path / "earlier", (SAVE, SAVE, ""), (None, None, "It cannot be read."))
    report = score(BENCHMARK, later, earlier)
    assert (report.correct, report.total, report.unreadable, report.unanswered) == (1, 2, 1, 1)


def test_several_runs_answer_each_for_its_own(tmp_path: Path) -> None:
    for name in "ab":
        record(tmp_path / "runs" / name, (SAVE, SAVE, ""), (SEND, SAVE, ""))
    report = score(BENCHMARK, tmp_path / "runs", tmp_path / "runs")
    assert (report.correct, report.total) == (2, 4)


def test_steps_that_say_nothing_of_what_is_right_are_left_out(tmp_path: Path) -> None:
    run = record(tmp_path / "run", (SAVE, SAVE, "It failed."), (SAVE, None, ""), (SAVE, SAVE, ""))
    assert len(skipped_of(BENCHMARK, run)) == 2
    assert [step.id for step in BENCHMARK.steps(run) if hasattr(step, "id")] == ["run/3"]


def test_a_broken_recording_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    record(tmp_path / "b", (SAVE, SAVE, ""))
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "run.json").write_text("{")
    (skipped,) = skipped_of(BENCHMARK, tmp_path)
    assert "cannot be read" in skipped.reason
    assert sum(hasattr(step, "id") for step in BENCHMARK.steps(tmp_path)) == 1


def test_a_screenshot_that_leads_elsewhere_is_not_opened(tmp_path: Path) -> None:
    run = record(tmp_path / "run", (SAVE, SAVE, ""))
    (run / "step-001.png").unlink()
    (run / "step-001.png").symlink_to("/etc/hostname")
    assert "leads out of the folder" in skipped_of(BENCHMARK, run)[0].reason


def test_another_folder_holds_no_proposals(tmp_path: Path) -> None:
    run = record(tmp_path / "run", (SAVE, SAVE, ""))
    (tmp_path / "empty").mkdir()
    with pytest.raises(ScoreError):
        score(BENCHMARK, run, tmp_path / "empty")
