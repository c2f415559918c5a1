"""TFRecords that another package wrote: whole, compressed, cut off and damaged."""

import gzip
import sys
from pathlib import Path

import pytest

from tasks.recorded.errors import ScoreError
from tasks.recorded.formats.tfrecord import Frame, frames
from tasks.recorded.formats.wire import example
from tasks.recorded.steps import BadRecordError, Skipped
from tests.tasks.recorded.formats.published import write_shard

EXAMPLES = [
    {"id": 7, "goal": "Öffne die Mail 会议", "numbers": [1, 2**62, -5], "pictures": [b"\x00" * 300, b"", b"\xff"]},
    {"id": 8, "goal": "", "numbers": [], "pictures": [b"x"]},
    {"id": 9, "goal": "z", "numbers": [0], "pictures": []},
]


@pytest.fixture(params=[True, False], ids=["gzip", "plain"])
def shard(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return write_shard(tmp_path / "shard-00000-of-00001", EXAMPLES, packed=request.param)


def read(path: Path) -> list[Frame]:
    found = list(frames(path, path.parent))
    assert all(isinstance(one, Frame) for one in found), found
    return [one for one in found if isinstance(one, Frame)]


def skipped(path: Path) -> list[tuple[str, str]]:
    return [(one.place.record, one.reason) for one in frames(path, path.parent) if isinstance(one, Skipped)]


def test_what_another_package_wrote_is_read_back(shard: Path) -> None:
    found = read(shard)
    assert [one.place for one in found] == [("shard-00000-of-00001", str(number)) for number in (1, 2, 3)]
    first, second, _ = (example(one.data) for one in found)
    assert first["id"] == [7]
    assert bytes(first["goal"][0]).decode() == "Öffne die Mail 会议"
    assert first["numbers"] == [1, 2**62, -5]
    assert first["pictures"] == [b"\x00" * 300, b"", b"\xff"]
    assert second["numbers"] == []


def test_a_file_that_breaks_off_gives_what_stands_before(shard: Path) -> None:
    data = shard.read_bytes()
    shard.write_bytes(data[: -len(data) // 8])
    found = list(frames(shard, shard.parent))
    assert any(isinstance(one, Frame) for one in found)
    ((record, reason),) = skipped(shard)
    assert record.endswith("and all after it")
    assert reason.startswith("the file cannot be read on: ")


def test_each_place_where_a_file_can_end_gets_a_sentence_or_is_whole(tmp_path: Path) -> None:
    whole = write_shard(tmp_path / "shard", [{"id": 7}, {"id": 8}], packed=False).read_bytes()
    ends = {len(whole)}
    for length in range(len(whole)):
        (tmp_path / "shard").write_bytes(whole[:length])
        found = list(frames(tmp_path / "shard", tmp_path))
        if all(isinstance(one, Frame) for one in found):
            ends.add(length)
    assert ends == {0, len(whole) // 2, len(whole)}


def test_a_damaged_record_costs_only_itself(tmp_path: Path) -> None:
    path = write_shard(tmp_path / "shard", EXAMPLES, packed=False)
    data = bytearray(path.read_bytes())
    data[40] ^= 1
    path.write_bytes(data)
    assert [one.place.record for one in frames(path, tmp_path) if isinstance(one, Frame)] == ["2", "3"]
    assert skipped(path) == [("1", "its checksum is wrong: the file is damaged.")]


def test_a_damaged_length_ends_the_file(tmp_path: Path) -> None:
    path = write_shard(tmp_path / "shard", EXAMPLES, packed=False)
    data = bytearray(path.read_bytes())
    data[1] ^= 1
    path.write_bytes(data)
    assert skipped(path) == [
        (
            "1 and all after it",
            "the file cannot be read on: the length of a record is damaged, or it is no TFRecord.",
        )
    ]


@pytest.mark.parametrize(
    "data", [b"\x1f\x8b", gzip.compress(b"{}" * 50, mtime=0), b"[1, 2, 3, 4, 5, 6]", b"\x1f\x8b" + b"\0" * 99]
)
def test_what_is_no_tfrecord_gets_a_sentence(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "shard").write_bytes(data)
    ((record, reason),) = skipped(tmp_path / "shard")
    assert record == "1 and all after it"
    assert reason.startswith("the file cannot be read on: ")


@pytest.mark.parametrize("data", [b"\x0a", b"\x0a\x05abc", b"\x0f", b"\xff" * 12, b"\x09\x01\x02"])
def test_what_is_no_message_gets_a_sentence(data: bytes) -> None:
    with pytest.raises(BadRecordError, match="no message of Protocol Buffers"):
        example(data)


def test_a_missing_package_is_named(shard: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "crc32c", None)
    with pytest.raises(ScoreError, match=r"TFRecord files need crc32c: pip install 'deskhand\[benchmarks\]'"):
        list(frames(shard, shard.parent))
