"""A run in the real panel, with the real loop on a fake desktop."""

import threading
from pathlib import Path

import pytest

from actions.schema import InputAction
from agent.recording import Recording
from tests.fakes import FakeDesktop, FakeModel
from tests.ui.panel.conftest import OpenPanel
from tests.ui.panel.person import Person
from tests.ui.panel.replies import ANSWER, ASK, DONE, DyingModel, SlowModel, click, reply

pytestmark = pytest.mark.display


def test_a_goal_is_reached_and_its_steps_are_shown(open_panel: OpenPanel, person: Person, desktop: FakeDesktop) -> None:
    panel = open_panel(FakeModel(click(), DONE))
    person.starts()
    person.wait_to_see("Goal reached")
    assert len(desktop.acted) == 1
    assert panel.run_page.step_count == 2
    assert person.reads("Thought") == "thinking"


def test_the_thought_is_shown_while_it_is_written(open_panel: OpenPanel, person: Person) -> None:
    model = SlowModel(reply("word " * 100, action_type="status", goal_status="complete"))
    panel = open_panel(model)
    person.starts()
    person.press("Show the panel")
    person.wait_for(lambda: "word word" in person.reads("Thought"))
    assert panel.run.goes_on
    model.go_on.set()
    person.wait_to_see("Goal reached")


def test_the_panel_shrinks_while_the_agent_works(open_panel: OpenPanel, person: Person) -> None:
    model = SlowModel(DONE)
    panel = open_panel(model)
    person.starts()
    person.wait_for(lambda: model.is_thinking.is_set() and not panel.window.isVisible())
    assert person.can_press("Stop")
    model.go_on.set()
    person.wait_for(panel.window.isVisible)


def test_an_empty_goal_is_said(open_panel: OpenPanel, person: Person) -> None:
    panel = open_panel(FakeModel(DONE))
    person.starts("  ")
    assert person.sees("The goal is empty")
    assert not panel.run.goes_on


def test_a_goal_of_10000_characters_runs(open_panel: OpenPanel, person: Person) -> None:
    panel = open_panel(FakeModel(DONE))
    goal = "很长的目标 " * 1667
    panel.run_page.propose_goal(goal)
    person.press("Start")
    person.wait_to_see("Goal reached")
    assert Recording(panel.run.folder).run.goal == goal.strip()


def test_stop_while_thinking_prevents_the_action(open_panel: OpenPanel, person: Person, desktop: FakeDesktop) -> None:
    model = SlowModel(click())
    open_panel(model)
    person.starts()
    person.wait_for(model.is_thinking.is_set)
    person.press("Stop")
    person.wait_to_see("Stopped")
    assert desktop.acted == []


def test_stop_while_acting_ends_the_run(open_panel: OpenPanel, person: Person, desktop: FakeDesktop) -> None:
    acting, let_on = threading.Event(), threading.Event()

    def hold(_action: InputAction) -> None:
        acting.set()
        let_on.wait(10)

    desktop.before_acting = hold
    open_panel(FakeModel(click()))
    person.starts()
    person.wait_for(acting.is_set)
    person.press("Stop")
    let_on.set()
    person.wait_to_see("Stopped")
    assert len(desktop.acted) == 1


def test_pause_holds_the_run_until_resume(open_panel: OpenPanel, person: Person, desktop: FakeDesktop) -> None:
    model = SlowModel(click(), DONE)
    panel = open_panel(model)
    person.starts()
    person.wait_for(model.is_thinking.is_set)
    person.press("Pause")
    model.go_on.set()
    person.wait_to_see("the desktop is yours")
    assert desktop.acted == []
    person.press("Resume")
    person.wait_to_see("Goal reached")
    assert panel.run_page.step_count == 2


def test_stop_while_paused(open_panel: OpenPanel, person: Person, desktop: FakeDesktop) -> None:
    model = SlowModel(click())
    open_panel(model)
    person.starts()
    person.wait_for(model.is_thinking.is_set)
    person.press("Pause")
    model.go_on.set()
    person.wait_to_see("the desktop is yours")
    person.press("Stop")
    person.wait_to_see("Stopped")
    assert desktop.acted == []


def test_resume_before_the_pause_was_reached_goes_on(
    open_panel: OpenPanel, person: Person, desktop: FakeDesktop
) -> None:
    model = SlowModel(click(), DONE)
    open_panel(model)
    person.starts()
    person.wait_for(model.is_thinking.is_set)
    person.press("Pause")
    person.press("Resume")
    model.go_on.set()
    person.wait_to_see("Goal reached")
    assert len(desktop.acted) == 1


def test_answer_now_ends_the_thought(open_panel: OpenPanel, person: Person) -> None:
    model = SlowModel(DONE)
    open_panel(model)
    person.starts()
    person.press("Show the panel")
    person.press("Answer now")
    person.wait_to_see("Goal reached")
    assert model.answered_now == 1


def test_the_answer_is_shown(open_panel: OpenPanel, person: Person) -> None:
    open_panel(FakeModel(ANSWER))
    person.starts("how many files?")
    person.wait_to_see("There are 3 files.")


def test_a_question_is_answered(open_panel: OpenPanel, person: Person) -> None:
    panel = open_panel(FakeModel(ASK, DONE))
    person.starts()
    person.wait_to_see("Which of the two?")
    person.write("Your answer", "the second")
    person.press("Send")
    person.wait_to_see("Goal reached")
    assert Recording(panel.run.folder).steps[0].user_reply == "the second"


def test_stop_while_asked(open_panel: OpenPanel, person: Person) -> None:
    open_panel(FakeModel(ASK))
    person.starts()
    person.wait_to_see("Which of the two?")
    person.press("Stop")
    person.wait_to_see("Stopped")
    assert not person.can_press("Send")


def test_a_failing_model_is_said_and_the_panel_lives_on(open_panel: OpenPanel, person: Person) -> None:
    open_panel(DyingModel())
    person.starts()
    person.wait_to_see("The server went away: start it again.")
    assert person.can_press("Start")


def test_an_unforeseen_error_is_said_and_the_panel_lives_on(open_panel: OpenPanel, person: Person) -> None:
    panel = open_panel(DyingModel(ZeroDivisionError("by zero")))
    person.starts()
    person.wait_to_see("ZeroDivisionError: by zero")
    assert person.can_press("Start")
    assert len(Recording(panel.run.folder).steps) == 0


def test_a_recording_that_cannot_be_written_is_said(open_panel: OpenPanel, person: Person, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    open_panel(FakeModel(DONE), runs=tmp_path / "file")
    person.starts()
    person.wait_to_see("The recording cannot be written")
    assert person.can_press("Start")


def test_closing_stops_the_run_and_waits_for_its_end(
    open_panel: OpenPanel, person: Person, desktop: FakeDesktop
) -> None:
    model = SlowModel(click())
    panel = open_panel(model)
    person.starts()
    person.wait_for(model.is_thinking.is_set)
    panel.window.close()
    person.wait_for(lambda: not panel.run.goes_on)
    assert desktop.acted == []
    assert Recording(panel.run.folder).run.ending is not None


def test_a_second_run_begins_anew(open_panel: OpenPanel, person: Person) -> None:
    panel = open_panel(FakeModel(DONE))
    person.starts()
    person.wait_to_see("Goal reached")
    first = panel.run.folder
    person.starts("again")
    person.wait_for(lambda: panel.run.folder != first and person.sees("Goal reached"))
    assert panel.run_page.step_count == 1
