"""What becomes of an action, with a guard before the desktop."""

import time

from actions.effects import Effect
from actions.policy.policy import Policy, Surroundings, Verdict
from actions.schema import Action, Box, Click, InputAction, TypeText
from agent.acting import Actor, Outcome
from agent.control.run_control import RunControl
from agent.endings import DesktopLost, TakenOverByUser
from agent.errors import DesktopError
from agent.guard.guard import Guard
from agent.listener import RunListener
from agent.step import Decision, Observation
from agent.stopwatch import Stopwatch
from tests.fakes import FakeDesktop, FakeJudge, black_look

CLICK = Click(box_2d=Box(0, 0, 100, 100))
TYPED = TypeText(text="rm -rf ~")


class Person(RunListener):
    """Gives one answer to every question, and remembers what was about to be done."""

    is_attended = True

    def __init__(self, answer: Action | None = None) -> None:
        self._answer = answer
        self.announced: list[Action] = []

    def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
        return self._answer

    def on_acting(self, action: Action, observation: Observation) -> None:
        self.announced.append(action)


class Setting:
    """An actor on a fake desktop whose every window is a terminal."""

    def __init__(self, person: Person, policy: Policy | None = None) -> None:
        self.desktop, self.control, self.person = FakeDesktop(), RunControl(), person
        self.judge = FakeJudge(policy, Surroundings(window_class=("XTerm",)))
        self.guard = Guard(self.judge, black_look, person, self.control)
        self.decisions: list[Decision] = []
        self.watch = Stopwatch()

    def respond(self, action: Action) -> Outcome:
        actor = Actor(self.desktop, self.control, self.person, self.guard, self.decisions.append)
        return actor.respond(action, self.desktop.observe()[0], self.watch)


def test_what_is_admitted_is_announced_and_done() -> None:
    setting = Setting(Person())
    assert setting.respond(CLICK) == Outcome(changed=True)
    assert setting.person.announced == setting.desktop.acted == [CLICK]


def test_what_is_refused_is_neither_announced_nor_done() -> None:
    setting = Setting(Person(TYPED), Policy(terminal=Verdict.REFUSE))
    outcome = setting.respond(TYPED)
    assert outcome.error.startswith("The policy refuses this (terminal)")
    assert outcome.ending is None
    assert setting.person.announced == setting.desktop.acted == []


def test_a_no_is_an_error_that_the_model_is_told() -> None:
    setting = Setting(Person(None))
    assert "did not approve this: It types into XTerm" in setting.respond(TYPED).error
    assert setting.desktop.acted == []


def test_an_edited_action_is_done_in_place_of_the_proposed_one() -> None:
    edited = TypeText(text="ls")
    setting = Setting(Person(edited))
    assert setting.respond(TYPED) == Outcome(changed=True)
    assert setting.person.announced == setting.desktop.acted == [edited]


def test_an_approved_action_needs_no_comment() -> None:
    assert Setting(Person(TYPED)).respond(TYPED) == Outcome(changed=True)


def test_a_takeover_while_the_surroundings_are_found_prevents_the_action() -> None:
    setting = Setting(Person())

    def taken_over_meanwhile(_effect: Effect) -> bool:
        setting.control.person_acted()
        return False

    setting.judge.is_stale = taken_over_meanwhile
    assert isinstance(setting.respond(CLICK).ending, TakenOverByUser)
    assert setting.desktop.acted == []


def test_a_stop_while_asking_prevents_the_action() -> None:
    class Stopper(Person):
        def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
            setting.control.stop()
            return action

    setting = Setting(Stopper())
    outcome = setting.respond(TYPED)
    assert outcome.ending == setting.control.ending is not None
    assert setting.desktop.acted == []


def test_without_a_guard_everything_is_done() -> None:
    desktop, control = FakeDesktop(), RunControl()
    Actor(desktop, control, RunListener()).respond(TYPED, desktop.observe()[0], Stopwatch())
    assert desktop.acted == [TYPED]


def test_a_desktop_that_goes_away_while_acting_ends_the_run_with_a_step() -> None:
    def go_away(_action: InputAction) -> None:
        raise DesktopError("The window was closed.")

    setting = Setting(Person())
    setting.desktop.before_acting = go_away
    outcome = setting.respond(CLICK)
    assert outcome.ending == DesktopLost(message="The window was closed.")
    assert outcome.error


def test_an_action_that_closes_the_runs_own_window_was_done() -> None:
    def go_away(_action: InputAction) -> bool:
        raise DesktopError("The window was closed.")

    setting = Setting(Person())
    setting.desktop = FakeDesktop(changes=go_away)
    assert setting.respond(CLICK) == Outcome(changed=True, ending=DesktopLost(message="The window was closed."))


def test_a_decision_is_told_with_its_judgement_before_anything_is_done() -> None:
    setting = Setting(Person(edited := TypeText(text="ls")))
    told: list[int] = []
    setting.desktop.before_acting = lambda _action: told.append(len(setting.decisions))
    setting.respond(TYPED)
    (decision,) = setting.decisions
    assert told == [1]
    assert decision.allowed
    assert (decision.performed, decision.decided_by) == (edited, "person")
    assert decision.judgement
    assert decision.judgement.rule == "terminal"


def test_a_refusal_is_told_with_its_judgement() -> None:
    setting = Setting(Person(), Policy(terminal=Verdict.REFUSE))
    setting.respond(TYPED)
    (decision,) = setting.decisions
    assert not decision.allowed
    assert (decision.performed, decision.decided_by) == (None, "policy")
    assert decision.judgement
    assert decision.judgement.verdict is Verdict.REFUSE


def test_the_time_that_the_person_takes_is_neither_judging_nor_acting() -> None:
    class Slow(Person):
        def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
            time.sleep(0.05)
            return action

    setting = Setting(Slow())
    setting.respond(TYPED)
    times = setting.watch.timings()
    assert times.ask >= 0.05
    assert 0 < times.judge < 0.05
    assert times.act < 0.05
