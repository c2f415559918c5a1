"""The report of a run that was recorded by the real loop."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from actions.dialects import DIALECTS
from agent.control import RunControl
from agent.errors import RecordingError
from agent.loop import Agent
from agent.prompt import PromptBuilder
from agent.recording import Recorder
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
    assert not [attributes for _, attributes in tags if "href" in attributes]


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
