"""What is wrong with task files, all of it at once."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from actions.quotation import one_line
from tasks.task.reading.tree import START, Mistake, Place


class FileMistake(NamedTuple):
    """What is wrong at a place of a file, both counted from 1; as text `file:line:column: sentence`."""

    file: Path
    line: int
    column: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.sentence}"

    @classmethod
    def at(cls, file: Path, mistake: Mistake) -> "FileMistake":
        """Return a mistake together with its file, on one line: it quotes what anyone may have written."""
        return cls(file, *mistake.place, one_line(mistake.sentence))


class TaskFileError(Exception):
    """Task files cannot be read or say what no task says; every mistake, in the order of files and lines."""

    def __init__(self, mistakes: Iterable[FileMistake]) -> None:
        self.mistakes = tuple(dict.fromkeys(sorted(mistakes)))
        super().__init__("\n".join(map(str, self.mistakes)))


def read_text(path: Path) -> str:
    """Return a file's text, which is UTF-8. Raises `TaskFileError`."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise one_mistake(path, f"The file cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise one_mistake(path, f"The file is no UTF-8 text: byte {error.start + 1}.") from error


def one_mistake(path: Path, sentence: str, place: Place = START) -> TaskFileError:
    """Return the error about the one thing that is wrong."""
    return TaskFileError([FileMistake(path, *place, sentence)])
