"""The real panel with the real loop, on a fake desktop unless a test needs a true one."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from actions.dialects import DIALECTS
from agent.control.run_control import RunControl
from agent.endings import Ending
from agent.guard.guard import Guard
from agent.listener import RunListener
from agent.loop import Agent
from agent.prompt.builder import PromptBuilder
from agent.recording import Recorder
from agent.settings import RunSettings
from model.base import Model
from tasks.displays import VirtualDisplay
from tasks.runner.suite import Suite
from tests.fakes import FakeDesktop, FakeJudge, black_look
from tests.ui.panel.hand import FAR, Hand
from tests.ui.panel.person import Person
from ui.panel.look.theme import Theme
from ui.panel.panel import Panel
from ui.panel.run.worker import RunGoal, Worker
from ui.panel.settings.panel_settings import PanelSettings, write_settings
from ui.panel.tasks.suite_worker import MakeSuite, SuiteWorker

OpenPanel: TypeAlias = Callable[..., Panel]


@pytest.fixture(scope="session")
def qapp_args(display: VirtualDisplay) -> list[str]:
    """Qt binds the suite's display."""
    return ["deskhand"]


@pytest.fixture
def desktop() -> FakeDesktop:
    return FakeDesktop()


@pytest.fixture
def person(qtbot: QtBot) -> Person:
    return Person(qtbot)


@pytest.fixture
def hand(display: VirtualDisplay) -> Iterator[Hand]:
    with Hand() as hand:
        hand.moves_to(FAR)
        yield hand


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def open_panel(qapp: QApplication, theme: Theme, desktop: FakeDesktop, tmp_path: Path) -> Iterator[OpenPanel]:
    """Open the panel with a model; it is closed after the test."""
    opened: list[Panel] = []

    def open_(
        model: Model,
        run_goal: RunGoal | None = None,
        settings: PanelSettings | None = None,
        runs: Path | None = None,
        *,
        is_new: bool = False,
        suites: MakeSuite = Suite,
    ) -> Panel:
        file = tmp_path / "config" / "panel.json"
        if not is_new:
            write_settings(file, settings or PanelSettings(language="en", theme="light"))
        worker = Worker(lambda _choice, _progress: model, run_goal or on_fake(desktop))
        tasks = SuiteWorker(tmp_path / "results", tmp_path / "trusted-tasks.json", suites)
        panel = Panel(qapp, theme, worker, file, runs or tmp_path / "runs", tasks)
        opened.append(panel)
        panel.open()
        return panel

    yield open_
    while opened:
        opened.pop().shut_down()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()  # here, and not on a later test's thread


def on_fake(desktop: FakeDesktop) -> RunGoal:
    """Return what runs the real loop on a fake desktop."""

    def run(
        goal: str,
        model: Model,
        folder: Path,
        settings: RunSettings,
        control: RunControl,
        listener: RunListener,
        **_live: object,
    ) -> Ending:
        prompts = PromptBuilder(DIALECTS[settings.dialect or "json"])
        guard = Guard(FakeJudge(settings.policy), black_look, listener, control, settings.approve_each)
        with Recorder(folder) as recorder:
            return Agent(desktop, model, prompts, control, recorder, settings.limits, listener, guard).run(goal)

    return run
