"""Steps in words: what was done, and who decided."""

from actions.schema import Action, TypeText
from agent.step import Decision, Step
from tests.agent.recording.runs import CLICK, JUDGEMENT
from ui.panel.steps.step_words import step_outcome, step_title


def a_step(decision: Decision, action: Action = CLICK, user_reply: str = "") -> Step:
    parts = dict(decision)
    return Step(
        index=1, screenshot="", thought="", answer="", action=action, changed=True, user_reply=user_reply, **parts
    )


def test_the_policys_silent_yes_is_not_worth_a_word() -> None:
    assert step_outcome(a_step(Decision(performed=CLICK, judgement=JUDGEMENT, decided_by="policy"))) == (
        "The screen changed"
    )


def test_what_the_person_approved_says_so() -> None:
    step = a_step(Decision(performed=CLICK, judgement=JUDGEMENT, decided_by="person"))
    assert step_outcome(step) == "Approved by the person · The screen changed"


def test_what_the_person_edited_is_told_as_it_was_done() -> None:
    edited = Decision(performed=TypeText(text="ls"), judgement=JUDGEMENT, decided_by="person")
    step = a_step(edited, TypeText(text="rm"), "I changed this, and it was done as …")
    assert step_title(step) == "Type “ls”"
    assert step_outcome(step) == "Edited and approved by the person · The screen changed"
