"""Reading recordings that are whole, cut short, of another format, or not what they seem."""

import json
import os
from pathlib import Path

import pytest

from agent.errors import RecordingError
from agent.recording import Recording
from agent.step import Step
from tests.agent.recording.runs import begin, begin_step, click, record


def change_record(folder: Path, **values: object) -> None:
    path = folder / "run.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | values))


def of_screenshot(name: str) -> Step:
    return Step(index=1, screenshot=name, thought="", answer="")


def test_a_folder_without_a_recording_is_said(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="holds no recording"):
        Recording(tmp_path)


def test_a_step_that_did_not_end_is_interrupted_and_says_what_was_sent(tmp_path: Path) -> None:
    with begin(tmp_path / "run") as recorder:
        begin_step(recorder, 1)
        click(recorder)
    (step,) = Recording(tmp_path / "run").steps
    assert step.interrupted
    assert step.finished is None
    assert [sent.kind for sent in step.sent] == ["move", "button down", "button up"]


def test_a_journal_cut_at_any_byte_is_read_up_to_its_last_whole_line(tmp_path: Path) -> None:
    record(tmp_path, 2)
    path = tmp_path / "steps.jsonl"
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        lines = [json.loads(line) for line in whole[:length].split(b"\n")[:-1]]
        steps = Recording(tmp_path).steps
        assert len(steps) == sum(line["line"] == "begun" for line in lines)
        assert sum(len(step.sent) for step in steps) == sum(line["line"] == "sent" for line in lines)
        assert sum(not step.interrupted for step in steps) == sum(line["line"] == "finished" for line in lines)


@pytest.mark.parametrize(("number", "said"), [(1, "older Deskhand"), (3, "newer Deskhand"), (99, "update Deskhand")])
def test_another_format_is_refused_with_a_sentence(tmp_path: Path, number: int, said: str) -> None:
    record(tmp_path, 1)
    change_record(tmp_path, format=number)
    with pytest.raises(RecordingError, match=said):
        Recording(tmp_path)


def test_a_newer_format_is_named_before_its_fields_are_doubted(tmp_path: Path) -> None:
    record(tmp_path, 1)
    (tmp_path / "run.json").write_text('{"format": 7, "wishes": []}')
    with pytest.raises(RecordingError, match="format 7"):
        Recording(tmp_path)


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff\xfe", b"[1]", b'{"format": true}', b'{"format": 2}', b"[" * 10**5])
def test_a_corrupt_run_json_is_said_in_one_line(tmp_path: Path, data: bytes) -> None:
    record(tmp_path, 1)
    (tmp_path / "run.json").write_bytes(data)
    with pytest.raises(RecordingError, match="cannot be read") as caught:
        Recording(tmp_path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("line", [b"", b"{}", b"\xff", b"nonsense", b'{"line": "finished"}', b'{"line": "eaten"}'])
def test_a_corrupt_journal_is_said_with_its_line(tmp_path: Path, line: bytes) -> None:
    record(tmp_path, 1)
    path = tmp_path / "steps.jsonl"
    path.write_bytes(line + b"\n" + path.read_bytes())
    with pytest.raises(RecordingError, match="Line 1") as caught:
        Recording(tmp_path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../secret.png",
        "/etc/passwd",
        "sub/step-001.png",
        "..\\step-001.png",
        "run.json",
        "step-001.png\n",
        "step-001.png/../../x",
        "step-١٢٣.png",
    ],
)
def test_a_name_that_is_none_of_ours_is_never_opened(tmp_path: Path, name: str) -> None:
    record(tmp_path / "run", 1)
    (tmp_path / "secret.png").write_bytes((tmp_path / "run" / "step-001.png").read_bytes())
    with pytest.raises(RecordingError, match="was not opened"):
        Recording(tmp_path / "run").screenshot(of_screenshot(name))


def test_a_link_out_of_the_folder_is_never_followed(tmp_path: Path) -> None:
    record(tmp_path / "other", 1)
    record(tmp_path / "run", 1)
    for name in ("step-001.png", "steps.jsonl", "run.json"):
        recording = Recording(tmp_path / "run")
        (tmp_path / "run" / name).unlink()
        (tmp_path / "run" / name).symlink_to(tmp_path / "other" / name)
        with pytest.raises(RecordingError, match="no plain file"):
            recording.screenshot(recording.steps[0]) if name.endswith("png") else Recording(tmp_path / "run")
        (tmp_path / "run" / name).unlink()
        (tmp_path / "run" / name).write_bytes((tmp_path / "other" / name).read_bytes())


def test_a_pipe_in_place_of_a_screenshot_keeps_nobody_waiting(tmp_path: Path) -> None:
    record(tmp_path, 1)
    recording = Recording(tmp_path)
    (tmp_path / "step-001.png").unlink()
    os.mkfifo(tmp_path / "step-001.png")
    with pytest.raises(RecordingError, match="no plain file"):
        recording.screenshot(recording.steps[0])


@pytest.mark.parametrize("length", [0, 4, 20, 60])
def test_a_broken_screenshot_is_said(tmp_path: Path, length: int) -> None:
    record(tmp_path, 1)
    recording = Recording(tmp_path)
    picture = tmp_path / "step-001.png"
    picture.write_bytes(picture.read_bytes()[:length])
    with pytest.raises(RecordingError, match="cannot be read"):
        recording.screenshot(recording.steps[0])


def test_a_missing_screenshot_is_said(tmp_path: Path) -> None:
    record(tmp_path, 1)
    recording = Recording(tmp_path)
    (tmp_path / "step-001.png").unlink()
    with pytest.raises(RecordingError, match="is missing"):
        recording.screenshot(recording.steps[0])
