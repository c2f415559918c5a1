"""Recordings of our own: what a run did is right, its person's corrections included, for a run of the same goal.

Scored as predictions, a recording answers with what its model proposed: itself, so that the person's corrections are
what it is wrong about, or another run, whose n-th step answers the n-th.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from actions.schema import Action, Answer, Box, Done, Infeasible
from agent.errors import RecordingError
from agent.recording import Recording
from agent.step import Step
from tasks.recorded.benchmark import Card, Read
from tasks.recorded.grounding.target import Rectangle
from tasks.recorded.prediction import Prediction
from tasks.recorded.steps import BadRecordError, Place, RecordedStep, Skipped
from tasks.recorded.trajectories.base import Source, step_or_skip
from tasks.recorded.trajectories.by_calls import JudgedByCalls, RightCalls, boxes_of, kinds
from tasks.recorded.trajectories.notations.call import Call
from tasks.recorded.trajectories.notations.calls import as_calls

_RUN = "run.json"
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
        return any(True for _ in islice(_folders(data), 1))

    def read(self, data: Path) -> Iterator[Read[RightCalls]]:
        """See `Trajectories`."""
        for folder in _folders(data):
            try:
                recording = Recording(folder)
            except RecordingError as error:
                yield Skipped(Place(folder.name, "all"), str(error))
                continue
            for step in recording.steps:
                place = Place(folder.name, f"step {step.index}")
                yield step_or_skip(place, _step, recording, step, place)

    def predictions(self, path: Path, data: Path) -> Iterator[Prediction | Skipped] | None:
        """Read what the models of runs proposed; one run answers for all the data's runs, several each for its own."""
        folders = list(_folders(path)) if path.is_dir() else []
        return _proposals(folders, [folder.name for folder in _folders(data)]) if folders else None


def _folders(data: Path) -> Iterator[Path]:
    """Yield the folders of runs, by name and so by time."""
    if (data / _RUN).is_file():
        yield data
    elif data.is_dir():
        yield from sorted(path.parent for path in data.glob(f"*/{_RUN}"))


def _step(recording: Recording, step: Step, place: Place) -> RecordedStep[RightCalls]:
    """Return a step as it was done in the end. Raises `BadRecordError` for one that says nothing of what is right."""
    action = _done(step)
    if action is None:
        raise BadRecordError("nothing was done, or it failed, so it does not say what is right.")
    right = tuple(_with_box(call, action) for call in as_calls((action,)))
    folder = recording.folder
    screenshot = Source(folder / _RUN, folder).screenshot(step.screenshot)
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


def _done(step: Step) -> Action | None:
    """Return what was carried out, or said in the end; None where that is nothing, or went wrong."""
    if step.error or step.interrupted or not step.allowed:
        return None
    return step.performed or (step.action if isinstance(step.action, Done | Answer | Infeasible) else None)


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
    for folder in folders:
        try:
            recording = Recording(folder)
        except RecordingError as error:
            yield Skipped(Place(folder.name, "all"), str(error))
            continue
        answered = [folder.name] if folder.name in names or len(folders) > 1 else names
        for name in answered:
            for step in recording.steps:
                yield _proposal(f"{name}/{step.index}", step)


def _proposal(name: str, step: Step) -> Prediction:
    """Return what a step's model proposed; where it could not be read, the answer as it was written."""
    if step.action is None:
        return Prediction(id=name, reply=step.answer)
    return Prediction(id=name, action=(step.action,))
