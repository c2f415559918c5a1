"""A run and its steps as the page shows them."""

import base64
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PIL import Image
from pydantic import JsonValue

from actions.policy.policy import Policy
from actions.schema import Action, Box
from actions.targets import targets
from agent.errors import RecordingError
from agent.recording import Recording, RunRecord
from agent.step import Step
from ui.report.inputs import TIMES, inputs_in_words
from ui.wording import PhaseTime, Translate, decision_in_words, in_words, is_worth_saying, time_split, untranslated

_QUALITY = 80
_SOURCES = {"model": "the model", "person": "a person", "flow": "a flow"}


@dataclass(frozen=True)
class ShownStep:
    """A step; `picture` is what the page shows, or empty with a `lack` in its place.

    Boxes are in per cent of the picture, `proposed_boxes` those that the person's edit moved; `tone` is good, warning
    or plain.
    """

    step: Step
    title: str
    proposed: str
    picture: str
    lack: str
    boxes: tuple[Box, ...]
    proposed_boxes: tuple[Box, ...]
    seconds: float
    phases: tuple[PhaseTime, ...]
    decision: str
    decision_counts: bool
    sent: tuple[str, ...]
    seen: str
    mark: str
    tone: str


@dataclass(frozen=True)
class Fact:
    """A name and what it is; `before` is the default that it differs from."""

    name: str
    value: str
    before: str = ""


@dataclass(frozen=True)
class ShownRun:
    """The run as a whole; `phases` are summed over its steps."""

    record: RunRecord
    steps: tuple[ShownStep, ...]
    facts: tuple[Fact, ...]
    policy: tuple[Fact, ...]
    settings: tuple[Fact, ...]
    phases: tuple[PhaseTime, ...]
    seconds: float


def shown_run(recording: Recording) -> ShownRun:
    """Return all that the page shows. Screenshots that cannot be opened are said and left out."""
    run = recording.run
    steps = tuple(shown_step(step, *_picture(recording, step)) for step in recording.steps)
    phases = summed([step.phases for step in steps])
    seconds = _seconds(run, phases)
    return ShownRun(
        run, steps, tuple(_facts(run, steps, phases, seconds)), _policy(run), _settings(run), phases, seconds
    )


def shown_step(step: Step, picture: str, lack: str = "", translate: Translate = untranslated) -> ShownStep:
    """Return the step as a page shows it, with its picture or the reason why there is none."""
    phases = tuple(time_split(step.timings, translate))
    done = step.performed or step.action
    mark, tone = _mark(step)
    return ShownStep(
        step=step,
        title=_title(done, translate),
        proposed=_title(step.action, translate) if step.is_edited else "",
        picture=picture,
        lack=lack,
        boxes=_boxes(done),
        proposed_boxes=_boxes(step.action) if _boxes(step.action) != _boxes(done) else (),
        seconds=sum(part.seconds for part in phases),
        phases=phases,
        decision=decision_in_words(step, translate),
        decision_counts=is_worth_saying(step),
        sent=tuple(inputs_in_words(step.sent)),
        seen=_seen(step),
        mark=mark,
        tone=tone,
    )


def _title(action: Action | None, translate: Translate) -> str:
    return in_words(action, translate) if action else translate("steps", "No action")


def _boxes(action: Action | None) -> tuple[Box, ...]:
    return tuple(Box(*(n / 10 for n in box)) for box in targets(action))


def _mark(step: Step) -> tuple[str, str]:
    """Return the step's fate in a word or two, and its tone."""
    if step.interrupted:
        return "interrupted", "warning"
    if not step.allowed:
        if step.performed:
            return "broken off", "warning"
        return ("refused" if step.decided_by == "policy" else "not approved"), "warning"
    if step.error:
        return ("unreadable" if step.action is None else "failed"), "warning"
    if step.is_edited:
        return "edited", "accent"
    if step.decided_by == "person":
        return "approved", "good"
    return ("no change", "warning") if step.changed is False else ("", "plain")


def _seen(step: Step) -> str:
    """Return what the screenshot shows, in pointer units."""
    if step.view is None:
        return ""
    x, y, width, height = step.view.rect
    count = len(step.view.monitors)
    monitors = f"{count} monitors" if count > 1 else "1 monitor"
    scaling = f", {step.scaling:g} pixels a unit" if step.scaling != 1 else ""
    return f"{width} {TIMES} {height} at {x}, {y} ({monitors}{scaling})"


def _facts(run: RunRecord, steps: Sequence[ShownStep], phases: Sequence[PhaseTime], seconds: float) -> list[Fact]:
    waited = sum(part.seconds for part in phases if part.phase == "ask")
    facts = [
        Fact("Started", run.started.strftime("%Y-%m-%d %H:%M:%S UTC")),
        Fact("Took", f"{seconds:.1f} s"),
        Fact("Steps", str(len(steps))),
        Fact("Decided by", _SOURCES[run.source]),
        Fact("Model", run.model),
        Fact("Family", run.family),
        Fact("Dialect", run.dialect),
        Fact("Waited for the person", f"{waited:.1f} s" if waited else ""),
    ]
    return [fact for fact in facts if fact.value]


def _policy(run: RunRecord) -> tuple[Fact, ...]:
    """Return where the policy differs from the defaults; a rule that there is no more has none."""
    usual: Mapping[str, JsonValue] = Policy().model_dump(mode="json")
    return tuple(
        Fact(name, _plain(value), _plain(usual[name]) or "nothing" if name in usual else "")
        for name, value in run.policy.items()
        if name not in usual or value != usual[name]
    )


def _settings(run: RunRecord) -> tuple[Fact, ...]:
    named = {**run.settings, **{f"{name} version": value for name, value in run.versions.items()}}
    return tuple(Fact(name.replace("_", " "), text) for name, value in named.items() if (text := _plain(value)))


def _plain(value: JsonValue) -> str:
    """Return a JSON value as people write it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(map(_plain, value))
        case dict():
            return ", ".join(f"{name.replace('_', ' ')} {_plain(entry)}" for name, entry in value.items())
        case float():
            return f"{value:g}"
    return str(value)


def summed(splits: Sequence[Sequence[PhaseTime]]) -> tuple[PhaseTime, ...]:
    """Return the phases of several steps together, in the order in which a step goes through them."""
    sums: dict[str, PhaseTime] = {}
    for part in (part for split in splits for part in split):
        before = sums[part.phase].seconds if part.phase in sums else 0.0
        sums[part.phase] = part._replace(seconds=before + part.seconds)
    return tuple(sums[name] for name in ("look", "think", "judge", "ask", "act", "settle") if name in sums)


def _seconds(run: RunRecord, phases: Sequence[PhaseTime]) -> float:
    """Return the run's seconds: by the clock where it ended, else those of its steps."""
    if run.finished:
        return (run.finished - run.started).total_seconds()
    return sum(part.seconds for part in phases)


def _picture(recording: Recording, step: Step) -> tuple[str, str]:
    """Return the screenshot as a data URL, or why there is none."""
    try:
        return _data_url(recording.screenshot(step)), ""
    except RecordingError as error:
        return "", str(error)


def _data_url(image: Image.Image) -> str:
    """Return the picture as WebP in the page: a tenth of the PNG, and text stays readable."""
    data = io.BytesIO()
    image.save(data, "WEBP", quality=_QUALITY, method=2)
    return "data:image/webp;base64," + base64.b64encode(data.getvalue()).decode("ascii")
