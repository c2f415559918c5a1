"""A second client of the display, as a process: `python -m tests.actions.x11.clipboard_client WHAT…`.

`focus`: it has a window with the focus, which ignores keys; `at-once` and `later`: it fetches each text that the
clipboard holds, at once, and ten times after a while; `manager`: it says that it is a clipboard manager. It prints
a line as soon as it does all that.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen

from Xlib import X
from Xlib.display import Display
from Xlib.ext import xfixes

LATER = [0.3 + 0.1 * n for n in range(10)]  # seconds after a change


@contextmanager
def clipboard_client(
    *what: str, program: Path | str = sys.executable, env: dict[str, str] | None = None
) -> Iterator[None]:
    with Popen([program, "-m", "tests.actions.x11.clipboard_client", *what], stdout=PIPE, env=env) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        try:
            yield
        finally:
            process.kill()


class Client:
    def __init__(self) -> None:
        self._display = Display()
        self._root = self._display.screen().root
        self._window = self._root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self._clipboard, self._text = map(self._display.get_atom, ("CLIPBOARD", "UTF8_STRING"))

    def take_focus(self) -> None:
        window = self._root.create_window(
            0, 0, 100, 100, 0, X.CopyFromParent, override_redirect=True, event_mask=X.ExposureMask
        )
        window.map()
        while self._display.next_event().type != X.Expose:
            pass
        window.set_input_focus(X.RevertToPointerRoot, X.CurrentTime)

    def call_itself_manager(self) -> None:
        self._window.set_selection_owner(self._display.get_atom("CLIPBOARD_MANAGER"), X.CurrentTime)

    def watch(self) -> None:
        self._display.xfixes_query_version()
        self._display.xfixes_select_selection_input(
            self._window, self._clipboard, xfixes.XFixesSetSelectionOwnerNotifyMask
        )

    def sync(self) -> None:
        self._display.sync()

    def fetch(self) -> None:
        self._window.convert_selection(self._clipboard, self._text, self._text, X.CurrentTime)
        self._display.flush()

    def wait_for_change(self) -> None:
        kind, subtype = self._display.extension_event.SetSelectionOwnerNotify
        while True:
            event = self._display.next_event()
            if (event.type, event.sub_code) == (kind, subtype):
                return


def main() -> None:
    what = sys.argv[1:]
    client = Client()
    if "focus" in what:
        client.take_focus()
    if "manager" in what:
        client.call_itself_manager()
    client.watch()
    client.sync()
    print("ready", flush=True)
    while True:
        client.wait_for_change()
        changed = time.monotonic()
        if "at-once" in what:
            client.fetch()
        for after in LATER if "later" in what else ():
            time.sleep(max(0.0, changed + after - time.monotonic()))
            client.fetch()


if __name__ == "__main__":
    main()
