"""Files that are one record each."""

from pathlib import Path

import pytest

from tasks.recorded.formats.records import Record, document
from tasks.recorded.steps import Skipped


def test_a_file_is_one_record_seen_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "一").mkdir()
    (tmp_path / "一" / "a b.json").write_bytes(b'\xef\xbb\xbf{"goal": "\xe4\xbc\x9a"}\n')
    found = document(tmp_path / "一" / "a b.json", tmp_path)
    assert isinstance(found, Record)
    assert found.place == ("一/a b.json", "1")
    assert found.value == {"goal": "会"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no JSON"),
        (b"[1]", "no JSON object"),
        (b'{"a": "\xfc"}', "no UTF-8"),
        (b'{"a": "\\ud800"}', "no UTF-8"),
        (b'{"a": 1', "no JSON"),
        (b'{"a": ' + b"[" * 100_000, "nested too deep"),
    ],
)
def test_what_is_none_is_skipped_with_a_sentence(content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(content)
    found = document(tmp_path / "a.json", tmp_path)
    assert isinstance(found, Skipped)
    assert said in found.reason


def test_a_missing_or_monstrous_file_is_skipped(tmp_path: Path) -> None:
    missing = document(tmp_path / "a.json", tmp_path)
    assert isinstance(missing, Skipped)
    assert missing.reason == "the file cannot be read: No such file or directory."
    with (tmp_path / "b.json").open("wb") as file:
        file.truncate(65 << 20)  # it takes no room on the disk
    monstrous = document(tmp_path / "b.json", tmp_path)
    assert isinstance(monstrous, Skipped)
    assert monstrous.reason == "the file is longer than 64 MiB."
