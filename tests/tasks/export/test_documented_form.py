"""What is exported keeps to what LLaMA-Factory and ms-swift document of data sets, written down here."""

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from typer.testing import CliRunner

from actions.dialects.glm_pc import GLM_PC
from actions.schema import Done
from tasks.export.example import Answer, write_answer
from tests.tasks.recorded.writing import screenspot, write_screenspot
from ui.cli.app import app

GOAL = "press <image>, <bbox>, <ref-object>, </video> and <Audio> 会议"
SWIFTS_MARKS = ("<image>", "<video>", "<audio>", "<bbox>", "<ref-object>", "<cot-process>", "<start-image>")
DESCRIPTION = {"file_name", "formatting", "columns", "tags"}
COLUMNS = {"messages", "images"}
TAGS = {"role_tag", "content_tag", "user_tag", "assistant_tag", "system_tag"}


@pytest.fixture(params=["json", "pc", "web"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    data = write_screenspot(tmp_path / "data", [screenspot(0, instruction=GOAL), screenspot(1)])
    command = ["export", str(data), "-o", str(tmp_path / "out"), "--dialect", request.param]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.stderr
    assert f"ROOT_IMAGE_DIR={tmp_path / 'out'} swift sft --dataset {tmp_path / 'out'}/deskhand.jsonl" in result.stdout
    return tmp_path / "out"


def rows(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "deskhand.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_description_names_what_is_there(folder: Path) -> None:
    description = json.loads((folder / "dataset_info.json").read_text())["deskhand"]
    assert description.keys() <= DESCRIPTION
    assert description["formatting"] == "sharegpt"
    assert description["columns"].keys() == COLUMNS
    assert description["tags"].keys() <= TAGS
    found, tags = rows(folder), description["tags"]
    assert (folder / description["file_name"]).is_file()
    assert found
    for row in found:
        messages = row[description["columns"]["messages"]]
        assert [message[tags["role_tag"]] for message in messages] == [tags["user_tag"], tags["assistant_tag"]]
        assert all(isinstance(message[tags["content_tag"]], str) for message in messages)


def test_there_are_as_many_pictures_as_marks_and_no_other_marks(folder: Path) -> None:
    for row in rows(folder):
        text = "".join(message["content"] for message in row["messages"])
        assert text.count("<image>") == len(row["images"]) == 1
        for mark in SWIFTS_MARKS[1:]:
            assert mark not in text.lower()
        for name in row["images"]:
            assert not Path(name).is_absolute()
            with Image.open(folder / name) as image:
                image.verify()


def test_the_thought_is_where_reasoning_templates_look_for_it(folder: Path) -> None:
    for row in rows(folder):
        reply = row["messages"][1]["content"]
        assert reply.startswith("<think>")
        assert reply.count("<think>") == reply.count("</think>") == 1
        assert reply.endswith("</answer>")


def test_dialects_of_calls_are_taught_their_memory_too(tmp_path: Path) -> None:
    data = write_screenspot(tmp_path / "data", [screenspot(0)])
    CliRunner().invoke(app, ["export", str(data), "-o", str(tmp_path / "out"), "--dialect", "web"])
    (row,) = rows(tmp_path / "out")
    assert row["messages"][1]["content"].endswith("Action: CLICK(point=(62, 133))\nMemory:\n[]</answer>")


@pytest.mark.parametrize(
    ("memory", "written"),
    [
        ("", "[]"),
        ("None", "[]"),
        ('[{"code": "42"}]', '[{"code": "42"}]'),
        ('the code is "42" 会议', '[{"note": "the code is \\"42\\" 会议"}]'),
    ],
)
def test_whatever_was_remembered_becomes_a_list(memory: str, written: str) -> None:
    answer = write_answer(GLM_PC, Done(), Answer(Done(), memory=memory))
    assert answer == f"Action: DONE()\nMemory:\n{written}"
