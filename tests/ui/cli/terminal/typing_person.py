"""A command in a terminal of its own, and the person who reads and types there."""

import os
import pty
import select
import subprocess
import sys
import time
from types import TracebackType
from typing import Self

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext.xtest import fake_input

_PATIENCE = 60.0  # seconds


class Terminal:
    """Runs `deskhand` with these words while entered; what it shows is in `text`."""

    def __init__(self, *words: str) -> None:
        self._words = words
        self.text = ""

    def __enter__(self) -> Self:
        self._screen, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "ui.cli", *self._words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=os.environ | {"COLUMNS": "500", "TERM": "dumb"},
            start_new_session=True,
        )
        os.close(theirs)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._screen)

    def answers(self, question: str, answer: str) -> None:
        """Wait until this is asked, and type a line."""
        self.shows(question)
        self.text = ""
        os.write(self._screen, f"{answer}\n".encode())

    def shows(self, text: str) -> None:
        """Wait until this is shown."""
        deadline = time.monotonic() + _PATIENCE
        while text not in self.text:
            assert time.monotonic() < deadline, self.text
            assert self._reads() or self.process.poll() is None, self.text

    def shows_again(self, text: str) -> None:
        """Wait until this is shown after all that was shown by now."""
        self.text = ""
        self.shows(text)

    def has_shown(self, text: str) -> bool:
        """Say whether this has been shown by now."""
        self._reads()
        return text in self.text

    def ends(self) -> int:
        """Wait for the end; return the exit code."""
        deadline = time.monotonic() + _PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < deadline, self.text
            self._reads()
        while self._reads():
            pass
        return self.process.returncode

    def _reads(self) -> bool:
        if not select.select([self._screen], [], [], 0.1)[0]:
            return False
        try:
            self.text += os.read(self._screen, 65_536).decode(errors="replace")
        except OSError:  # all that wrote there has ended
            return False
        return True


def press(*names: str) -> None:
    """Press keys together on the person's display, by X's names for them."""
    display = Display()
    keys = [display.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
    for kind, order in ((X.KeyPress, keys), (X.KeyRelease, keys[::-1])):
        for key in order:
            fake_input(display, kind, key)
    display.sync()
    display.close()
