"""Desktop entries: what an application's start leaves behind."""

import os
import shutil
import signal
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from Xlib import X

from tests.wall.moves import Places
from tests.wall.parts import Window
from tests.wall.stages.stage import LogFile
from tests.wall.stages.x11 import is_of, managed, open_display

MOUSEPAD = "Mousepad has a window"
PLANTED_RAN = "the planted command ran"

_ENTRY = "[Desktop Entry]\nType=Application\nName={name}\nExec={command}\n"


def planted(name: str = "") -> Window:
    """An entry of that name in the user's own folder, or none."""
    return {"name": name}


class ApplicationStage:
    """An applications folder of the user's own. Implements `Stage`."""

    def __init__(self, folder: Path) -> None:
        self._data = folder / "data"
        self._log = LogFile(folder / "ran.log")
        self._command = folder / "command"
        self._command.write_text(f'#!/bin/sh\necho "{PLANTED_RAN}" >> "{self._log.path}"\n')
        self._command.chmod(0o700)
        self._home = os.environ.get("XDG_DATA_HOME")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def show(self, window: Window) -> None:
        self.clear()
        os.environ["XDG_DATA_HOME"] = str(self._data)
        self.change(window)

    def places(self) -> Places:
        return {}

    def change(self, happens: Mapping[str, Any]) -> None:
        entries = self._data / "applications"
        entries.mkdir(parents=True, exist_ok=True)
        if name := happens["name"]:
            entry = _ENTRY.format(name=name, command=self._command)
            (entries / f"{name.lower().replace(' ', '-')}.desktop").write_text(entry)

    def take_log(self) -> list[str]:
        return [*self._log.take(), *([MOUSEPAD] if _mousepads() else [])]

    def clear(self) -> None:
        for process in _mousepads():
            os.kill(process, signal.SIGTERM)
        shutil.rmtree(self._data, ignore_errors=True)
        if self._home is None:
            os.environ.pop("XDG_DATA_HOME", None)
        else:
            os.environ["XDG_DATA_HOME"] = self._home


def _mousepads() -> list[int]:
    """Return the processes of the windows that Mousepad has on this display."""
    with open_display() as display:
        shown = [window for window in managed(display) if is_of(window, "mousepad")]
        process_id = display.get_atom("_NET_WM_PID")
        return [int(window.get_full_property(process_id, X.AnyPropertyType).value[0]) for window in shown]
