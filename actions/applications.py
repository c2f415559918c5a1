"""Finding an installed application by the name that a person or a model gives it, and starting it.

A name is only ever looked up in what the system has installed; it never becomes a command.
"""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path

from rapidfuzz import process as fuzzy

from actions.desktop_entries import Application, desktop_applications
from actions.environment import child_environment
from actions.errors import ActionError, UnknownApplicationError
from actions.supervisor import ENDS_WITH, start_supervised

_SUGGESTIONS = 3
_ALIKE = 60  # of 100, by rapidfuzz's weighted ratio


def find_application(name: str, *, allow_executables: bool = False) -> Application:
    """Return the application of that name, whatever its case.

    A name proper counts before a file name, an executable's or a generic one ("Text Editor"). `allow_executables`
    also finds any program on PATH, for the user's own choice. Raises `UnknownApplicationError`.
    """
    installed = list(_installed())
    wanted = name.strip().casefold()
    ranked = [(rank, application) for application in installed if (rank := _rank(application, wanted)) is not None]
    if ranked:
        return min(ranked, key=itemgetter(0))[1]
    program = shutil.which(name.strip()) if allow_executables else None
    if program:
        return Application(name, (str(Path(program).absolute()),))
    raise UnknownApplicationError(f"No application called {name!r} is installed.{_suggestion(wanted, installed)}")


def launch(application: Application, env: Mapping[str, str] = os.environ) -> subprocess.Popen[bytes]:
    """Start the application in a session of its own, from the home folder, on the display of the environment.

    On a virtual display it ends with that, and with it all that it started. Raises `ActionError` where it cannot be
    started.
    """
    try:
        process = _start(application.argv, env)
    except OSError as error:
        raise ActionError(f"{application.name} cannot be started: {error.strerror}.") from error
    threading.Thread(target=process.wait, daemon=True).start()  # it would stay behind as a zombie
    return process


def _start(command: Sequence[str], env: Mapping[str, str]) -> subprocess.Popen[bytes]:
    if owner := env.get(ENDS_WITH):
        return start_supervised(command, child_environment(env), owner=int(owner), cwd=Path.home())
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=Path.home(),
        env=child_environment(env),
        start_new_session=True,
    )


def _rank(application: Application, wanted: str) -> int | None:
    """Return the place of the first kind of name that the wanted one is among, or None."""
    kinds = (frozenset((application.name,)), *application.names)
    return next((n for n, kind in enumerate(kinds) if wanted in map(str.casefold, kind)), None)


def _suggestion(wanted: str, installed: list[Application]) -> str:
    alike = fuzzy.extract(
        wanted,
        {application.name: application.name.casefold() for application in installed},
        limit=_SUGGESTIONS,
        score_cutoff=_ALIKE,
    )
    return f" Did you mean {' or '.join(repr(name) for _, _, name in alike)}?" if alike else ""


def _installed() -> Iterator[Application]:
    if sys.platform == "darwin":
        return _bundles()
    if sys.platform == "win32":
        return _shortcuts()
    return desktop_applications()


def _bundles() -> Iterator[Application]:
    """Yield macOS's application bundles. Tried on no Mac."""
    for folder in (Path("/Applications"), Path("/System/Applications"), Path.home() / "Applications"):
        for path in sorted(folder.rglob("*.app")):
            yield Application(path.stem, ("open", "-a", str(path)))


def _shortcuts() -> Iterator[Application]:
    """Yield the shortcuts of Windows' start menu. Tried on no Windows."""
    for variable in ("APPDATA", "PROGRAMDATA"):
        menu = Path(os.environ[variable]) / "Microsoft" / "Windows" / "Start Menu" / "Programs"
        for path in sorted(menu.rglob("*.lnk")):
            yield Application(path.stem, ("explorer.exe", str(path)))
