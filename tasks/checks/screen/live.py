"""The desktop of this process's display, as checks look at it."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from threading import Event
from types import TracebackType
from typing import Self

from PIL import Image

from actions.errors import DisplayLostError
from actions.x11.contents import TEXT_TARGETS
from agent.errors import DesktopError
from agent.screen.screen import Monitor, Screen
from model.sight.ocr import Ocr
from model.sight.text_line import TextLine

_UTF8_TARGETS = TEXT_TARGETS[:3]


class LiveDesktop:
    """Looks at all of `$DISPLAY` while entered, with a reader that others may use too. Implements `Desktop`.

    Calls come from one thread. `stop` breaks reading off: `lines` then raises `GenerationStopped`. Entering raises
    `DesktopError` where there is no display.
    """

    def __init__(self, ocr: Ocr, stop: Event | None = None) -> None:
        self._ocr, self._stop = ocr, stop or Event()
        self._closing = ExitStack()

    def __enter__(self) -> Self:
        from actions.x11.events import close_display, open_display  # not without a display
        from actions.x11.windows import X11Windows

        with ExitStack() as opening, _told():
            self._screen = opening.enter_context(Screen(Monitor(0)))
            self._display = open_display()
            opening.callback(close_display, self._display)
            self._windows = X11Windows(self._display)
            self._closing = opening.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.close()

    def screenshot(self) -> Image.Image:
        """Return what the whole display shows now."""
        observation, _ = self._screen.observe()
        return observation.image

    def lines(self, screenshot: Image.Image) -> Sequence[TextLine]:
        """Return the lines of text; what has not changed since the last time is not read again."""
        return self._ocr.read(screenshot, self._stop)

    def window_titles(self) -> Sequence[str]:
        """Return the titles of the applications' windows, oldest first."""
        with _told():
            return [self._windows.title(window) for window in self._windows.listed()]

    def clipboard(self) -> str | None:
        """Return the clipboard's text."""
        from actions.x11.clipboard import CLIPBOARD
        from actions.x11.requestor import read_selection

        with _told():
            contents = read_selection(self._display, CLIPBOARD, lambda _: None)
        for target in TEXT_TARGETS:
            if target in contents:
                return contents[target].data.decode("utf-8" if target in _UTF8_TARGETS else "latin-1", "replace")
        return None


@contextmanager
def _told() -> Iterator[None]:
    """Say that the display is gone, however Xlib does."""
    from Xlib.error import ConnectionClosedError, DisplayConnectionError

    try:
        yield
    except (ConnectionClosedError, DisplayConnectionError, DisplayLostError) as error:
        raise DesktopError(f"The display cannot be looked at any more: {error}") from error
