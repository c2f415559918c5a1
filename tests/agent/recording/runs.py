"""Short recorded runs."""

from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from actions.geometry import Rect, View
from actions.input.gate import Input
from actions.policy.policy import Judgement, Verdict
from actions.schema import Box, Click, TypeText
from agent.endings import GoalReached
from agent.recording import Recorder
from agent.step import Decision, Proposal, Result, Timings

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
VIEW = View(Rect(-10, 0, 40, 30), (Rect(-10, 0, 40, 30), Rect(30, 0, 40, 30)))
CLICK = Click(box_2d=Box(1, 2, 3, 4))
JUDGEMENT = Judgement(
    verdict=Verdict.ASK, rule="commit", reason="“Send” is read there.", window="Mail", labels=("Send",)
)
ADMITTED = Decision(performed=CLICK, judgement=JUDGEMENT, decided_by="person")
DONE = Result(finished=NOW, changed=True, timings=Timings(think=1.5, judge=0.1, ask=4.0))


def a_proposal(index: int, screenshot: str) -> Proposal:
    return Proposal(
        index=index,
        screenshot=screenshot,
        started=NOW,
        view=VIEW,
        scaling=2.0,
        thought="想一想\n",
        answer="Action: …",
        action=CLICK,
    )


def begin(folder: Path) -> Recorder:
    recorder = Recorder(folder)
    recorder.begin("写一份会议纪要", "fake", "other", "json")
    return recorder


def begin_step(recorder: Recorder, index: int, decision: Decision = ADMITTED) -> None:
    name = recorder.add_screenshot(Image.new("RGB", (80, 60), (index, 0, 0)))
    recorder.begin_step(a_proposal(index, name))
    recorder.decide(decision)


def click(recorder: Recorder) -> None:
    recorder.add_input(Input.MOVE, (20, 10))
    recorder.add_input(Input.BUTTON, None, "left")
    recorder.add_input(Input.BUTTON, None, "left")


def record(folder: Path, steps: int) -> None:
    with begin(folder) as recorder:
        for index in range(1, steps + 1):
            begin_step(recorder, index)
            click(recorder)
            recorder.finish_step(DONE)
        recorder.end(GoalReached(message="done"))


def typing(text: str) -> Decision:
    return Decision(performed=TypeText(text=text))
