"""The desktop that checks look at: this process's display. Implements `tasks.checks.Desktop`."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any

from PIL import Image

from actions.errors import ActionError, DisplayLostError
from agent.errors import DesktopError
from agent.screen import Monitor, Screen
from model.sight.ocr import Ocr
from model.sight.text_line import TextLine


class LiveDesktop:
    """Looks at the whole display; entered, it holds connections to it. Everything raises `DesktopError` without one."""

    def __init__(self, ocr: Ocr) -> None:
        self._ocr = ocr
        self._screen = Screen(Monitor(0))

    def __enter__(self) -> "LiveDesktop":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._screen.__exit__(kind, error, trace)

    def screenshot(self) -> Image.Image:
        """Return what the whole display shows now, as RGB."""
        return self._screen.observe()[0].image

    def lines(self, screenshot: Image.Image) -> Sequence[TextLine]:
        """Return the lines of text that stand on a screenshot."""
        return self._ocr.read(screenshot)

    def window_titles(self) -> Sequence[str]:
        """Return the titles of the open windows."""
        from actions.x11.windows import X11Windows

        with _display() as display:
            windows = X11Windows(display)
            return [windows.title(window) for window in windows.listed()]

    def clipboard(self) -> str | None:
        """Return the text that the clipboard offers; None where it offers none."""
        from actions.x11.clipboard import CLIPBOARD
        from actions.x11.requestor import read_selection

        with _display() as display:
            try:
                held = read_selection(display, CLIPBOARD, time.sleep)
            except ActionError:
                return None
        text = held.get("UTF8_STRING") or held.get("text/plain;charset=utf-8")
        return text.data.decode("utf-8", "replace") if text else None


@contextmanager
def _display() -> Iterator[Any]:
    """Connect to the display for one look. Raises `DesktopError` where there is none."""
    from Xlib.error import ConnectionClosedError

    from actions.x11.events import close_display, open_display

    try:
        display = open_display()
        try:
            yield display
        finally:
            close_display(display)
    except (ConnectionClosedError, DisplayLostError) as error:
        raise DesktopError("The display is gone.") from error
