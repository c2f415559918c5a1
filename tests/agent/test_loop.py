"""The loop on a fake desktop: recorded replies through the real parser, prompt, history and recorder."""

import json
from pathlib import Path

import pytest

from actions.dialects import DIALECTS
from actions.errors import ActionError
from actions.schema import Box, Click, InputAction, TypeText, Wait
from agent.control.run_control import RunControl
from agent.endings import (
    Answered,
    Ending,
    GoalInfeasible,
    GoalReached,
    LimitReached,
    ModelFailed,
    StoppedByUser,
    Stuck,
    TakenOverByUser,
)
from agent.errors import Stopped, TakenOver
from agent.listener import RunListener
from agent.loop import Agent
from agent.prompt.builder import PromptBuilder
from agent.recording import Limits, Recorder, Recording
from tests.fakes import FakeDesktop, FakeModel, RecordingListener

CLICK = '{"action_type": "click", "box_2d": [[100, 200, 300, 400]]}'
DONE = '{"action_type": "status", "goal_status": "complete"}'


def reply(action: str, memory: str = "") -> str:
    return f"<think>thinking</think><answer>Memory: {memory}\nReason: because\nAction: {action}</answer>"


def click_at(x: int) -> str:
    return reply(json.dumps({"action_type": "click", "box_2d": [[x, 0, x + 10, 10]]}))


class Run:
    """One run in a folder, with everything that a test may look at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "run"
        self.desktop = FakeDesktop()
        self.control = RunControl()
        self.listener = RecordingListener()
        self.limits = Limits(max_steps=12)

    def of(self, *replies: str) -> Ending:
        return self.with_model(FakeModel(*replies))

    def with_model(self, model: FakeModel, listener: RunListener | None = None) -> Ending:
        prompts = PromptBuilder(DIALECTS["json"])
        with Recorder(self.folder) as recorder:
            agent = Agent(self.desktop, model, prompts, self.control, recorder, self.limits, listener or self.listener)
            return agent.run("click it")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path)


def test_actions_are_carried_out_until_the_model_is_done(run: Run) -> None:
    ending = run.of(reply(CLICK), reply(DONE))
    assert isinstance(ending, GoalReached)
    assert run.desktop.acted == [Click(box_2d=Box(100, 200, 300, 400))]


def test_the_recording_holds_every_step_and_the_ending(run: Run) -> None:
    ending = run.of(reply(CLICK, "clicked"), reply(DONE))
    recording = Recording(run.folder)
    assert recording.run.ending == ending
    assert [step.memory for step in recording.steps] == ["clicked", ""]
    assert recording.steps == tuple(run.listener.steps)


def test_an_answer_ends_the_run_with_its_text(run: Run) -> None:
    ending = run.of(reply('{"action_type": "answer", "text": "42"}'))
    assert ending == Answered(message="42")


def test_giving_up_is_not_reaching_the_goal(run: Run) -> None:
    ending = run.of(reply('{"action_type": "status", "goal_status": "infeasible"}'))
    assert isinstance(ending, GoalInfeasible)
    assert not ending.reached


def test_an_unreadable_reply_goes_back_with_its_complaint(run: Run) -> None:
    model = FakeModel("<think>hm</think><answer>I clicked it!</answer>", reply(DONE))
    assert isinstance(run.with_model(model), GoalReached)
    complaint = run.listener.steps[0].error
    assert complaint
    assert complaint in str(model.requests[1].content)


def test_three_unreadable_replies_in_a_row_are_a_failed_model(run: Run) -> None:
    ending = run.of("done!")
    assert isinstance(ending, ModelFailed)
    assert len(run.listener.steps) == 3


def test_readable_replies_between_unreadable_ones_keep_the_run_alive(run: Run) -> None:
    ending = run.of("?", "?", reply(CLICK), "?", "?", reply(DONE))
    assert isinstance(ending, GoalReached)


def test_the_same_action_on_an_unchanged_screen_ends_as_stuck(run: Run) -> None:
    run.desktop = FakeDesktop(changes=lambda _action: False)
    ending = run.of(reply(CLICK))
    assert isinstance(ending, Stuck)
    assert len(run.desktop.acted) == 3


def test_the_model_is_told_that_its_action_changed_nothing(run: Run) -> None:
    run.desktop = FakeDesktop(changes=lambda _action: False)
    model = FakeModel(reply(CLICK), click_at(500), reply(DONE))
    run.with_model(model)
    assert "did not change" in str(model.requests[1].content)


def test_taking_turns_between_two_actions_is_stuck_too(run: Run) -> None:
    run.desktop = FakeDesktop(changes=lambda _action: False)
    ending = run.of(*[click_at(100), click_at(500)] * 10)
    assert isinstance(ending, Stuck)


def test_the_same_action_on_a_changing_screen_goes_on(run: Run) -> None:
    ending = run.of(*[reply(CLICK)] * 8, reply(DONE))
    assert isinstance(ending, GoalReached)


def test_waiting_is_given_more_patience(run: Run) -> None:
    run.desktop = FakeDesktop(changes=lambda action: not isinstance(action, Wait))
    ending = run.of(*[reply('{"action_type": "wait"}')] * 6, reply(DONE))
    assert isinstance(ending, GoalReached)


def test_steps_are_limited(run: Run) -> None:
    ending = run.of(reply(CLICK))
    assert isinstance(ending, LimitReached)
    assert len(run.listener.steps) == run.limits.max_steps


def test_seconds_are_limited(run: Run) -> None:
    run.limits = Limits(max_seconds=0.05)
    model = FakeModel(reply(CLICK), while_thinking=lambda: None)

    def act_until_stopped(_action: InputAction) -> None:
        assert run.control.stopped.wait(10)

    run.desktop.before_acting = act_until_stopped
    assert isinstance(run.with_model(model), LimitReached)


def test_a_stop_while_thinking_prevents_the_action(run: Run) -> None:
    model = FakeModel(reply(CLICK), while_thinking=run.control.stop)
    assert isinstance(run.with_model(model), StoppedByUser)
    assert run.desktop.acted == []


def test_a_stop_that_the_model_overlooks_still_prevents_the_action(run: Run) -> None:
    class StopsAtTheLastWord(RecordingListener):
        def on_text(self, text: str) -> None:
            run.control.stop()

    ending = run.with_model(FakeModel(reply(CLICK)), StopsAtTheLastWord())
    assert isinstance(ending, StoppedByUser)
    assert run.desktop.acted == []


def test_a_stop_while_acting_is_recorded_with_its_step(run: Run) -> None:
    def stop(_action: InputAction) -> None:
        run.control.stop()
        raise Stopped

    run.desktop.before_acting = stop
    assert isinstance(run.of(reply(CLICK)), StoppedByUser)
    assert "Stopped" in Recording(run.folder).steps[0].error


def test_a_takeover_that_is_not_handed_back_ends_the_run(run: Run) -> None:
    ending = run.with_model(FakeModel(reply(CLICK), while_thinking=run.control.person_acted))
    assert isinstance(ending, TakenOverByUser)
    assert run.desktop.acted == []


def test_after_handing_back_the_run_looks_again_and_goes_on(run: Run) -> None:
    taken = iter([TakenOver()])

    def take_over_once(_action: InputAction) -> None:
        if error := next(taken, None):
            run.control.person_acted()
            raise error

    run.desktop.before_acting = take_over_once
    listener = RecordingListener(hands_back=True)
    model = FakeModel(reply(CLICK), reply(CLICK), reply(DONE))
    assert isinstance(run.with_model(model, listener), GoalReached)
    assert "took over" in listener.steps[0].error
    assert len(run.desktop.acted) == 1


def test_an_action_that_fails_is_told_to_the_model(run: Run) -> None:
    def fail(_action: InputAction) -> None:
        raise ActionError("nothing took the text")

    run.desktop.before_acting = fail
    model = FakeModel(reply(CLICK), reply(DONE))
    assert isinstance(run.with_model(model), GoalReached)
    assert "nothing took the text" in str(model.requests[1].content)


def test_a_question_is_put_to_the_user_and_the_reply_to_the_model(run: Run) -> None:
    model = FakeModel(reply('{"action_type": "ask_user", "text": "Which one?"}'), reply(DONE))
    listener = RecordingListener(replies=["the blue one"])
    run.with_model(model, listener)
    assert listener.questions == ["Which one?"]
    assert "<user_reply>the blue one</user_reply>" in str(model.requests[1].content)


def test_where_nobody_answers_no_reply_is_told(run: Run) -> None:
    model = FakeModel(reply('{"action_type": "ask_user", "text": "Which one?"}'), reply(DONE))
    run.with_model(model, RecordingListener(replies=[]))
    assert "It failed. Nobody is there to answer." in str(model.requests[1].content)
    assert "The user replied" not in str(model.requests[1].content)


def test_text_that_says_done_does_not_end_the_run(run: Run) -> None:
    typed = json.dumps({"action_type": "input_text", "text": "DONE() {'goal_status': 'complete'} fail next wait"})
    assert isinstance(run.of(reply(typed), click_at(1), reply(DONE)), GoalReached)
    assert isinstance(run.desktop.acted[0], TypeText)
    assert len(run.desktop.acted) == 2
