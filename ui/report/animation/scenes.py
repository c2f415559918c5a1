"""What an animation shows, one scene a step: the screen, where the agent aims, and what it does there."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PIL import Image

from actions.schema import Action, Box, Done, Wait
from actions.targets import targets
from agent.recording import Recording
from agent.step import Step
from tasks.report.suite_run import Entry, SuiteRun
from tasks.runner.results import ResultsError
from ui.report.words import Words
from ui.wording import in_words, printable

MOST_SCENES = 60
"""What can still be watched; of more, every n-th is shown."""


@dataclass(frozen=True)
class Scene:
    """A screen and what is done on it, and why; `load` opens the screenshot. The `tone` is plain, good or bad."""

    load: Callable[[], Image.Image]
    title: str
    caption: str
    reason: str = ""
    boxes: tuple[Box, ...] = ()
    tone: str = "plain"


def scenes_of_run(run: SuiteRun, words: Words, task: str = "") -> list[Scene]:
    """Return the scenes of all tasks, or of those that `task` is a part of the id of. Raises `ResultsError`."""
    entries = [entry for entry in run.entries if task.casefold() in entry.id.casefold()]
    if not entries:
        raise ResultsError(f"No task in {run.folder} is called {task!r}: name a part of one of {_listed(run)}.")
    scenes = [scene for entry in entries for scene in _scenes_of_entry(run, entry, words)]
    if not scenes:
        raise ResultsError(f"No step was recorded in {run.folder} that could be shown.")
    return thinned(scenes)


def scenes_of_recording(recording: Recording, words: Words) -> list[Scene]:
    """Return the scenes of one recorded run. Raises `ResultsError` where no step was recorded."""
    ending = recording.run.ending
    tone = "plain" if ending is None else "good" if ending.reached else "bad"
    said = ending.message if ending else words("interrupted")
    if not recording.steps:
        raise ResultsError(f"No step was recorded in {recording.folder} that could be shown.")
    return thinned(_with_end(_scenes([recording], recording.run.goal, words), said, tone))


def thinned(scenes: Sequence[Scene]) -> list[Scene]:
    """Return at most as many scenes as can be watched, the last one among them."""
    every = -(-len(scenes) // MOST_SCENES)
    return list(reversed(scenes[::-1][::every]))


def _scenes_of_entry(run: SuiteRun, entry: Entry, words: Words) -> list[Scene]:
    """Return the scenes of a task's last attempt, the one that counts."""
    found = run.recordings(entry.folders[-1]) if entry.folders else ()
    recordings = [each for each in found if isinstance(each, Recording)]
    status = entry.result.status.value if entry.result else "interrupted"
    reason = entry.result.reason if entry.result else ""
    said = words(status) + (f" · {reason}" if reason else "")
    tone = {"passed": "good", "flaky": "good", "failed": "bad"}.get(status, "plain")
    return _with_end(_scenes(recordings, entry.id.removesuffix("#0"), words), said, tone)


def _scenes(recordings: Iterable[Recording], title: str, words: Words) -> Iterator[Scene]:
    for recording in recordings:
        for step in recording.steps:
            load = partial(recording.screenshot, step)
            boxes = targets(step.performed or step.action)
            yield Scene(load, _line(title), _caption(step, words), _line(step.reason), boxes)


def _with_end(scenes: Iterable[Scene], said: str, tone: str) -> list[Scene]:
    """Return the scenes in which something is done, and how it ended on the last screen."""
    listed = list(scenes)
    if not listed:
        return []
    last = replace(listed[-1], caption=_line(said), reason="", boxes=(), tone=tone)
    return [*(scene for scene in listed[:-1] if scene.caption), last]


def _caption(step: Step, words: Words) -> str:
    """Return what the step does; nothing where nothing is to be seen of it."""
    done: Action | None = step.performed or step.action
    if isinstance(done, Wait | Done):
        return ""
    return _line(in_words(done, words.translate) if done else words.translate("steps", "No action"))


def _line(text: str) -> str:
    return " ".join(printable(text).split())


def _listed(run: SuiteRun) -> str:
    names = [entry.id.removesuffix("#0") for entry in run.entries]
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
