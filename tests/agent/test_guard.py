"""The guard admits, asks and refuses."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from actions.errors import ActionError
from actions.policy import Policy, Surroundings, Verdict
from actions.schema import Action, Box, Click, Done, InputAction, TypeText, Wait
from agent.control import RunControl
from agent.errors import Stopped
from agent.guard import Guard
from agent.listener import RunListener
from agent.step import Observation
from tests.fakes import FakeDesktop

CLICK = Click(box_2d=Box(0, 0, 100, 100))
OBSERVATION = FakeDesktop().observe()[0]


class Person(RunListener):
    """Answers every question in the same way."""

    def __init__(self, answer: Action | None) -> None:
        self._answer = answer
        self.reasons: list[str] = []

    def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
        self.reasons.append(reason)
        return self._answer


def around(*labels: str) -> Sequence[Surroundings]:
    return [Surroundings(labels=labels)]


def guard(listener: RunListener, *labels: str, policy: Policy | None = None, approve_each: bool = False) -> Guard:
    return Guard(
        policy or Policy(), lambda _action, _observation: around(*labels), listener, RunControl(), approve_each
    )


def test_what_is_allowed_passes_unasked() -> None:
    person = Person(None)
    assert guard(person, "Save").admit(CLICK, OBSERVATION).action == CLICK
    assert person.reasons == []


def test_what_is_refused_is_said_to_the_model() -> None:
    person = Person(CLICK)
    with pytest.raises(ActionError, match=r"The policy refuses this \(commit\): “Send”"):
        guard(person, "Send", policy=Policy(commit=Verdict.REFUSE)).admit(CLICK, OBSERVATION)
    assert person.reasons == []


def test_the_user_is_told_the_reason_and_the_setting() -> None:
    person = Person(CLICK)
    assert guard(person, "Send").admit(CLICK, OBSERVATION).action == CLICK
    assert person.reasons == ["“Send” is read there, which commits. (The policy says `commit: ask`.)"]


def test_a_no_is_said_to_the_model() -> None:
    with pytest.raises(ActionError, match="did not approve this: “Send”"):
        guard(Person(None), "Send").admit(CLICK, OBSERVATION)


def test_nobody_there_is_a_no() -> None:
    with pytest.raises(ActionError, match="did not approve"):
        guard(RunListener(), "Send").admit(CLICK, OBSERVATION)


def test_the_users_own_version_is_carried_out() -> None:
    edited = TypeText(text="mine")
    assert guard(Person(edited), "Send").admit(TypeText(text="its\n"), OBSERVATION).action == edited


def test_an_answer_that_sends_no_input_is_a_no() -> None:
    with pytest.raises(ActionError, match="did not approve"):
        guard(Person(Done()), "Send").admit(CLICK, OBSERVATION)


def test_each_step_can_be_approved() -> None:
    person = Person(CLICK)
    assert guard(person, "Save", approve_each=True).admit(CLICK, OBSERVATION).action == CLICK
    assert person.reasons == ["Each step is to be approved."]


def test_approving_each_step_does_not_lift_a_refusal() -> None:
    with pytest.raises(ActionError, match="refuses"):
        guard(Person(CLICK), policy=Policy(other=Verdict.REFUSE), approve_each=True).admit(CLICK, OBSERVATION)


def test_waiting_needs_no_approval() -> None:
    assert guard(Person(None), approve_each=True).admit(Wait(), OBSERVATION).action == Wait()


def test_the_strictest_of_several_places_counts() -> None:
    def places(_action: InputAction, _observation: Observation) -> Sequence[Surroundings]:
        return [Surroundings(window_class=("XTerm",)), Surroundings(labels=("Save",))]

    person = Person(None)
    with pytest.raises(ActionError):
        Guard(Policy(), places, person, RunControl()).admit(TypeText(text="ls"), OBSERVATION)
    assert "XTerm" in person.reasons[0]


def test_answering_is_no_takeover() -> None:
    control = RunControl()

    class Typist(RunListener):
        def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
            control.person_acted()
            return action

    Guard(Policy(), lambda _a, _o: around("Send"), Typist(), control).admit(CLICK, OBSERVATION)
    assert not control.is_taken_over


def test_a_takeover_that_nobody_asked_for_stays_one() -> None:
    control = RunControl()
    control.person_acted()
    Guard(Policy(), lambda _a, _o: around("Save"), RunListener(), control).admit(CLICK, OBSERVATION)
    assert control.is_taken_over


def test_a_stop_while_asking_is_a_stop() -> None:
    control = RunControl()

    class Stopper(RunListener):
        def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
            control.stop()
            return action

    with pytest.raises(Stopped):
        Guard(Policy(), lambda _a, _o: around("Send"), Stopper(), control).admit(CLICK, OBSERVATION)


def test_the_window_in_front_is_kept_there_while_asking() -> None:
    order: list[str] = []

    @contextmanager
    def kept_in_front() -> Iterator[None]:
        order.append("remembered")
        yield
        order.append("brought back")

    class Asked(RunListener):
        def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
            order.append("asked")
            return action

    guard = Guard(Policy(), lambda _a, _o: around("Send"), Asked(), RunControl(), kept_in_front=kept_in_front)
    guard.admit(CLICK, OBSERVATION)
    assert order == ["remembered", "asked", "brought back"]
