"""`deskhand run --debug`: what does not match is mended by the person, and the task goes on where it was."""

import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from tasks.displays import VirtualDisplay
from tasks.runner.records import Status
from tasks.runner.results import Results
from tests.actions.windows import bring_to_front
from tests.tasks.runner.running import written
from tests.tasks.runner.worker import faulty_app
from tests.ui.cli.terminal.typing_person import Terminal, press

pytestmark = pytest.mark.display

MAKES = [{"press": "a"}, {"expect": {"file": "made.txt"}, "seconds": 0.1}, {"press": "b"}]
QUESTION = "q(uit)?"


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal("run", str(tmp_path), "--debug", "--resume", str(tmp_path / "r"))


def home(folder: Path) -> Path:
    (found,) = (folder / "r").glob("*/attempt-1/home")
    return found


def test_the_target_is_mended_and_tried_again(terminal: Terminal, tmp_path: Path) -> None:
    written(tmp_path, "t", steps=MAKES)
    with terminal:
        terminal.shows(QUESTION)
        assert "saw no made.txt" in terminal.text
        assert "{expect: [{file: made.txt}], seconds: 0.1}" in terminal.text
        assert "DISPLAY=:" in terminal.text
        with Image.open(home(tmp_path).parent / "question.png") as picture:
            assert picture.size == (1280, 800)
        (home(tmp_path) / "made.txt").write_text("by hand")
        terminal.answers(QUESTION, "r")
        assert terminal.ends() == 0, terminal.text
    (result,) = Results(tmp_path / "r")
    assert (result.status, result.reason) == (Status.PASSED, "It passed with 1 mend by hand.")


def test_the_step_is_mended_in_its_file_and_the_others_are_not_taken_again(terminal: Terminal, tmp_path: Path) -> None:
    written(tmp_path, "t", steps=MAKES)
    with terminal:
        terminal.shows(QUESTION)
        (tmp_path / "t.task.yaml").write_text("steps: [\n")
        terminal.answers(QUESTION, "e")
        terminal.shows("This is no YAML")
        written(tmp_path, "t", steps=[MAKES[0], {"press": "c"}, MAKES[2]])
        terminal.answers(QUESTION, "e")
        assert terminal.ends() == 0, terminal.text
    runs = [path.parent.name for path in (tmp_path / "r").glob("*/attempt-1/run-*/run.json")]
    assert sorted(runs) == ["run-1", "run-2", "run-3"]  # a, c, b


@pytest.mark.slow
def test_code_that_came_in_meanwhile_is_not_run_without_trust(terminal: Terminal, tmp_path: Path) -> None:
    written(tmp_path, "t", steps=MAKES)
    with terminal:
        terminal.shows(QUESTION)
        written(tmp_path, "t", steps=[MAKES[0], {"expect": {"command": ["touch", "ran"]}}])
        terminal.answers(QUESTION, "e")
        terminal.shows("This needs trust")
        terminal.answers(QUESTION, "q")
        assert terminal.ends() == 1
    assert not (home(tmp_path) / "ran").exists()


@pytest.mark.slow
def test_what_is_skipped_is_left_out_and_checks_can_be_too(terminal: Terminal, tmp_path: Path) -> None:
    written(tmp_path, "t", steps=MAKES, checks=[{"file": "made.txt"}], check_seconds=0.1)
    with terminal:
        terminal.answers(QUESTION, "s")
        terminal.answers(QUESTION, "s")
        assert terminal.ends() == 0, terminal.text


@pytest.mark.slow
def test_giving_up_ends_all(terminal: Terminal, tmp_path: Path) -> None:
    for name in ("t", "u"):
        written(tmp_path, name, steps=MAKES)
    with terminal:
        terminal.answers(QUESTION, "what?")
        terminal.answers(QUESTION, "q")
        assert terminal.ends() == 1, terminal.text
    assert [result.status for result in Results(tmp_path / "r")] == [Status.FAILED]
    assert "1 not run" in terminal.text


@pytest.mark.slow
def test_a_dialog_is_answered_through_a_window_that_shows_the_display(display: VirtualDisplay, tmp_path: Path) -> None:
    program = [sys.executable, "-P", faulty_app.__file__, "dialog"]
    steps = [{"wait_for": "The network is gone"}, {"click": "Save", "seconds": 0.5}]
    set_up = {"launch": {"start": program, "window": "Form"}}
    written(tmp_path, "t", steps=steps, set_up=set_up, checks=[{"file": "saved.txt"}])
    with Terminal("run", str(tmp_path), "--debug", "--trust", "--resume", str(tmp_path / "r")) as terminal:
        terminal.answers(QUESTION, "l")
        bring_to_front("Deskhand: display")
        press("Return")
        time.sleep(1)  # the dialog goes
        terminal.answers(QUESTION, "r")
        assert terminal.ends() == 0, terminal.text


def test_nobody_to_ask_is_told(tmp_path: Path) -> None:
    written(tmp_path, "t", steps=MAKES)
    with Terminal("run", str(tmp_path), "--debug", "--json") as terminal:
        assert terminal.ends() == 2
    assert "--debug asks in the terminal" in terminal.text
