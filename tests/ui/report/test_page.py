"""The report of a run that was recorded by the real loop."""

import os
import re
import stat
from html.parser import HTMLParser
from pathlib import Path

import pytest

from actions.dialects import DIALECTS
from actions.policy.policy import Policy, Verdict
from actions.schema import TypeText
from agent.control.run_control import RunControl
from agent.errors import RecordingError
from agent.grounding.grounded import grounded
from agent.grounding.way import Way
from agent.loop import Agent
from agent.prompt.builder import PromptBuilder
from agent.recording import Recorder
from agent.step import Decision
from tests.agent.recording.runs import ADMITTED, begin, begin_step
from tests.agent.recording.runs import DONE as DONE_STEP
from tests.agent.recording.runs import click as click_at_once
from tests.fakes import FakeDesktop, FakeModel
from tests.ui.panel.replies import DONE, click, reply
from ui.report.page import write_report

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    hostile = reply(HOSTILE, action_type="input_text", text=HOSTILE)
    with Recorder(folder) as recorder:
        model = FakeModel(click(), hostile, DONE)
        Agent(FakeDesktop(), model, PromptBuilder(DIALECTS["json"]), RunControl(), recorder).run(f"目标 {HOSTILE}")
    return folder


class Tags(HTMLParser):
    """Collects the tags and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_the_page_shows_goal_steps_thoughts_and_ending(run: Path) -> None:
    page = write_report(run).read_text(encoding="utf-8")
    for text in ("目标", "Click", "thinking", "The goal is reached.", "settle"):
        assert text in page


def test_each_step_carries_its_screenshot_and_loads_nothing(run: Path) -> None:
    tags = Tags(write_report(run).read_text(encoding="utf-8")).seen
    sources = [attributes["src"] or "" for _, attributes in tags if "src" in attributes]
    assert len(sources) == 3
    assert all(source.startswith("data:image/webp;base64,") for source in sources)
    assert all((attributes["href"] or "").startswith("#") for _, attributes in tags if "href" in attributes)


def test_what_a_closer_look_changed_is_told(tmp_path: Path) -> None:
    folder, prompts = tmp_path / "run", PromptBuilder(DIALECTS["json"])
    with (
        Recorder(folder) as recorder,
        grounded(FakeModel(click(), click(), DONE), Way("zoom"), lambda _image: prompts.dialect) as model,
    ):
        Agent(FakeDesktop(), model, prompts, RunControl(), recorder).run("click it")
    page = write_report(folder).read_text(encoding="utf-8")
    assert re.search(r"Looked again.*The closer look moved it by \d+\.\d thousandths\..*\(2 calls\)", page)
    assert page.count("Looked again") == 1  # the end has no place


def test_the_box_lies_where_the_action_aimed(run: Path) -> None:
    page = write_report(run).read_text(encoding="utf-8")
    (style,) = re.findall(r'class="box" style="([^"]*)"', page)
    assert style == "left:10.0%;top:20.0%;width:5.0%;height:10.0%"


def test_what_models_and_users_write_is_escaped(run: Path) -> None:
    page = write_report(run).read_text(encoding="utf-8")
    assert "script" not in [tag for tag, _ in Tags(page).seen]
    assert "&lt;script&gt;" in page


def test_a_folder_without_a_recording_is_said(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="no recording"):
        write_report(tmp_path)


def test_a_place_that_cannot_be_written_is_said(run: Path, tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="cannot be written"):
        write_report(run, tmp_path / "missing" / "report.html")


def page_of(folder: Path, decision: Decision, *, is_finished: bool = True) -> str:
    """Return the page of one step that moved the pointer and clicked."""
    with begin(folder) as recorder:
        begin_step(recorder, 1, decision)
        click_at_once(recorder)
        if is_finished:
            recorder.finish_step(DONE_STEP)
    return write_report(folder).read_text(encoding="utf-8")


def test_the_decision_is_shown_with_its_evidence_and_who_made_it(tmp_path: Path) -> None:
    page = page_of(tmp_path / "run", ADMITTED)
    for text in ("Approved by the person", "“Send” is read there.", "commit: ask", "Mail", "</i>Send", "ask 4.00 s"):
        assert text in page


def test_what_was_proposed_stands_against_what_was_done(tmp_path: Path) -> None:
    page = page_of(tmp_path / "run", ADMITTED.model_copy(update={"performed": TypeText(text="ls")}))
    assert "Edited and approved by the person" in page
    assert "<dt>Proposed</dt><dd>Click" in page
    assert "<dt>Done</dt><dd>Type “ls”" in page


def test_an_interrupted_step_says_what_was_sent(tmp_path: Path) -> None:
    page = page_of(tmp_path / "run", ADMITTED, is_finished=False)
    assert "Interrupted: the run ended before this step did." in page
    assert "pointer to 20, 10 → left click at 20, 10" in page
    assert "The run was not finished." in page


def test_the_policy_is_shown_where_it_differs_from_the_defaults(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    with Recorder(folder, policy=Policy(terminal=Verdict.REFUSE, windows=("Mail*",)), source="flow") as recorder:
        recorder.begin("g", "fake", "other", "json")
    page = write_report(folder).read_text(encoding="utf-8")
    assert re.findall(r'class="chip"><b>(\w+)</b> (\S+)', page) == [("terminal", "refuse"), ("windows", "Mail*")]
    assert "a flow" in page


def test_a_screenshot_that_is_missing_or_elsewhere_is_said_and_not_opened(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    page_of(folder, ADMITTED)
    journal = folder / "steps.jsonl"
    (folder / "step-001.png").unlink()
    assert "The screenshot step-001.png is missing." in write_report(folder).read_text(encoding="utf-8")
    journal.write_text(journal.read_text(encoding="utf-8").replace("step-001.png", "../other.png"), encoding="utf-8")
    page = write_report(folder).read_text(encoding="utf-8")
    assert "was not opened" in page
    assert "<img" not in page


def test_a_page_in_the_folder_is_private(run: Path) -> None:
    before = os.umask(0)
    try:
        assert stat.S_IMODE(write_report(run).stat().st_mode) == 0o600
    finally:
        os.umask(before)
