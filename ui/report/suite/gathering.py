"""Gathers what the page of a run of tasks shows, from its folder and from the runs beside it."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PIL import Image

from agent.errors import RecordingError
from agent.recording import Recording, private
from agent.step import Step
from tasks.report.history import History, read_history
from tasks.report.suite_run import Entry, SuiteRun, began
from tasks.report.summary import summarise
from tasks.runner.records import Attempt, Status
from ui.report.shown import shown_step, summed
from ui.report.suite.album import Album
from ui.report.suite.shown import ORDER, ShownAttempt, ShownFinding, ShownSuite, ShownTask, SuiteStep
from ui.report.words import Words

_MOST_PAST = 12
_BROKEN = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)


def shown_suite(run: SuiteRun, album: Album, words: Words) -> ShownSuite:
    """Return all that the page shows of a run; its pictures go into the album."""
    builder = _Builder(run, read_history(run.folder, run.results), album, words)
    tasks = [builder.task(entry) for entry in run.entries]
    return ShownSuite(
        name=run.folder.resolve().name,
        began=began(run.results, run.folder),
        summary=summarise(run.results),
        tasks=tuple(sorted(tasks, key=lambda task: ORDER.index(task.status))),
        models=tuple(dict.fromkeys(builder.models)),
        unreadable=run.unreadable,
    )


class _Builder:
    def __init__(self, run: SuiteRun, history: History, album: Album, words: Words) -> None:
        self._run, self._history, self._album, self._words = run, history, album, words
        self.models: list[str] = []

    def task(self, entry: Entry) -> ShownTask:
        """Return a task with all that its folders hold."""
        passed = entry.result is not None and entry.result.status is Status.PASSED
        told = entry.result.attempts if entry.result else ()
        records = told or [self._run.outcome(folder) for folder in entry.folders]
        numbered = enumerate(zip(records, _padded(entry.folders, len(records)), strict=True), 1)
        job = next((job for folder in entry.folders if (job := self._run.job(folder))), None)
        self.models += [job.asks] if job else []
        return ShownTask(
            entry=entry,
            goal=(job.task.goal or "") if job else "",
            about=job.task.description if job else "",
            attempts=tuple(self._attempt(number, *attempt, rank=int(passed)) for number, attempt in numbered),
            past=self._history.of(entry.id)[-_MOST_PAST:],
        )

    def _attempt(self, number: int, record: Attempt | None, folder: Path | None, rank: int) -> ShownAttempt:
        found = list(self._run.recordings(folder)) if folder else []
        recordings = [each for each in found if isinstance(each, Recording)]
        steps = tuple(self._steps(recordings, rank))
        return ShownAttempt(
            number=number,
            record=record,
            findings=tuple(self._findings(record, folder, steps, rank)),
            steps=steps,
            phases=summed([step.step.phases for step in steps]),
            unreadable=tuple(each for each in found if isinstance(each, str)),
        )

    def _steps(self, recordings: Sequence[Recording], rank: int) -> Iterator[SuiteStep]:
        """Yield the steps of an attempt's recordings; the screen after one is what the next one saw."""
        taken = [(recording, step) for recording in recordings for step in recording.steps]
        pictures = [self._screenshot(recording, step, rank) for recording, step in taken]
        for (recording, step), before, after in zip(taken, pictures, [*pictures, ""][1:], strict=True):
            begins = recording.run.goal if len(recordings) > 1 and step is recording.steps[0] else ""
            yield SuiteStep(shown_step(step, before, translate=self._words.translate), after, begins)

    def _screenshot(self, recording: Recording, step: Step, rank: int) -> str:
        file = self._named(recording.folder, step.screenshot)
        return self._album.add(partial(recording.screenshot, step), file, rank * 2)

    def _findings(
        self, record: Attempt | None, folder: Path | None, steps: Sequence[SuiteStep], rank: int
    ) -> Iterator[ShownFinding]:
        """Yield what the checks found; the first without a picture that does not hold gets the last screenshot."""
        screen = steps[-1].step.picture if steps else ""
        for looked in record.findings if record else ():
            own = self._picture(folder, looked.picture, rank) if folder and not looked.held else ""
            if own or looked.held:
                yield ShownFinding(looked, own, is_screen=False)
            else:
                yield ShownFinding(looked, screen, is_screen=True)
                screen = ""

    def _picture(self, folder: Path, name: str, rank: int) -> str:
        if not name or not (whole := self._run.inside(folder)):
            return ""
        return self._album.add(partial(_open, whole, name), self._named(whole, name), rank * 2 + 1)

    def _named(self, folder: Path, name: str) -> str:
        """Return what the reader calls a file: its path within the folder of results."""
        return str(Path(folder.resolve()).relative_to(self._run.folder.resolve()) / name)


def _padded(folders: Sequence[Path], count: int) -> list[Path | None]:
    """Return as many folders as there are attempts: a result that was damaged by hand may name fewer, or more."""
    return [*folders[:count], *([None] * (count - len(folders)))]


def _open(folder: Path, name: str) -> Image.Image:
    """Return a check's picture. Raises `RecordingError`."""
    try:
        with private.open_inside(folder, name) as file, Image.open(file, formats=("PNG",)) as image:
            return image.convert("RGB")
    except _BROKEN as error:
        raise RecordingError(f"The picture {name} cannot be read: {error}") from error
