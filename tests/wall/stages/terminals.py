"""Real terminals, whose program writes down every byte that reaches it."""

import socket
import subprocess
import threading
import time
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from actions.geometry import Rect
from tests.wall.moves import Places
from tests.wall.parts import Window
from tests.wall.stages.menus import entries_shown
from tests.wall.stages.stage import COMMANDS, LogFile, ProcessStage
from tests.wall.stages.x11 import wait_until_active

_LISTENER = '#!/bin/sh\nstty raw -echo && echo listening >> "$1" && exec cat >> "$1"\n'
_PATIENCE = 10.0
_DESKTOP = Rect(20, 700, 60, 60)

TERMINALS = {
    "xterm": ("xterm", "-geometry", "60x12+80+120", "-e"),
    "urxvt": ("urxvt", "-geometry", "60x12+80+120", "-e"),
    "stterm": ("stterm", "-g", "60x12+80+120", "-e"),
    "sakura": ("sakura", "-c", "60", "-r", "12", "-e"),
    "putty": ("putty", "-raw", "127.0.0.1", "-P"),
}
"""Commands that are followed by the program to run in the terminal, and for PuTTY by the port to talk to."""

_CLASSES = {"stterm": "st-256color"}


def terminal(clipboard: str = "", notice: Window | None = None, first: Window | None = None) -> Window:
    """A terminal with the focus; text in the clipboard and the selection, and another window that takes no focus.

    Where another window is `first`, the terminal opens while the model thinks.
    """
    return {"title": "terminal", "clipboard": clipboard, "other": notice or first, "later": bool(first)}


class TerminalStage:
    """A fresh terminal for each case. Implements `Stage`."""

    def __init__(self, name: str, folder: Path) -> None:
        self._name, self._folder = name, folder
        self._class = _CLASSES.get(name, name)
        self._shown = ExitStack()
        self._count = 0
        self._listener = folder / "listen"
        self._listener.write_text(_LISTENER)
        self._listener.chmod(0o700)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def show(self, window: Window) -> None:
        self.clear()
        self._count += 1
        self._log = LogFile(self._folder / f"received{self._count}.txt")
        self._rects: dict[str, Rect] = {}
        if window["other"]:
            self._show_other(window["other"])
        if window["clipboard"]:
            self._copy(window["clipboard"])
        if not window["later"]:
            self._open()

    def _open(self) -> None:
        self._start()
        self._wait_until_listening()
        self._rects |= {"terminal": wait_until_active(self._class), "desktop": _DESKTOP}

    def places(self) -> Places:
        return {**self._rects, **entries_shown(self._class)}

    def change(self, happens: Mapping[str, Any]) -> None:
        self._open()

    def take_log(self) -> list[str]:
        return [*self._log.take(), *([] if entries_shown(self._class) else ["menu closed"])]

    def clear(self) -> None:
        self._shown.close()

    def _start(self) -> None:
        command = TERMINALS[self._name]
        if self._name == "putty":
            server = self._shown.enter_context(_Server(self._log.path))
            self._run(*command, str(server.port))
        else:
            self._run(*command, str(self._listener), str(self._log.path))

    def _wait_until_listening(self) -> None:
        deadline = time.monotonic() + _PATIENCE
        while not self._log.take():
            assert time.monotonic() < deadline, f"{self._name} does not run its program"
            time.sleep(0.02)

    def _copy(self, words: str) -> None:
        for selection in ("clipboard", "primary"):
            owner = self._run("xclip", "-quiet", "-selection", selection, stdin=subprocess.PIPE)
            assert owner.stdin
            owner.stdin.write(words.encode())
            owner.stdin.close()

    def _show_other(self, window: Window) -> None:
        (folder := self._folder / f"other{self._count}").mkdir()
        stage = self._shown.enter_context(ProcessStage(COMMANDS["qt"], folder))
        stage.show(window)
        self._rects |= stage.places()

    def _run(self, *command: str, stdin: int = subprocess.DEVNULL) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._shown.callback(_end, process)
        return process


class _Server:
    """Writes down what a connection sends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(_PATIENCE)

    def _listen(self) -> None:
        with suppress(OSError), self._path.open("ab") as file:
            connection, _ = self._socket.accept()
            file.write(b"listening\n")
            file.flush()
            with connection:
                while received := connection.recv(4096):
                    file.write(received)
                    file.flush()


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
