"""`deskhand score --workers`: a served model is asked by several workers at once."""

import json
from pathlib import Path
from threading import Barrier

import pytest
from typer.testing import CliRunner, Result

from actions.schema import Box, Click
from tests.model.server.chat_server import ChatServer, Visit, lists, says
from tests.tasks.recorded.writing import reply, screenspot, write_screenspot
from ui.cli.app import app

TOGETHER = 4


def scored(data: Path, model: str, folder: Path, *more: str) -> Result:
    command = ["score", str(data), "--model", model, "--workers", str(TOGETHER), "--resume", str(folder), *more]
    return CliRunner().invoke(app, command)


@pytest.mark.parametrize("history", ["gold", "own"])
def test_a_served_model_is_asked_by_several_workers_at_once(history: str, tmp_path: Path) -> None:
    data = write_screenspot(tmp_path / "data", [screenspot(number) for number in range(2 * TOGETHER)])
    together = Barrier(TOGETHER, timeout=20)
    answer = says(reply(Click(box_2d=Box.at(60, 130))))

    def play(visit: Visit) -> None:
        together.wait()  # it breaks where fewer ask at once
        answer(visit)

    server = ChatServer([play], lists("glm-4.1v"))
    try:
        result = scored(data, f"server:{server.url}", tmp_path / "out", "--history", history, "--json")
    finally:
        server.close()
    assert result.exit_code == 0, result.stderr
    report = json.loads(result.stdout)
    assert (report["total"], report["correct"], report["skipped_count"]) == (8, 8, 0)
    assert len(server.asked) == 2 * TOGETHER


def test_what_answers_one_question_at_a_time_is_asked_by_one_worker(tmp_path: Path) -> None:
    data = write_screenspot(tmp_path / "data", [screenspot(number) for number in range(3)])
    (tmp_path / "r.jsonl").write_text(f"{json.dumps(reply(Click(box_2d=Box.at(60, 130))))}\n" * 3)
    result = scored(data, f"scripted:{tmp_path / 'r.jsonl'}", tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    assert "scripted answers one question at a time" in result.stdout
