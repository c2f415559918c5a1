"""Recordings of our own: what a run did is right, its person's corrections included, for a run of the same goal.

Scored as predictions, a recording answers with what its model proposed: itself, so that the person's corrections are
what it is wrong about, or another run, whose n-th step answers the n-th.
"""

from collections.abc import Iterator
from pathlib import Path

from actions.schema import Action, Box
from agent.recording import Recording
from agent.step import Step
from tasks.recorded.benchmark import Card, Read
from tasks.recorded.grounding.target import Rectangle
from tasks.recorded.own_runs import NOTHING_RIGHT, RUN, done, recordings_in, run_folders
from tasks.recorded.predictions.prediction import Prediction
from tasks.recorded.steps import BadRecordError, Place, RecordedStep, Skipped
from tasks.recorded.trajectories.base import Source, step_or_skip
from tasks.recorded.trajectories.by_calls import JudgedByCalls, RightCalls, boxes_of, kinds
from tasks.recorded.trajectories.notations.call import Call
from tasks.recorded.trajectories.notations.calls import as_calls

_PLACES = ("box_2d", "to_box_2d")


class Recordings(JudgedByCalls):
    """A folder of a run, or of several."""

    name = "recordings"
    card = Card(
        title="Recordings of your own",
        measures="the next action of a run that you had carried out, with your corrections",
        needs="the folder of a run, or a folder of such folders",
        size="as many as you have",
        licence="yours",
        source="`deskhand do`, `deskhand panel` and `deskhand run` record them",
        metric="by AgentNetBench's rule, inside the box that was acted on or near its middle. With --predictions "
        "FOLDER the proposals of that run: the same one's show what its person corrected, another's are held "
        "against it step by step",
        defects=("As AgentNetBench's.",),
    )

    def is_in(self, data: Path) -> bool:
        """See `Benchmark`."""
        return bool(run_folders(data))

    def read(self, data: Path) -> Iterator[Read[RightCalls]]:
        """See `Trajectories`."""
        for recording in recordings_in(run_folders(data)):
            if isinstance(recording, Skipped):
                yield recording
                continue
            for step in recording.steps:
                place = Place(recording.folder.name, f"step {step.index}")
                yield step_or_skip(place, _step, recording, step, place)

    def predictions(self, path: Path, data: Path) -> Iterator[Prediction | Skipped] | None:
        """Read what the models of runs proposed; one run answers for all the data's runs, several each for its own."""
        folders = run_folders(path)
        return _proposals(folders, [folder.name for folder in run_folders(data)]) if folders else None


def _step(recording: Recording, step: Step, place: Place) -> RecordedStep[RightCalls]:
    """Return a step as it was done in the end. Raises `BadRecordError` for one that says nothing of what is right."""
    action = done(step)
    if action is None:
        raise BadRecordError(NOTHING_RIGHT)
    right = tuple(_with_box(call, action) for call in as_calls((action,)))
    folder = recording.folder
    screenshot = Source(folder / RUN, folder).screenshot(step.screenshot)
    if screenshot.path and screenshot.path.is_symlink():
        raise BadRecordError(f"the screenshot {step.screenshot} leads out of the folder.")
    return RecordedStep(
        id=f"{folder.name}/{step.index}",
        place=place,
        goal=recording.run.goal,
        screenshot=screenshot,
        actions=(action,),
        gold=RightCalls((right,)),
        groups=(("step", "corrected" if step.is_edited else "as proposed"), ("action", kinds(right))),
        boxes=boxes_of((right,)),
        task=folder.name,
        reason="" if step.is_edited else step.reason,
    )


def _with_box(call: Call, action: Action) -> Call:
    """Return a call with the box of the action that it is the middle of."""
    boxes = [box for name in _PLACES if isinstance(box := dict(action).get(name), Box)]
    around = [
        Rectangle(*(edge / 1000 for edge in box))
        for box in boxes
        if call.place and (box.centre.x / 1000, box.centre.y / 1000) == call.place
    ]
    return Call(call.name, call.place, call.text, call.keys, call.amount, tuple(around[:1]))


def _proposals(folders: list[Path], names: list[str]) -> Iterator[Prediction | Skipped]:
    """Yield what was proposed in each step that the data's runs may have."""
    for recording in recordings_in(folders):
        if isinstance(recording, Skipped):
            yield recording
            continue
        own = recording.folder.name
        for name in [own] if own in names or len(folders) > 1 else names:
            for step in recording.steps:
                yield _proposal(f"{name}/{step.index}", step)


def _proposal(name: str, step: Step) -> Prediction:
    """Return what a step's model proposed; where it could not be read, the answer as it was written."""
    if step.action is None:
        return Prediction(id=name, reply=step.answer)
    return Prediction(id=name, action=(step.action,))
