"""Examples from recordings of our own: every step of a run that reached its goal, or of a task that passed.

The model is asked as the run asked it, with all that it was told of earlier steps; what is learnt is what was carried
out in the end, with a person's corrections.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from actions.dialects import dialect_for
from actions.dialects.base import Dialect
from actions.errors import ActionError
from actions.geometry import Rect, View
from agent.errors import RecordingError
from agent.history import History
from agent.prompt.builder import PromptBuilder
from agent.recording import Recording
from agent.step import Observation, Step
from model.families import THOUSANDTHS
from tasks.export.example import Answer, Example, LeftOut, make_example, write_answer
from tasks.export.hiding import hide, known_secrets, without_secrets
from tasks.recorded.own_runs import NOTHING_RIGHT, done, recordings_in
from tasks.recorded.steps import Place, Skipped
from tasks.recorded.whole_numbers import in_whole_numbers
from tasks.report.suite_run import SuiteRun
from tasks.runner.records import Status

GLM_DIALECTS = ("json", "pc", "web")


@dataclass(frozen=True)
class Wanted:
    """Which steps, and how: `everything` also of runs that failed, `thoughts` with what the model thought."""

    dialect: str = ""
    everything: bool = False
    thoughts: bool = True
    min_score: float = 1.0


def from_runs(folders: list[Path], wanted: Wanted) -> Iterator[Example | Skipped]:
    """Yield the steps of runs that reached their goal, or of all of them."""
    for recording in recordings_in(folders):
        if isinstance(recording, Skipped):
            yield recording
        elif wanted.everything or (recording.run.ending and recording.run.ending.reached):
            yield from _examples(recording, wanted)
        else:
            yield Skipped(Place(recording.folder.name, "all"), "the run did not reach its goal.")


def from_results(folder: Path, wanted: Wanted) -> Iterator[Example | Skipped]:
    """Yield the steps of tasks whose checks hold, by the attempt that counts. Raises `ResultsError`."""
    run = SuiteRun(folder)
    for entry in run.entries:
        passed = entry.result is not None and entry.result.status in (Status.PASSED, Status.FLAKY)
        if not wanted.everything and not passed:
            yield Skipped(Place(entry.name, "all"), "the task did not pass.")
            continue
        for found in run.recordings(entry.folders[-1]) if entry.folders else ():
            if isinstance(found, str):
                yield Skipped(Place(entry.name, "all"), found)
            else:
                yield from _examples(found, wanted)


def _examples(recording: Recording, wanted: Wanted) -> Iterator[Example | Skipped]:
    dialect = dialect_for(wanted.dialect or _own_dialect(recording), THOUSANDTHS)
    prompts, history = PromptBuilder(dialect), History()
    try:
        secrets = known_secrets(recording.run.goal)
    except ActionError as error:
        yield Skipped(Place(recording.folder.name, "all"), str(error))
        return
    goal = hide(recording.run.goal, secrets)
    for step in (without_secrets(step, secrets) for step in recording.steps):
        place = Place(recording.folder.name, f"step {step.index}")
        try:
            image = recording.screenshot(step)
            request = prompts.build(goal, history, image)
            yield make_example(f"{place.file}/{step.index}", request, _learnt(step, thoughts=wanted.thoughts), dialect)
        except RecordingError as error:
            yield Skipped(place, str(error))
            return  # later prompts would have to tell of this step
        except LeftOut as error:
            yield Skipped(place, str(error))
        rect = Rect(0, 0, *image.size)
        history.append(_told(step, dialect), Observation(image, View(rect, (rect,))))


def _own_dialect(recording: Recording) -> str:
    """Return the dialect of the run where it is one of GLM's."""
    return recording.run.dialect if recording.run.dialect in GLM_DIALECTS else GLM_DIALECTS[0]


def _learnt(step: Step, *, thoughts: bool) -> Answer:
    """Return what is right at a step. Raises `LeftOut` where nothing was done, or it went wrong."""
    action = done(step)
    if action is None:
        raise LeftOut(NOTHING_RIGHT)
    if step.is_edited:  # what the model thought and noted led elsewhere
        return Answer(action, memory=step.memory)
    return Answer(action, step.thought if thoughts else "", step.reason, step.memory)


def _told(step: Step, dialect: Dialect) -> Step:
    """Return a step as later prompts tell it, its answer in the dialect; one that could not be read stays as it is."""
    if step.action is None:
        return step
    told = Answer(step.action, "", step.reason, step.memory)
    action = in_whole_numbers(step.action, as_points=dialect.name != "json")
    return step.model_copy(update={"answer": write_answer(dialect, action, told)})
