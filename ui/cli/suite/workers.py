"""Where the workers of a suite are: on virtual displays here, on the person's own display, or on a cluster."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import typer
from rich.console import Console

from agent.control.run_control import RunControl
from agent.control.watcher import DEFAULT_STOP_KEY, stop_key_heard
from agent.errors import DesktopError
from agent.screen.screen import require_display
from tasks.runner.person import Person
from tasks.runner.pool import Start
from tasks.runner.process import AttemptProcess
from ui.cli.commands.run import DisplayName
from ui.cli.terminal.listener import TerminalListener, can_ask
from ui.cli.terminal.mend import ask_how_to_mend

_ASKS = (
    "{count} will be carried out on this desktop, with your mouse and your keyboard, one after the other. Their "
    "applications start in a scratch home; the windows that you have open can be seen and clicked, and the clipboard "
    "may be replaced. Move the mouse to take over; {key} or Ctrl+C stops all."
)


@contextmanager
def workers_at(
    display: DisplayName, cluster: str, console: Console, control: RunControl, *, debug: bool = False
) -> Iterator[Start]:
    """Yield what starts a worker. Raises `DesktopError` or `ClusterError` where there can be none."""
    if cluster:
        from tasks.runner.cluster.cluster import connected

        with connected(cluster) as nodes:
            yield nodes.start
    elif display == "here":
        with stop_key_heard(control, DEFAULT_STOP_KEY):
            yield partial(AttemptProcess, person=_person(console, control))
    else:
        yield partial(AttemptProcess, person=_person(console, control)) if debug else AttemptProcess


def _person(console: Console, control: RunControl) -> Person:
    listener = TerminalListener(console, control)
    return Person(listener, control, partial(ask_how_to_mend, listener, console))


def may_use_this_desktop(count: int, console: Console) -> bool:
    """Ask before anything is done on the person's own desktop. Raises `DesktopError` where nobody can be asked."""
    require_display()
    if not can_ask(console):
        raise DesktopError("--display here asks before it begins, and nobody can be asked here: use a terminal.")
    tasks = "One task" if count == 1 else f"{count} tasks"
    console.print(_ASKS.format(count=tasks, key="Ctrl+Alt+Escape"), markup=False)
    return typer.confirm("Begin?")
