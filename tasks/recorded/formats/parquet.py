"""Parquet: rows of named columns, of which only the wanted ones are read, a few rows at a time."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tasks.recorded.formats.files import inner_name
from tasks.recorded.formats.needed import needed
from tasks.recorded.formats.records import Item, Record
from tasks.recorded.steps import Place, Skipped

_AT_ONCE = 8  # rows: each may hold a picture
_BUFFER = 1 << 20  # bytes of a column that are read at once, instead of a whole row group


def rows(path: Path, root: Path, columns: Sequence[str]) -> Iterator[Item]:
    """Yield a file's rows with those of the columns that it has; places are told as seen from `root`.

    What cannot be read costs its row group. Raises `ScoreError` where no package reads Parquet.
    """
    pyarrow, parquet = needed("pyarrow", "Parquet"), needed("pyarrow.parquet", "Parquet")
    name = inner_name(path, root)
    broken = (pyarrow.ArrowException, OSError)
    try:
        file = parquet.ParquetFile(path, buffer_size=_BUFFER, pre_buffer=False)
    except broken as error:
        yield Skipped(Place(name, "all"), f"it is no whole Parquet file: {_short(error)}.")
        return
    with file:
        wanted = [column for column in columns if column in file.schema_arrow.names]
        first = 1
        for group in range(file.num_row_groups):
            number, first = first, first + file.metadata.row_group(group).num_rows
            try:
                for batch in file.iter_batches(_AT_ONCE, row_groups=[group], columns=wanted, use_threads=False):
                    for row in range(batch.num_rows):
                        yield _row(batch.slice(row, 1), Place(name, str(number)))
                        number += 1
            except broken as error:
                yield Skipped(Place(name, f"{number} to {first - 1}"), f"they cannot be read: {_short(error)}.")


def _row(batch: Any, place: Place) -> Item:
    try:
        return Record(place, {name: batch.column(name)[0].as_py() for name in batch.schema.names})
    except UnicodeDecodeError:
        return Skipped(place, "it holds bytes that are no UTF-8.")
    except (ValueError, OverflowError) as error:
        return Skipped(place, f"it cannot be read: {_short(error)}.")


def _short(error: BaseException) -> str:
    """Return the first line of what the library says, which can go on with its own source."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
