"""A folder of a score read back: the figures, and the verdicts as a stream."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from tasks.recorded.errors import ScoreError
from tasks.recorded.scores.folder import SCORE, VERDICTS
from tasks.recorded.scores.report import JudgedStep, Report


def is_score(folder: Path) -> bool:
    """Say whether a folder is one of a score."""
    return (folder / SCORE).is_file()


class KeptScore:
    """One folder of a score. `report` and `steps` raise `ScoreError` where it holds none that can be read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def name(self) -> str:
        """What it is called beside others."""
        return self.folder.resolve().name

    @cached_property
    def report(self) -> Report:
        """The figures."""
        path = self.folder / SCORE
        try:
            return Report.model_validate_json(path.read_bytes())
        except FileNotFoundError as error:
            raise ScoreError(f"{self.folder} holds no score: name a folder that `deskhand score` made.") from error
        except OSError as error:
            raise ScoreError(f"{path} cannot be read: {error.strerror}.") from error
        except ValidationError as error:
            raise ScoreError(f"{path} is damaged, or of another version: {self._cure}") from error

    def steps(self) -> Iterator[JudgedStep]:
        """Yield what each step is worth, in the order of the data."""
        path = self.folder / VERDICTS
        try:
            with path.open("rb") as file:
                for number, line in enumerate(file, 1):
                    yield self._step(line, number)
        except OSError as error:
            raise ScoreError(f"{path} cannot be read ({error.strerror}): {self._cure}") from error

    def _step(self, line: bytes, number: int) -> JudgedStep:
        try:
            return JudgedStep.model_validate_json(line)
        except ValidationError as error:
            raise ScoreError(
                f"Line {number} of {self.folder / VERDICTS} is damaged, or of another version: {self._cure}"
            ) from error

    @property
    def _cure(self) -> str:
        return f"score its answers again with --resume {self.folder}."
