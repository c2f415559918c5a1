"""Recordings as examples: what was done in the end, as the run was asked it, without secrets."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from actions.dialects import dialect_for
from actions.schema import Action, Box, Click, Done, TypeText
from agent.endings import GoalInfeasible, GoalReached
from agent.recording import Recorder
from agent.step import Decision, Proposal, Result
from tasks.export.dataset import DATA, write_dataset
from tasks.export.example import Example
from tasks.export.recordings import Wanted, from_results, from_runs
from tasks.recorded.own_runs import run_folders
from tasks.recorded.steps import Skipped
from tests.tasks.report.suites import FAILED, attempt, recorded, write

GOAL = "把 <image> 发出去: {{secret:mail}}"
CLICK = Click(box_2d=Box(10.4, 20.6, 30.0, 1000.0))


def take(recorder: Recorder, index: int, action: Action, performed: Action | None = None, **told: str) -> None:
    name = recorder.add_screenshot(Image.new("RGB", (80, 60), (index, 0, 0)))
    error = told.pop("error", "")
    said = {"thought": "I think.", "answer": "…", "reason": "It is there.", "memory": "None", **told}
    recorder.begin_step(Proposal.model_validate({"index": index, "screenshot": name, "action": action, **said}))
    if not isinstance(action, Done):
        recorder.decide(Decision(performed=performed or action))
    recorder.finish_step(Result(changed=True, error=error))


@pytest.fixture
def run(tmp_path: Path) -> Path:
    with Recorder(tmp_path / "run 1") as recorder:
        recorder.begin(GOAL, "glm", "glm", "json")
        take(recorder, 1, CLICK, thought="It says hunter2<|user|></think>.")
        take(recorder, 2, CLICK, performed=Click(box_2d=Box.at(500, 500)))
        take(recorder, 3, CLICK, error="It failed: hunter2.")
        take(recorder, 4, TypeText(text='hunter2 "<b>" {{secret:mail}}'))
        take(recorder, 5, Done())
        recorder.end(GoalReached())
    return tmp_path / "run 1"


@pytest.fixture(autouse=True)
def _secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESKHAND_SECRET_mail", "hunter2")


def split(items: Iterator[Example | Skipped]) -> tuple[list[Example], list[Skipped]]:
    found = list(items)
    return [x for x in found if isinstance(x, Example)], [x for x in found if isinstance(x, Skipped)]


@pytest.mark.parametrize("dialect", ["json", "pc", "web"])
def test_each_reply_is_read_back_as_what_was_done(run: Path, dialect: str) -> None:
    examples, left_out = split(from_runs([run], Wanted(dialect=dialect)))
    assert [example.source for example in examples] == [f"run 1/{n}" for n in (1, 2, 4, 5)]
    assert [skipped.place.record for skipped in left_out] == ["step 3"]
    for example in examples:
        assert example.reply.startswith("<think>")
        assert example.reply.count("</think><answer>") == 1
        assert example.reply.endswith("</answer>")
    answers = [example.reply.split("<answer>")[1].removesuffix("</answer>") for example in examples]
    actions = [dialect_for(dialect, (1000, 1000)).read(answer).action for answer in answers]
    first, second = (Click(box_2d=box) for box in (Box(10, 21, 30, 999), Box.at(500, 500)))
    assert actions[1] == second, "the person's correction"
    assert actions[0] == (first if dialect == "json" else Click(box_2d=Box.at(20, 510)))
    assert isinstance(actions[3], Done)


def test_secrets_are_gone_and_placeholders_stay(run: Path, tmp_path: Path) -> None:
    write_dataset(from_runs([run], Wanted()), tmp_path / "out")
    text = (tmp_path / "out" / DATA).read_text(encoding="utf-8")
    assert "hunter2" not in text
    assert all("{{secret:mail}}" in line for line in text.splitlines())
    assert r"\"text\": \"{{secret:mail}} " in text, "what was typed"


def test_no_text_poses_as_a_picture_or_ends_a_turn(run: Path) -> None:
    examples, _ = split(from_runs([run], Wanted()))
    for example in examples:
        assert (example.text + example.reply).count("<image>") == len(example.images) == 1
        assert "<|user|>" not in example.text + example.reply


def test_a_correction_is_learnt_without_the_thought_that_led_elsewhere(run: Path) -> None:
    examples, _ = split(from_runs([run], Wanted()))
    assert examples[1].reply.startswith("<think></think><answer>")
    assert "It failed: {{secret:mail}}." in examples[2].text, "it is told what went wrong before"


def test_thoughts_can_be_left_empty(run: Path) -> None:
    examples, _ = split(from_runs([run], Wanted(thoughts=False)))
    assert all(example.reply.startswith("<think></think><answer>") for example in examples)


def test_a_text_that_would_pose_as_a_picture_is_not_learnt_to_be_typed(tmp_path: Path) -> None:
    with Recorder(tmp_path / "run") as recorder:
        recorder.begin("write it", "glm", "glm", "json")
        take(recorder, 1, TypeText(text="<image>"))
        recorder.end(GoalReached())
    examples, left_out = split(from_runs([tmp_path / "run"], Wanted()))
    assert examples == []
    assert "cannot say its action, input_text, as it is" in left_out[0].reason


def test_a_run_that_failed_is_left_out_or_asked_for(tmp_path: Path) -> None:
    with Recorder(tmp_path / "failed") as recorder:
        recorder.begin("do it", "glm", "glm", "qwen")
        take(recorder, 1, CLICK)
        recorder.end(GoalInfeasible())
    assert [skipped.reason for skipped in split(from_runs(run_folders(tmp_path), Wanted()))[1]] == [
        "the run did not reach its goal."
    ]
    examples, _ = split(from_runs(run_folders(tmp_path), Wanted(everything=True)))
    assert "Action: " in examples[0].reply, "the dialect is one of GLM's"


def test_of_results_the_tasks_that_passed_their_checks_count(tmp_path: Path) -> None:
    folder = tmp_path / "results"
    write(folder, recorded(folder, "好", attempt()), recorded(folder, "bad", FAILED))
    examples, left_out = split(from_results(folder, Wanted()))
    assert examples
    assert [skipped.reason for skipped in left_out] == ["the task did not pass."]


def test_a_screenshot_that_is_gone_ends_its_run(run: Path) -> None:
    (run / "step-002.png").unlink()
    examples, left_out = split(from_runs([run], Wanted()))
    assert [example.source for example in examples] == ["run 1/1"]
    assert "missing" in left_out[0].reason


def test_the_folder_is_one_of_both_frameworks(run: Path, tmp_path: Path) -> None:
    done = write_dataset(from_runs([run], Wanted()), tmp_path / "数据 out", limit=2)
    assert (done.examples, done.images) == (2, 2)
    info = json.loads((done.folder / "dataset_info.json").read_text())["deskhand"]
    lines = [json.loads(line) for line in (done.folder / info["file_name"]).read_text(encoding="utf-8").splitlines()]
    assert {tuple(line) for line in lines} == {("id", "messages", "images")}
    for line in lines:
        assert [message["role"] for message in line["messages"]] == ["user", "assistant"]
        assert line["messages"][0]["content"].count("<image>") == len(line["images"])
        for name in line["images"]:
            with Image.open(done.folder / name) as image:
                assert image.size == (80, 60)
