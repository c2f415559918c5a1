"""Pause, resume, answer now and stop by a real mouse, whose way to them is a takeover in itself."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton

from agent.endings import StoppedByUser
from agent.recording import Recording
from agent.run import run_goal
from model.base import Model
from tests.fakes import FakeModel
from tests.ui.panel.conftest import OpenPanel
from tests.ui.panel.hand import FAR, Hand
from tests.ui.panel.person import Person
from tests.ui.panel.replies import DONE, SlowModel, reply
from ui.panel.panel import Panel
from ui.panel.run.phase import Phase
from ui.panel.settings.panel_settings import PanelSettings

pytestmark = pytest.mark.display

PRESS = reply(action_type="press_keys", keys=["f9"])
BESIDE = reply(action_type="click", box_2d=[[970, 500, 980, 510]])  # where none of our windows stands
LONG_WAIT = reply(action_type="wait", seconds=30)
STRIP = PanelSettings(language="en", theme="light")
WINDOW = PanelSettings(language="en", theme="light", shrinks=False)
on_strip_and_window = pytest.mark.parametrize("settings", [STRIP, WINDOW], ids=["strip", "window"])


def start(open_panel: OpenPanel, person: Person, model: Model, settings: PanelSettings) -> Panel:
    panel = open_panel(model, run_goal, settings)
    person.starts()
    return panel


def think(open_panel: OpenPanel, person: Person, model: SlowModel, settings: PanelSettings) -> Panel:
    panel = start(open_panel, person, model, settings)
    person.wait_for(model.is_thinking.is_set)
    return panel


def stays(person: Person, panel: Panel, phase: Phase) -> None:
    person.wait_for(lambda: panel.run.phase is phase)
    person.lives_on(700)
    assert panel.run.phase is phase


def errors(panel: Panel) -> list[str]:
    return [step.error for step in Recording(panel.run.folder).steps]


@on_strip_and_window
@pytest.mark.parametrize("rest_ms", [0, 400])
@pytest.mark.parametrize("clicks", [1, 2])
def test_who_aims_at_pause_and_clicks_pauses(
    open_panel: OpenPanel, person: Person, hand: Hand, settings: PanelSettings, rest_ms: int, clicks: int
) -> None:
    model = SlowModel(PRESS, DONE)
    panel = think(open_panel, person, model, settings)
    hand.aims_at(person.button("Pause"))
    person.lives_on(rest_ms)
    hand.clicks(clicks)
    model.go_on.set()
    stays(person, panel, Phase.PAUSED)
    hand.aims_at(person.button("Resume"))
    hand.clicks()
    person.wait_to_see("Goal reached")


@on_strip_and_window
@pytest.mark.parametrize("clicks", [1, 2])
def test_who_aims_at_resume_and_clicks_resumes_though_the_hand_leaves_again(
    open_panel: OpenPanel, person: Person, hand: Hand, settings: PanelSettings, clicks: int
) -> None:
    model = SlowModel(PRESS, DONE)
    think(open_panel, person, model, settings)
    hand.moves_by(200, 0)
    model.go_on.set()
    person.wait_to_see("the desktop is yours")
    hand.aims_at(person.button("Resume"))
    hand.clicks(clicks)
    hand.moves_to(FAR)
    person.wait_to_see("Goal reached")


@on_strip_and_window
def test_resume_before_the_run_stands_still_lets_the_thought_be_acted_on(
    open_panel: OpenPanel, person: Person, hand: Hand, settings: PanelSettings
) -> None:
    model = SlowModel(BESIDE, DONE)
    panel = think(open_panel, person, model, settings)
    hand.aims_at(person.button("Resume"))
    person.wait_for(lambda: panel.run.phase is Phase.PAUSING)
    hand.clicks()
    model.go_on.set()
    hand.moves_to(FAR)
    person.wait_to_see("Goal reached")
    assert errors(panel) == ["", ""]


def test_who_aims_at_answer_now_gets_the_answer_acted_on(open_panel: OpenPanel, person: Person, hand: Hand) -> None:
    model = SlowModel(BESIDE, DONE)
    panel = think(open_panel, person, model, WINDOW)
    hand.aims_at(person.button("Answer now"))
    hand.clicks()
    hand.moves_to(FAR)
    person.wait_to_see("Goal reached")
    assert model.answered_now == 1
    assert errors(panel) == ["", ""]


def test_a_click_into_the_panel_leaves_the_keyboard_to_the_application(
    open_panel: OpenPanel, person: Person, hand: Hand
) -> None:
    panel = think(open_panel, person, SlowModel(LONG_WAIT), WINDOW)
    hand.aims_at(person.button("Answer now"))
    hand.clicks()
    person.wait_for(lambda: not panel.window.isVisible())
    person.press("Stop")
    person.wait_to_see("Stopped")


def test_answer_now_after_the_thought_ended_by_itself_lets_the_run_go_on(
    open_panel: OpenPanel, person: Person, hand: Hand
) -> None:
    model = SlowModel(PRESS, DONE)
    panel = think(open_panel, person, model, WINDOW)
    hand.aims_at(person.button("Answer now"))
    model.go_on.set()
    person.wait_for(lambda: panel.run.phase is Phase.PAUSED)
    hand.clicks()
    person.wait_to_see("Goal reached")


@on_strip_and_window
def test_who_aims_at_stop_stops(open_panel: OpenPanel, person: Person, hand: Hand, settings: PanelSettings) -> None:
    model = SlowModel(PRESS, DONE)
    panel = think(open_panel, person, model, settings)
    hand.aims_at(person.button("Stop"))
    hand.clicks(2)
    person.wait_to_see("Stopped")
    person.lives_on(300)
    assert not panel.run.goes_on
    assert isinstance(Recording(panel.run.folder).run.ending, StoppedByUser)


@on_strip_and_window
def test_pause_stops_an_action_in_the_middle(
    open_panel: OpenPanel, person: Person, hand: Hand, settings: PanelSettings
) -> None:
    panel = start(open_panel, person, FakeModel(LONG_WAIT, DONE), settings)
    person.wait_for(lambda: panel.run.phase is Phase.ACTING)
    hand.aims_at(person.button("Pause"))
    hand.clicks()
    stays(person, panel, Phase.PAUSED)
    hand.aims_at(person.button("Resume"))
    hand.clicks()
    hand.moves_to(FAR)
    person.wait_to_see("Goal reached")


def test_a_hand_that_only_passes_by_takes_over(open_panel: OpenPanel, person: Person, hand: Hand) -> None:
    model = SlowModel(PRESS, DONE)
    panel = think(open_panel, person, model, STRIP)
    hand.aims_at(person.button("Pause"))
    hand.moves_to(FAR)
    model.go_on.set()
    stays(person, panel, Phase.PAUSED)


def test_a_hand_that_goes_on_after_resume_takes_over(open_panel: OpenPanel, person: Person, hand: Hand) -> None:
    model = SlowModel(PRESS, LONG_WAIT, DONE)
    panel = think(open_panel, person, model, STRIP)
    hand.moves_by(200, 0)
    model.go_on.set()
    person.wait_to_see("the desktop is yours")
    hand.aims_at(person.button("Resume"))
    hand.clicks()
    for x in (-300, 300, -300, 300, -300, 300, -300, 300):
        hand.moves_by(x, 0)
    stays(person, panel, Phase.PAUSED)


def test_a_pause_outlives_an_answer_to_the_model(open_panel: OpenPanel, person: Person, hand: Hand) -> None:
    panel = start(open_panel, person, FakeModel(PRESS, DONE), PanelSettings(language="en", approve_each=True))
    person.wait_to_see("Approve this step?")
    hand.aims_at(person.button("Pause"))
    hand.clicks()
    person.press("Yes, do it")
    stays(person, panel, Phase.PAUSED)


def test_no_button_ever_stands_where_another_one_stood(open_panel: OpenPanel, person: Person, hand: Hand) -> None:
    names = ("Start", "Pause", "Resume", "Stop")
    model = SlowModel(DONE)
    panel = open_panel(model, run_goal, WINDOW)
    before = places(person, names)
    person.starts()
    person.wait_for(model.is_thinking.is_set)
    assert places(person, names) == before
    person.press("Pause")
    assert places(person, names) == before
    model.go_on.set()
    person.wait_for(lambda: not panel.run.goes_on)
    assert places(person, names) == before


def places(person: Person, names: tuple[str, ...]) -> list[QPoint]:
    buttons: list[QAbstractButton] = [person.button(name) for name in names]
    return [button.mapTo(button.window(), button.rect().center()) for button in buttons]
