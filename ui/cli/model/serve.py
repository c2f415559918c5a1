"""`deskhand serve`: shows a resident engine while it lives, lists those there are, and ends them."""

import os
import time

from rich.console import Console
from rich.table import Table

from agent.control.run_control import RunControl
from model.base import ModelError
from model.engine.places import Place
from model.engine.starting import ask_to_leave, engine_for, engines, state_of
from model.environment import settings_from
from model.glm.settings import GlmSettings
from model.open import GLM_PREFIX, engine_wanted
from ui.cli.model.progress import shown_progress
from ui.cli.signals import STOPPED, interrupts

_GLANCE = 0.2


def serve_model(model: str, port: int, idle: float | None) -> int:
    """Hold the model until Ctrl+C, or nobody asks any more; return the exit code. Raises `ModelError`."""
    settings = settings_from(os.environ, GlmSettings, GLM_PREFIX)
    if idle is not None:
        settings = settings.model_copy(update={"idle_seconds": idle})
    wanted = engine_wanted(model, settings)
    if wanted is None:
        raise ModelError(f"{model} is no model that an engine can hold here: only glm[:FOLDER-OR-HUB-ID] is, shared.")
    console, control = Console(highlight=False), RunControl()
    with interrupts.stopping(control):
        with shown_progress(console) as on_progress:
            place, standing = engine_for(wanted, on_progress, port=port)
        if port and not place.token.exists():
            raise ModelError("This model is served already, without a port: `deskhand serve --stop` ends that first.")
        console.print(f"{standing.name} answers on {place.socket}", markup=False, soft_wrap=True)
        if port:
            where = f"and on http://127.0.0.1:{port}/v1, to the token in {place.token} (DESKHAND_SERVER_KEY)"
            console.print(where, markup=False, soft_wrap=True)
        while not control.stopped.wait(_GLANCE):
            if state_of(place) is None:
                console.print("It has ended: nobody asked any more, or somebody ended it.")
                return 0
    _end(place)
    return STOPPED


def list_engines() -> None:
    """Print this user's engines."""
    table = Table("model", "process", "state")
    for _, standing in engines():
        idle = f"idle for {standing.idle_seconds:.0f} s" if standing.idle_seconds else "at work"
        state = idle if standing.ready else standing.message
        table.add_row(standing.name or "?", str(standing.pid), state)
    Console().print(table if table.row_count else "There is none.")


def stop_engines() -> None:
    """End this user's engines, each after the reply that it is at."""
    found = list(engines())
    for place, _ in found:
        _end(place)
    Console().print(f"{len(found)} ended." if found else "There is none.")


def _end(place: Place) -> None:
    ask_to_leave(place)
    while state_of(place):
        time.sleep(_GLANCE)
