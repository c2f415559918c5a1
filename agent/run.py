"""One run of a goal, from the opened desktop to its ending: what every front end calls."""

from contextlib import suppress
from pathlib import Path

from actions.applications.launching import find_application
from actions.dialects import dialect_for
from actions.geometry import View
from agent.control.run_control import RunControl
from agent.endings import Ending, StoppedByUser
from agent.errors import Stopped
from agent.grounding.elements import told_elements
from agent.grounding.grounded import grounded, way_for
from agent.listener import RunListener
from agent.loop import Agent
from agent.prompt.builder import PromptBuilder, history_for
from agent.recording import RecordedGate, Recorder
from agent.screen.screen import Covers, nothing_covered
from agent.session import open_session
from agent.settings import RunSettings
from model.base import Model
from model.families import Family
from model.sight.ocr import Ocr


def run_goal(
    goal: str,
    model: Model,
    folder: Path,
    settings: RunSettings,
    control: RunControl,
    listener: RunListener,
    *,
    ocr: Ocr | None = None,
    covers: Covers = nothing_covered,
) -> Ending:
    """Run one goal on this process's display, recording it to `folder`; return why it ended.

    A stop before anything was done leaves no recording.

    Raises `DesktopError`, `GroundingError`, `PromptError`, `UnknownApplicationError` or `RecordingError` when it cannot
    begin.
    """
    way = way_for(model, settings.grounding)
    name = settings.open_application
    application = find_application(name, allow_executables=True) if name else None
    with suppress(Stopped), Recorder(folder, settings, settings.policy) as recorder:
        gate = RecordedGate(control, recorder)
        with open_session(settings, goal, control, listener, gate=gate, ocr=ocr, covers=covers) as session:
            prompts = _prompts(settings, model.family, session.screen.view)
            if application:
                with suppress(Stopped):  # the loop then ends the run as stopped
                    session.open_application(application)
            with (
                told_elements(model, settings, prompts.dialect, ocr) as told,
                grounded(told, way, lambda _image: prompts.dialect, ocr) as asked,
            ):
                agent = Agent(
                    session.desktop, asked, prompts, control, recorder, settings.limits, listener, session.guard
                )
                return agent.run(goal)
    return control.ending or StoppedByUser()


def _prompts(settings: RunSettings, family: Family, view: View) -> PromptBuilder:
    dialect = dialect_for(settings.dialect or family.dialect, family.canvas(view.rect.width, view.rect.height))
    return PromptBuilder(dialect, settings.template, history_for(family, dialect))
