"""Starting installed applications."""

import os
import shutil
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from actions.applications.catalogue import Catalogue
from actions.applications.desktop_entries import Application
from actions.errors import ActionError, UnknownApplicationError
from actions.processes.environment import child_environment
from actions.processes.supervisor import ENDS_WITH, start_supervised
from actions.quotation import quote


def find_application(name: str, *, allow_executables: bool = False) -> Application:
    """Return the application of that name among those that are installed now.

    `allow_executables` also finds any program on PATH, for the user's own choice. Raises `UnknownApplicationError`.
    """
    try:
        return Catalogue.read().find(name)
    except UnknownApplicationError:
        if allow_executables and (program := shutil.which(name.strip())):
            return Application(name, (str(Path(program).absolute()),))
        raise


def launch(application: Application, env: Mapping[str, str] = os.environ) -> subprocess.Popen[bytes]:
    """Start the application in a session of its own, from the home folder, on the display of the environment.

    On a virtual display it ends with that, and with it all that it started. Raises `ActionError` where it cannot be
    started.
    """
    try:
        process = _start(application.argv, env)
    except OSError as error:
        raise ActionError(f"{quote(application.name)} cannot be started: {error.strerror}.") from error
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
