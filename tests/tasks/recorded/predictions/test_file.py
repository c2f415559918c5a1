"""Files of predictions: what is kept, what is told, and what a kill leaves."""

import json
from pathlib import Path
from typing import Any

import pytest

from actions.schema import Box, Click
from tasks.recorded.errors import ScoreError
from tasks.recorded.grounding.screenspot import ScreenSpot
from tasks.recorded.predictions.file import PredictionWriter, read_predictions
from tasks.recorded.predictions.prediction import Header, Prediction
from tasks.recorded.predictions.store import Store
from tasks.recorded.steps import BadRecordError, Skipped

HEADER = Header(benchmark="screenspot", model="reader", dialect="json")
CLICK: dict[str, Any] = {"action_type": "click", "box_2d": [[1, 2, 3, 4]]}


def read(path: Path, store: Store) -> tuple[Header | None, list[Skipped]]:
    skipped: list[Skipped] = []
    header = read_predictions(path, ScreenSpot(), path.parent, store, skipped.append)
    return header, skipped


def taken(store: Store, step: str) -> Prediction:
    found = store.take(step)
    assert found is not None
    return found


def write(path: Path, *lines: object) -> Path:
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
    return path


def test_lines_with_and_without_a_header_are_kept_by_their_ids(tmp_path: Path) -> None:
    lines = [{"id": "a", "action": CLICK}, {"id": "b", "reply": "中文"}]
    for head in ([], [HEADER.model_dump(exclude_none=True)]):
        with Store() as store:
            header, skipped = read(write(tmp_path / "p.jsonl", *head, *lines), store)
            assert (header == HEADER) == bool(head)
            assert not skipped
            assert taken(store, "a").action == (Click(box_2d=Box(1, 2, 3, 4)),)
            assert taken(store, "b").reply == "中文"
            assert store.take("c") is None
            assert (len(store), store.taken, store.calls) == (2, 2, 1)


def test_of_several_for_one_step_the_last_counts(tmp_path: Path) -> None:
    with Store() as store:
        read(write(tmp_path / "p.jsonl", {"id": "a", "reply": "1"}, {"id": "a", "reply": "2"}), store)
        assert taken(store, "a").reply == "2"
        assert (store.repeated, len(store)) == (1, 1)


def test_lines_that_are_no_predictions_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "p.jsonl", {"id": "a", "reply": "1"}, "{", {"reply": "x"}, [1], {"id": "b", "reply": "2"})
    with Store() as store:
        _, skipped = read(path, store)
        assert [skip.place.record for skip in skipped] == ["2", "3", "4"]
        assert skipped[1].reason == "the line has no `id` that is a text."
        assert len(store) == 2


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ({"id": "a"}, "a prediction is one of"),
        ({"id": "a", "reply": "x", "pixels": [1, 2]}, "a prediction is one of"),
        ({"id": "a", "action": {"action_type": "fly"}}, "action"),
        ({"id": "a", "reply": "x", "extra": 1}, "extra"),
        ({"id": "a", "pixels": [1, 2, 3]}, "pixels"),
    ],
)
def test_an_unknown_action_or_field_is_told_where_the_step_is_scored(
    line: dict[str, Any], sentence: str, tmp_path: Path
) -> None:
    with Store() as store:
        read(write(tmp_path / "p.jsonl", line), store)
        with pytest.raises(BadRecordError, match=sentence):
            store.take("a")


def test_a_line_that_a_kill_cut_off_is_forgotten_and_written_again(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    writer = PredictionWriter(path, HEADER)
    writer.add(Prediction(id="a", reply="1"))
    writer.close()
    with path.open("ab") as file:
        file.write(b'{"id":"b","reply":"half')
    writer = PredictionWriter(path, HEADER)
    writer.add(Prediction(id="b", reply="whole"))
    writer.close()
    with Store() as store:
        header, skipped = read(path, store)
        assert header == HEADER
        assert not skipped
        assert taken(store, "b").reply == "whole"


def test_a_header_that_a_kill_cut_off_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes(b'{"predictions":1,"bench')
    PredictionWriter(path, HEADER).close()
    with Store() as store:
        assert read(path, store) == (HEADER, [])


def test_answers_of_another_run_are_not_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    PredictionWriter(path, HEADER).close()
    with pytest.raises(ScoreError, match=r"another run \(model: 'reader' there, 'glm' here\)"):
        PredictionWriter(path, HEADER.model_copy(update={"model": "glm"}))
    write(path, {"id": "a", "reply": "1"})
    with pytest.raises(ScoreError, match="it has no header"):
        PredictionWriter(path, HEADER)


def test_what_cannot_be_written_or_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(ScoreError, match="cannot be written"):
        PredictionWriter(tmp_path / "no" / "p.jsonl", HEADER)
    with Store() as store, pytest.raises(ScoreError, match="cannot be read"):
        read(tmp_path / "gone.jsonl", store)
