"""Makes ready what a task needs, in the order that its file says; whatever is started ends with the display."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from actions.applications.desktop_entries import Application
from actions.applications.launching import find_application
from actions.errors import ActionError, UnknownApplicationError
from actions.geometry import Rect
from actions.policy.secret_windows import is_titled
from actions.processes.environment import child_environment
from actions.processes.supervisor import start_supervised
from agent.errors import DesktopError
from agent.screen.motion import Motion
from agent.screen.screen import Monitor, Screen
from agent.screen.settle import Patience, settle
from tasks.live.miniwob.episode import MiniWobEpisode, open_episode
from tasks.live.miniwob.pages import MiniWobError
from tasks.runner.worker.browsers import browser_arguments
from tasks.runner.worker.profiles import write_profiles
from tasks.runner.worker.server import served
from tasks.task import with_values
from tasks.task.set_up import Command, CopiedFile, OpenedApplication, SetUp, StartedProgram, TextFile, Window
from tasks.task.steps import ActivateStep, CloseStep
from tasks.task.task import Task

if TYPE_CHECKING:
    from Xlib.display import Display

    from actions.x11.windows import Window as Shown
    from actions.x11.windows import X11Windows

T = TypeVar("T")

_POLL = 0.05
_OPENS = 60.0  # seconds in which an application shows a window; a busy machine takes its time
_RESTS = Patience(first_change=0.0, quiet=0.4, at_most=10.0)


class SetUpError(Exception):
    """What a task needs cannot be made ready; the sentence says what and why."""


class Ready(NamedTuple):
    """What stands ready: the values that are known only now, and the episode, if there is one."""

    values: dict[str, str]
    episode: MiniWobEpisode | None


@contextmanager
def made_ready(
    task: Task, home: Path, start: Callable[[list[str]], object], theirs: Collection[int] = ()
) -> Iterator[Ready]:
    """Make everything ready. Raises `SetUpError`, and `DesktopError`.

    `start` starts a program on the display; `theirs` are the ids of windows that are not the task's.
    """
    values = {"home": str(home), "folder": str(task.folder)}
    with ExitStack() as opened:
        try:
            if task.set_up.server:
                values["server"] = opened.enter_context(served(task.folder / task.set_up.server))
            set_up = with_values(task.set_up, values)
            _fill_home(set_up, task.folder, home)
            os.environ.update(set_up.environment)
            for command in set_up.commands:
                run_command(command, home)
            open_all(set_up, home, start, theirs)
            episode = None
            if asked := set_up.episode:
                episode = opened.enter_context(open_episode(asked.miniwob, task.seed, home, timed=asked.timed))
            if set_up.launch or episode:
                _rest()
        except MiniWobError as error:
            raise SetUpError(str(error)) from error
        except OSError as error:
            raise SetUpError(
                f"{error.filename or 'A file'} could not be made ready: {error.strerror or error}."
            ) from error
        if episode:
            values["utterance"] = episode.utterance
        yield Ready(values, episode)


def run_command(command: Command, home: Path) -> None:
    """Run one command to its end. Raises `SetUpError` where it cannot, or ends otherwise than expected."""
    words = " ".join(command.run)
    try:
        process = start_supervised(
            command.run, child_environment(), owner=os.getpid(), cwd=in_home(command.folder, home)
        )
    except OSError as error:
        raise SetUpError(f"The command {words} cannot be run: {error.strerror}.") from error
    try:
        code = process.wait(command.seconds)
    except subprocess.TimeoutExpired as error:
        process.terminate()
        process.wait()
        raise SetUpError(f"The command {words} was not over after {command.seconds:g} seconds.") from error
    if command.exit_code not in (None, code):
        raise SetUpError(f"The command {words} ended with exit code {code} instead of {command.exit_code}.")


def in_home(path: str, home: Path) -> Path:
    """Return a path of the task's home; `~` and relative ones begin there."""
    rest = path.removeprefix("~/") if path != "~" else ""
    return home / rest


def _fill_home(set_up: SetUp, folder: Path, home: Path) -> None:
    write_profiles(home)
    if set_up.home:
        shutil.copytree(folder / set_up.home, home, dirs_exist_ok=True)
    for name, content in set_up.files.items():
        file = in_home(name, home)
        file.parent.mkdir(parents=True, exist_ok=True)
        match content:
            case TextFile(text=text):
                file.write_text(text, encoding="utf-8", newline="")
            case CopiedFile(copied=source):
                _copy(folder / source, file)


def _copy(source: Path, to: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, to, dirs_exist_ok=True)
    else:
        shutil.copyfile(source, to)


def open_all(set_up: SetUp, home: Path, start: Callable[[list[str]], object], theirs: Collection[int] = ()) -> None:
    """Fill the clipboard and open what is to be running. Raises `SetUpError`."""
    if set_up.clipboard is not None:
        _fill_clipboard(set_up.clipboard)
    for launch in set_up.launch:
        match launch:
            case OpenedApplication(open=name, files=files, window=window):
                command = _application(name).argv
                words = [*command, *browser_arguments(command), *(_argument(file, home) for file in files)]
            case StartedProgram(start=program, window=window):
                name, words = program[0], list(program)
        _open(name, words, window, start, theirs)


def _fill_clipboard(text: str) -> None:
    from actions.x11.clipboard import fill_clipboard

    try:
        with _connected() as display:
            fill_clipboard(display, text)
    except ActionError as error:
        raise SetUpError(str(error)) from error


def _application(name: str) -> Application:
    try:
        return find_application(name)
    except UnknownApplicationError as error:
        raise SetUpError(f"There is no application {name!r} here: install it, or skip the task.") from error


def _argument(file: str, home: Path) -> str:
    """Return a file of the home by its whole path, and an address as it is."""
    return file if "://" in file or file.startswith("/") else str(in_home(file, home))


def windows_here() -> frozenset[int]:
    """Return the ids of the windows that there are now."""
    with _windows() as windows:
        return _ids(windows)


def _ids(windows: "X11Windows") -> frozenset[int]:
    return frozenset(window.id for window in windows.listed())  # windows themselves are their connection's


def _open(
    name: str,
    words: list[str],
    window: Window | None,
    start: Callable[[list[str]], object],
    theirs: Collection[int],
) -> None:
    """Start a program and wait for its window: the one that is named, or any that is new."""
    with _windows() as windows:
        before = theirs if window else _ids(windows)  # a named one may be an earlier launch's
        try:
            start(words)
        except (DesktopError, ActionError) as error:
            raise SetUpError(str(error)) from error
        seconds = window.seconds if window else _OPENS
        deadline = time.monotonic() + seconds
        while True:
            new = [w for w in windows.listed() if w.id not in before]
            found = next((w for w in new if not window or is_titled([windows.title(w)], [window.title])), None)
            if found:
                break
            if time.monotonic() > deadline:
                wanted = f"no window {window.title!r}" if window else "no window"
                raise SetUpError(f"{name} opened {wanted} within {seconds:g} seconds.")
            time.sleep(_POLL)
        windows.activate(found)
        if window and window.geometry:
            _place(windows, found, window)


def activate(step: ActivateStep) -> None:
    """Bring a window to the front once it is there. Raises `SetUpError` where it is not in time."""
    with _windows() as windows:
        found = _waited_for(lambda: _titled(windows, step.activate), step.seconds)
        if not found:
            raise SetUpError(f"There was no window {step.activate!r} within {step.seconds:g} seconds.")
        windows.activate(found[-1])
        _waited_for(lambda: windows.focused() == found[-1], step.seconds)


def close(step: CloseStep) -> None:
    """Ask windows to close, if there are any. Raises `SetUpError` where they do not in time."""
    with _windows() as windows:
        for window in _titled(windows, step.close):
            windows.close(window)
        if not _waited_for(lambda: not _titled(windows, step.close), step.seconds):
            raise SetUpError(f"The window {step.close!r} did not close within {step.seconds:g} seconds.")


def _titled(windows: "X11Windows", title: str) -> list["Shown"]:
    return [window for window in windows.listed() if is_titled([windows.title(window)], [title])]


def _waited_for(look: Callable[[], T], seconds: float) -> T:
    """Look until there is something to be seen, or time is up; return what was seen last."""
    deadline = time.monotonic() + seconds
    while not (seen := look()) and time.monotonic() < deadline:
        time.sleep(_POLL)
    return seen


def _place(windows: "X11Windows", found: object, window: Window) -> None:
    match window.geometry:
        case "maximized":
            windows.add_states(found, "_NET_WM_STATE_MAXIMIZED_HORZ", "_NET_WM_STATE_MAXIMIZED_VERT")
        case "fullscreen":
            windows.add_states(found, "_NET_WM_STATE_FULLSCREEN")
        case (left, top, right, bottom):
            with Screen(Monitor(0)) as screen:
                shown = screen.view.rect
            x, x2 = (shown.x + round(edge * shown.width / 1000) for edge in (left, right))
            y, y2 = (shown.y + round(edge * shown.height / 1000) for edge in (top, bottom))
            windows.move(found, Rect(x, y, x2 - x, y2 - y))


def _rest() -> None:
    """Wait until the screen is quiet."""
    with Screen(Monitor(0)) as screen:
        settle(Motion(*screen.frame_and_covers()), screen.frame_and_covers, time.sleep, _RESTS)


@contextmanager
def _windows() -> Iterator["X11Windows"]:
    from actions.x11.windows import X11Windows

    with _connected() as display:
        yield X11Windows(display)


@contextmanager
def _connected() -> Iterator["Display"]:
    from actions.x11.events import close_display, open_display

    display = open_display()
    try:
        yield display
    finally:
        close_display(display)
