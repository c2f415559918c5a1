"""Streams of records: any length, and what is broken is told with its place."""

import json
from pathlib import Path

import pytest

from tasks.recorded.formats.records import Item, Record, records
from tasks.recorded.steps import Skipped


def read(path: Path, inside: str = "") -> list[Item]:
    return list(records(path, path.parent, inside=inside))


def values(items: list[Item]) -> list[object]:
    return [item.value["n"] for item in items if isinstance(item, Record)]


def skipped(items: list[Item]) -> list[tuple[str, str]]:
    return [(item.place.record, item.reason) for item in items if isinstance(item, Skipped)]


@pytest.mark.parametrize("text", ['[{"n": 1}, {"n": 2}]', ' [\n{"n":1}\n,\n{"n":2}\n] \n', '\ufeff[{"n": 1},{"n": 2}]'])
def test_an_array_is_read_object_by_object(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    items = read(path)
    assert values(items) == [1, 2]
    assert [item.place for item in items] == [("a.json", "1"), ("a.json", "2")]


def test_lines_are_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('\ufeff{"n": 1}\n\n{"n": 2}\n{broken\n[3]\n{"n": "中文"}', encoding="utf-8")
    items = read(path)
    assert values(items) == [1, 2, "中文"]
    assert skipped(items) == [
        ("3", "the line is no JSON: Expecting property name enclosed in double quotes at character 2."),
        ("4", "it is no JSON object."),
    ]


def test_records_far_longer_than_a_piece_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"n": number, "text": '界\\"' * 300_000} for number in range(4)]), encoding="utf-8")
    assert values(read(path)) == [0, 1, 2, 3]


def test_pieces_end_anywhere(tmp_path: Path) -> None:
    """Objects of growing length, so that the ends of pieces fall on every part of one."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"n": n, "t": "é" * (n % 97), "f": 1.5e3} for n in range(40_000)], indent=1))
    assert values(read(path)) == list(range(40_000))


def test_an_array_within_an_object_is_found_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"metrics": {"x": [1]}, "details": [{"n": 1}, {"n": 2}], "more": []}))
    assert values(read(path, "details")) == [1, 2]


def test_no_array_is_looked_for_without_end(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"x": "' + "y" * 3_000_000 + '", "details": [{"n": 1}]}')
    ((_, reason),) = skipped(read(path, "details"))
    assert "does not begin with an array named details" in reason


def test_what_breaks_off_or_is_no_json_ends_the_file_and_keeps_what_was_before(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"n": 1}, {"n": 2}, {"n": ')
    items = read(path)
    assert values(items) == [1, 2]
    assert skipped(items)[0][0] == "3 and all after it"
    path.write_text('[{"n": 1}, nonsense, {"n": 2}]')
    assert skipped(read(path))[0][0] == "2 and all after it"
    path.write_text('[{"n": 1}')
    assert "breaks off" in skipped(read(path))[0][1]


@pytest.mark.parametrize("text", ["", "{}", '"x"', "null", "\x00\x01"])
def test_what_is_no_array_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(text)
    ((record, reason),) = skipped(read(path))
    assert record == "1 and all after it"
    assert "does not begin with an array" in reason


def test_another_encoding_costs_only_the_records_that_it_is_in(tmp_path: Path) -> None:
    rows = ['{"n": 1}', '{"n": 2, "t": "保存"}', '{"n": 3}']
    array, lines = tmp_path / "a.json", tmp_path / "a.jsonl"
    array.write_bytes(b"[" + rows[0].encode() + b"," + rows[1].encode("gbk") + b"," + rows[2].encode() + b"]")
    lines.write_bytes(b"\n".join((rows[0].encode(), rows[1].encode("gbk"), rows[2].encode())))
    for path in (array, lines):
        items = read(path)
        assert values(items) == [1, 3]
        assert skipped(items) == [("2", "it holds bytes that are no UTF-8: save the file as UTF-8.")]


def test_utf_16_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"n": 1}]', encoding="utf-16")
    ((_, reason),) = skipped(read(path))
    assert "UTF-16" in reason


def test_half_a_character_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"n": 1, "t": "\\ud83d"}, {"n": 2, "t": "\\ud83d\\ude00"}]')
    assert values(read(path)) == [2]


def test_deep_nesting_is_told(tmp_path: Path) -> None:
    deep = "[" * 100_000
    array, lines = tmp_path / "a.json", tmp_path / "a.jsonl"
    array.write_text(f'[{{"n": 1}}, {deep}')
    lines.write_text(f'{{"n": 1}}\n{deep}\n{{"n": 2}}')
    assert "nested too deep" in skipped(read(array))[0][1]
    assert values(read(lines)) == [1, 2]


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    ((_, reason),) = skipped(read(tmp_path / "gone.json"))
    assert "cannot be read" in reason
