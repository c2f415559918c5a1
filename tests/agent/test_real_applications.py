"""The whole loop with the embedded reader on applications that nobody here wrote."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from actions.schema import Action
from agent.control.run_control import RunControl
from agent.endings import Ending, GoalInfeasible, GoalReached
from agent.listener import RunListener
from agent.recording import Limits
from agent.run import run_goal
from agent.settings import RunSettings
from agent.step import Observation
from model.reader.reader import Reader
from tasks.displays import VirtualDisplay
from tests.actions.editors import chromium_page, running
from tests.actions.windows import bring_to_front

pytestmark = pytest.mark.display


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    reader = Reader()
    yield reader
    reader.close()


class Approving(RunListener):
    """A user who says yes: submitting a form is asked for."""

    def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
        return action


def run(goal: str, reader: Reader, folder: Path) -> Ending:
    settings = RunSettings(limits=Limits(max_steps=10))
    return run_goal(goal, reader, folder, settings, RunControl(), Approving())


def test_a_web_form_is_filled_in_chinese(display: VirtualDisplay, reader: Reader, tmp_path: Path) -> None:
    html = Path(__file__).with_name("form.html").read_text(encoding="utf-8")
    with chromium_page(html, "登记表", tmp_path / "profile") as page:
        page.bring_to_front()
        ending = run("输入“张伟 Zoë”到“姓名”，然后点击“提交”", reader, tmp_path / "run")
        assert isinstance(ending, GoalReached), ending
        assert page.wait_for_event("submit")["name"] == "张伟 Zoë"


def test_a_qt_editor_saves_what_was_typed(display: VirtualDisplay, reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.touch()
    with running(["featherpad", "--standalone", str(path)], path.name, {"XDG_CONFIG_HOME": str(tmp_path)}):
        bring_to_front(path.name)
        ending = run('type "Grüße,\\n世界 😀" and press Ctrl+S', reader, tmp_path / "run")
    assert isinstance(ending, GoalReached), ending
    assert path.read_text(encoding="utf-8").removesuffix("\n") == "Grüße,\n世界 😀"


def test_the_reader_gives_up_honestly(display: VirtualDisplay, reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.touch()
    with running(["mousepad", "--disable-server", str(path)], path.name, {}):
        bring_to_front(path.name)
        ending = run("click Frobnicate", reader, tmp_path / "run")
    assert isinstance(ending, GoalInfeasible)
    assert "Frobnicate" in ending.message
    assert "File" in ending.message
