"""How runs and suites are to go, by the settings."""

from agent.grounding.way import PLAIN
from agent.recording import Limits
from agent.settings import RunSettings
from model.base import ModelError
from tasks.runner.suite import IN_SCRATCH, SuiteOptions, most_workers
from ui.panel.settings.panel_settings import PanelSettings


def suite_options(settings: PanelSettings) -> SuiteOptions:
    """Return how tasks are to be run."""
    most = most_at_once(settings)
    return SuiteOptions(
        model=settings.model.spec,
        glm=settings.model.glm if settings.model.kind == "glm" else None,
        grounding=_grounding(settings),
        policy=IN_SCRATCH,
        workers=min(settings.tasks.workers, most or settings.tasks.workers),
    )


def most_at_once(settings: PanelSettings) -> int | None:
    """Return how many tasks the model serves at once; None where it sets no limit."""
    try:
        return most_workers(settings.model.spec, settings.model.glm)
    except ModelError:  # which the run will say
        return 1


def run_settings(settings: PanelSettings, *, approve_each: bool) -> RunSettings:
    """Return how a run is to go."""
    return RunSettings(
        monitor=settings.monitor,
        window=settings.window,
        dialect=settings.dialect,
        grounding=_grounding(settings),
        limits=Limits(max_steps=settings.max_steps, max_seconds=settings.max_seconds),
        stop_key=settings.stop_key,
        policy=settings.policy,
        approve_each=approve_each,
    )


def _grounding(settings: PanelSettings) -> str:
    """Return the way of asking; what reads its places from the screen has but one."""
    return PLAIN if settings.model.kind == "reader" else settings.grounding
