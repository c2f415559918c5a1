"""The second half of `deskhand model check`: the model clicks targets, and what its misses have in common is said."""

import json
import tempfile
from collections import Counter
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from actions.quotation import shortened
from agent.settings import RunSettings
from model.open import open_model
from ui.aim.faults import Fault, find_fault
from ui.aim.picture import draw_shots
from ui.aim.sheet import KINDS
from ui.aim.shots import Shot
from ui.aim.trial import Trial, have_clicked, two_monitors
from ui.cli.model.progress import shown_progress
from ui.cli.signals import interrupts

GOOD_PART = 0.8
"""Of all targets: a model that hits fewer is no use on a desktop."""

FAILED = 1

_LONGEST = 100  # characters of a complaint


@dataclass(frozen=True)
class AimRequest:
    """What the command line asked for."""

    model: str
    dialect: str
    size: tuple[int, int]
    targets: int
    picture: Path
    as_json: bool


def check_aim(request: AimRequest) -> int:
    """Have the model click the targets and tell what came of it; return the exit code."""
    console = Console(quiet=request.as_json, highlight=False)

    def on_shot(shot: Shot) -> None:
        console.print(_line(shot), markup=False, soft_wrap=True)

    with ExitStack() as opened:
        opened.enter_context(two_monitors(request.size))
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        with shown_progress(console) as on_progress:
            model = opened.enter_context(closing(open_model(request.model, on_progress=on_progress)))
        settings = RunSettings(dialect=request.dialect)
        trial = have_clicked(
            model, settings, folder, count=request.targets, on_shot=on_shot, stopping=interrupts.stopping
        )
    fault = find_fault(trial.shots, trial.monitors)
    if trial.shots:
        draw_shots(trial.shots, trial.pictures).save(request.picture)
    if request.as_json:
        print(json.dumps(_figures(request, trial, fault), ensure_ascii=False))  # noqa: T201
    else:
        _tell(request, trial, fault, console)
    return 0 if not fault and not trial.ended and _hits(trial) >= GOOD_PART * request.targets else FAILED


def _line(shot: Shot) -> str:
    where = (
        f"at ({shot.aimed[0]:.0f}, {shot.aimed[1]:.0f})"
        if shot.aimed
        else shortened(shot.complaint, _LONGEST) or "no place named"
    )
    return f"{'hit   ' if shot.hit else 'missed'}  {shot.target}, {shot.target.size} px: {where}"


def _tell(request: AimRequest, trial: Trial, fault: Fault | None, console: Console) -> None:
    table = Table("target", "hit", "of", title=f"{request.model} on {request.size[0]}x{request.size[1]}")
    asked = Counter(shot.target.kind for shot in trial.shots)
    hit = Counter(shot.target.kind for shot in trial.shots if shot.hit)
    for kind in KINDS:
        table.add_row(kind, str(hit[kind]), str(asked[kind]))
    table.add_row("all", str(_hits(trial)), str(len(trial.shots)))
    console.print(table)
    console.print(_sentence(trial, fault), markup=False, soft_wrap=True)
    if trial.shots:
        console.print(f"The picture: {request.picture}", markup=False, soft_wrap=True)


def _sentence(trial: Trial, fault: Fault | None) -> str:
    if trial.ended:
        return f"It was broken off after {len(trial.shots)} targets: {trial.ended.message}"
    if fault:
        return f"{fault.name.capitalize()}. {fault.sentence} {fault.cure}"
    if _hits(trial) >= GOOD_PART * len(trial.shots):
        return "It hits where it should."
    return "Its misses have nothing in common: it sees too little here. Try a smaller screen, or another model."


def _hits(trial: Trial) -> int:
    return sum(shot.hit for shot in trial.shots)


def _figures(request: AimRequest, trial: Trial, fault: Fault | None) -> dict[str, object]:
    return {
        "model": request.model,
        "size": list(request.size),
        "hits": _hits(trial),
        "targets": len(trial.shots),
        "fault": fault.name if fault else None,
        "sentence": _sentence(trial, fault),
        "picture": str(request.picture) if trial.shots else None,
        "shots": [_shot(shot) for shot in trial.shots],
    }


def _shot(shot: Shot) -> dict[str, object]:
    return {
        "target": str(shot.target),
        "kind": shot.target.kind,
        "size": shot.target.size,
        "centre": [round(shot.target.x), round(shot.target.y)],
        "said": shot.said,
        "pressed": shot.pressed,
        "hit": shot.hit,
        "complaint": shot.complaint,
    }
