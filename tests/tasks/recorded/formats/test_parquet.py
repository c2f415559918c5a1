"""Parquet files: rows with the columns that are wanted, broken ones, and a missing package."""

import sys
from pathlib import Path

import pyarrow
import pytest

from tasks.recorded.errors import ScoreError
from tasks.recorded.formats.parquet import rows
from tasks.recorded.formats.records import Record
from tasks.recorded.steps import Place, Skipped
from tests.tasks.recorded.formats.published import write_parquet


def test_the_wanted_columns_are_read_row_by_row(tmp_path: Path) -> None:
    path = write_parquet(
        tmp_path / "data" / "a.parquet",
        [{"id": f"n{n}", "html": "x" * 100, "picture": {"bytes": b"\xff", "path": None}} for n in range(25)],
        rows_in_a_group=10,
    )
    found = list(rows(path, tmp_path, ("id", "picture", "not there")))
    assert all(isinstance(one, Record) for one in found)
    assert [(one.place, one.value) for one in found if isinstance(one, Record)] == [
        (("data/a.parquet", str(n + 1)), {"id": f"n{n}", "picture": {"bytes": b"\xff", "path": None}})
        for n in range(25)
    ]


def test_a_file_that_breaks_off_gets_a_sentence(tmp_path: Path) -> None:
    path = write_parquet(tmp_path / "a.parquet", [{"id": "a"}])
    path.write_bytes(path.read_bytes()[:-5])
    (skipped,) = rows(path, tmp_path, ("id",))
    assert isinstance(skipped, Skipped)
    assert skipped.place == ("a.parquet", "all")
    assert skipped.reason.startswith("it is no whole Parquet file: ")


def test_damaged_rows_cost_their_row_group(tmp_path: Path) -> None:
    path = write_parquet(tmp_path / "a.parquet", [{"id": f"{n} {'y' * 50}"} for n in range(20)], rows_in_a_group=10)
    data = bytearray(path.read_bytes())
    data[4:40] = b"\xff" * 36
    path.write_bytes(data)
    found = list(rows(path, tmp_path, ("id",)))
    assert [one.place.record for one in found if isinstance(one, Skipped)] == ["1 to 10"]
    assert [one.place.record for one in found if isinstance(one, Record)] == [str(n) for n in range(11, 21)]


def test_bytes_that_are_no_text_cost_only_their_row(tmp_path: Path) -> None:
    latin = pyarrow.array([b"a", "ü".encode("latin-1"), b"c"]).view(pyarrow.string())
    path = tmp_path / "a.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"id": latin}), path)
    first, second, third = rows(path, tmp_path, ("id",))
    assert (first, third) == (
        Record(Place("a.parquet", "1"), {"id": "a"}),
        Record(Place("a.parquet", "3"), {"id": "c"}),
    )
    assert second == Skipped(Place("a.parquet", "2"), "it holds bytes that are no UTF-8.")


def test_values_that_python_cannot_hold_cost_only_their_row(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"id": pyarrow.array([2**62, 0], pyarrow.timestamp("us"))}), path)
    first, second = rows(path, tmp_path, ("id",))
    assert first == Skipped(Place("a.parquet", "1"), "it cannot be read: date value out of range.")
    assert isinstance(second, Record)


def test_a_file_of_other_columns_has_rows_without_fields(tmp_path: Path) -> None:
    path = write_parquet(tmp_path / "a.parquet", [{"other": 1}, {"other": 2}])
    assert [one.value for one in rows(path, tmp_path, ("id",)) if isinstance(one, Record)] == [{}, {}]


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_parquet(tmp_path / "a.parquet", [{"id": "a"}])
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ScoreError, match=r"Parquet files need pyarrow: pip install 'deskhand\[benchmarks\]'"):
        list(rows(path, tmp_path, ("id",)))
