"""The guard admits, asks and refuses."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from actions.effects import Drop, effects
from actions.errors import ActionError
from actions.policy.policy import Policy, Surroundings, Verdict
from actions.schema import Action, Box, Click, Done, Drag, TypeText, Wait
from agent.control.run_control import RunControl
from agent.errors import Stopped
from agent.guard.guard import Guard, NotAdmittedError
from agent.listener import RunListener
from agent.step import Observation
from tests.fakes import FakeDesktop, FakeJudge, black_look

CLICK = Click(box_2d=Box(0, 0, 100, 100))
OBSERVATION = FakeDesktop().observe()[0]


class Person(RunListener):
    """Answers every question in the same way."""

    is_attended = True

    def __init__(self, answer: Action | None) -> None:
        self._answer = answer
        self.reasons: list[str] = []

    def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
        self.reasons.append(reason)
        return self._answer


def guard(
    listener: RunListener,
    *labels: str,
    policy: Policy | None = None,
    approve_each: bool = False,
    judge: FakeJudge | None = None,
    control: RunControl | None = None,
) -> Guard:
    judge = judge or FakeJudge(policy, Surroundings(labels=labels))
    return Guard(judge, black_look, listener, control or RunControl(), approve_each)


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
    with pytest.raises(NotAdmittedError, match="Nobody was there to approve this: “Send”") as refused:
        guard(RunListener(), "Send").admit(CLICK, OBSERVATION)
    assert refused.value.decided_by == "nobody"


SECRET = TypeText(text="{{secret:bank}}")


def test_a_secret_bound_to_no_window_is_asked_about_once_a_run() -> None:
    person = Person(SECRET)
    guarding = guard(person)
    for _ in range(2):
        guarding.admit(SECRET, OBSERVATION)
    assert len(person.reasons) == 1
    assert "the secret bank" in person.reasons[0]


def test_nobody_there_types_the_secrets_that_the_goal_names() -> None:
    assert guard(RunListener()).admit(SECRET, OBSERVATION).action == SECRET


def test_a_secret_is_typed_into_its_own_windows_unasked_and_into_no_other() -> None:
    person, policy = Person(None), Policy(secrets={"bank": ("*My Bank*",)})
    at_home = FakeJudge(policy, Surroundings(titles=("My Bank - Browser",)))
    assert guard(person, judge=at_home).admit(SECRET, OBSERVATION).action == SECRET
    with pytest.raises(NotAdmittedError, match="does not belong there"):
        guard(person, judge=FakeJudge(policy, Surroundings(titles=("Chat",)))).admit(SECRET, OBSERVATION)
    assert person.reasons == []


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


def test_every_effect_that_can_be_judged_at_once_is() -> None:
    judge = FakeJudge(around=Surroundings(window_class=("XTerm",)))
    person = Person(None)
    with pytest.raises(ActionError):
        guard(person, judge=judge).admit(TypeText(text="ls", press_enter=True), OBSERVATION)
    assert "XTerm" in person.reasons[0]
    assert len(judge.looks) == 2


def test_what_follows_a_click_of_the_same_action_is_judged_when_it_is_about_to_happen() -> None:
    judge = FakeJudge()
    guarding = guard(RunListener(), judge=judge)
    typing = TypeText(text="yes", box_2d=Box(0, 0, 100, 100))
    press, text = effects(typing)
    guarding.admit(typing, OBSERVATION)
    guarding.confirm(press)
    judge.around = Surroundings(window_class=("XTerm",))  # it opened by the click
    with pytest.raises(NotAdmittedError, match="XTerm"):
        guarding.confirm(text)
    assert judge.noted == [press]


def test_what_the_person_approved_as_a_whole_is_not_asked_again() -> None:
    person = Person(TypeText(text="ls", box_2d=Box(0, 0, 100, 100)))
    judge = FakeJudge(around=Surroundings(window_class=("XTerm",)), policy=Policy(other=Verdict.ASK))
    guarding = guard(person, judge=judge)
    admitted = guarding.admit(TypeText(text="ls", box_2d=Box(0, 0, 100, 100)), OBSERVATION)
    for effect in effects(admitted.action):
        guarding.confirm(effect)
    assert len(person.reasons) == 1


def test_a_drop_on_what_opened_under_way_is_broken_off_also_when_the_drag_was_approved() -> None:
    drag = Drag(box_2d=Box.at(0, 0), to_box_2d=Box.at(500, 500))
    judge = FakeJudge()
    guarding = guard(Person(drag), judge=judge, approve_each=True)
    guarding.admit(drag, OBSERVATION)
    guarding.confirm(effects(drag)[0])
    judge.around = Surroundings(labels=("Delete",))
    with pytest.raises(NotAdmittedError, match="broken off under way: “Delete”"):
        guarding.confirm(Drop(drag.to_box_2d))


def test_keys_that_would_go_to_another_window_by_now_are_not_sent() -> None:
    judge = FakeJudge()
    guarding = guard(RunListener(), judge=judge)
    typing = TypeText(text="yes", press_enter=True)
    guarding.admit(typing, OBSERVATION)
    text, enter = effects(typing)
    guarding.confirm(text)
    judge.focused = 2
    with pytest.raises(ActionError, match="Another window has taken the keyboard"):
        guarding.confirm(enter)


def test_what_changed_since_the_model_saw_it_is_not_acted_on() -> None:
    judge = FakeJudge()
    judge.is_stale = lambda _effect: True
    guarding = guard(RunListener(), judge=judge)
    with pytest.raises(ActionError, match="Look again"):
        guarding.admit(CLICK, OBSERVATION)


def test_what_never_rests_is_acted_on_when_it_is_asked_for_again() -> None:
    judge = FakeJudge()
    judge.is_stale = lambda _effect: True
    guarding = guard(RunListener(), judge=judge)
    with pytest.raises(ActionError):
        guarding.admit(CLICK, OBSERVATION)
    assert guarding.admit(CLICK, OBSERVATION).action == CLICK


def test_what_changed_while_the_person_was_asked_is_not_acted_on() -> None:
    judge = FakeJudge(around=Surroundings(labels=("Send",)))

    class Slow(RunListener):
        def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
            judge.is_stale = lambda _effect: True
            return action

    with pytest.raises(ActionError, match="Look again"):
        guard(Slow(), judge=judge).admit(CLICK, OBSERVATION)


def test_answering_is_no_takeover() -> None:
    control = RunControl()

    class Typist(RunListener):
        def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
            control.person_acted()
            return action

    guard(Typist(), "Send", control=control).admit(CLICK, OBSERVATION)
    assert not control.is_taken_over


def test_a_takeover_that_nobody_asked_for_stays_one() -> None:
    control = RunControl()
    control.person_acted()
    guard(RunListener(), "Save", control=control).admit(CLICK, OBSERVATION)
    assert control.is_taken_over


def test_a_stop_while_asking_is_a_stop() -> None:
    control = RunControl()

    class Stopper(RunListener):
        def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
            control.stop()
            return action

    with pytest.raises(Stopped):
        guard(Stopper(), "Send", control=control).admit(CLICK, OBSERVATION)


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

    judge = FakeJudge(around=Surroundings(labels=("Send",)))
    guard = Guard(judge, black_look, Asked(), RunControl(), kept_in_front=kept_in_front)
    guard.admit(CLICK, OBSERVATION)
    assert order == ["remembered", "asked", "brought back"]
