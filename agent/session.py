"""Builds the live objects of a run and hands them to the loop: what every front end calls.

pyautogui binds the display of this process at its first use, so one process operates one display.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from actions.applications import find_application, launch
from actions.desktop_entries import Application
from actions.dialects import dialect_for
from actions.executor import Executor
from actions.geometry import View
from actions.policy import Policy
from actions.secrets import SecretStore
from agent.control import RunControl
from agent.desktop import APPLICATION_START, LiveDesktop
from agent.endings import Ending
from agent.errors import DesktopError, Stopped
from agent.guard import Guard
from agent.input_windows import open_input_windows
from agent.label_reader import LabelReader
from agent.listener import RunListener
from agent.loop import Agent
from agent.prompt import PromptBuilder
from agent.recording import Limits, Recorder
from agent.screen import Covers, Monitor, Screen, Window, nothing_covered
from agent.settle import settle
from agent.surroundings import SurroundingsFinder
from agent.watcher import DEFAULT_STOP_KEY, PersonWatcher
from agent.windows import NamedWindow
from model.base import Model
from model.families import Family


@dataclass(frozen=True)
class RunSettings:
    """How a run goes.

    `window` (a title) goes before `monitor`; without `dialect` it is the model's own; `covers` says what the model
    must not see.
    """

    monitor: int = 1
    window: str = ""
    open_application: str = ""
    dialect: str = ""
    template: Path | None = None
    limits: Limits = field(default_factory=Limits)
    stop_key: str = DEFAULT_STOP_KEY
    covers: Covers = nothing_covered
    policy: Policy = field(default_factory=Policy)
    approve_each: bool = False


def run_goal(
    goal: str, model: Model, folder: Path, settings: RunSettings, control: RunControl, listener: RunListener
) -> Ending:
    """Run one goal on this process's display, recording it to `folder`; return why it ended.

    Raises `DesktopError`, `PromptError`, `UnknownApplicationError` or `RecordingError` when it cannot begin.
    """
    name = settings.open_application
    application = find_application(name, allow_executables=True) if name else None
    with (
        _open_screen(settings) as screen,
        _open_guard(settings, control, listener) as guard,
        Executor(control, SecretStore(goal)) as executor,
    ):
        prompts = _prompts(settings, model.family, screen.view)
        executor.leave_corner()
        with Recorder(folder) as recorder:
            if application:
                with suppress(Stopped):  # the loop then ends the run as stopped
                    open_application(application, screen, control)
            desktop = LiveDesktop(screen, executor, control)
            with PersonWatcher(control, control.sent, settings.stop_key):
                return Agent(desktop, model, prompts, control, recorder, settings.limits, listener, guard).run(goal)


def open_application(application: Application, screen: Screen, control: RunControl) -> None:
    """Open what the user named and wait until its window stands."""
    before = screen.frame()
    launch(application)
    settle(before, screen.frame, control.pause, APPLICATION_START)


def _prompts(settings: RunSettings, family: Family, view: View) -> PromptBuilder:
    canvas = family.canvas(view.rect.width, view.rect.height)
    return PromptBuilder(dialect_for(settings.dialect or family.dialect, canvas), settings.template)


@contextmanager
def _open_screen(settings: RunSettings) -> Iterator[Screen]:
    if not settings.window:
        with Screen(Monitor(settings.monitor), settings.covers) as screen:
            yield screen
        return
    window = NamedWindow(settings.window)
    try:
        window.raise_to_front()
        with Screen(Window(window.locate), settings.covers) as screen:
            yield screen
    finally:
        window.close()


@contextmanager
def _open_guard(settings: RunSettings, control: RunControl, listener: RunListener) -> Iterator[Guard]:
    policy = settings.policy
    if policy.stay_in_window and not settings.window:
        raise DesktopError("The policy says `stay_in_window`, but the run is bound to no window: name one (--window).")
    with closing(open_input_windows()) as windows, closing(LabelReader(control)) as read:
        around = SurroundingsFinder(windows, policy.needs_labels, read, settings.window)
        yield Guard(policy, around, listener, control, settings.approve_each, windows.kept_in_front)
