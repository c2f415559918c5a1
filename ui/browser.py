"""Shows a page in the user's browser."""

import os
import shutil
import sys
import webbrowser
from pathlib import Path

from actions.applications.desktop_entries import Application
from actions.applications.launching import launch
from actions.errors import ActionError

_OPENER = "xdg-open"


def show_in_browser(page: Path) -> None:
    """Show a page in the user's browser. Raises `ActionError`."""
    address = page.absolute().as_uri()
    if opener := shutil.which(_OPENER):  # the library below starts it too, but hands our API keys down
        launch(Application("The browser", (opener, address)))
    elif not webbrowser.open(address):
        raise ActionError(f"No browser is found here: open {page} yourself.")


def has_browser() -> bool:
    """Say whether there is a desktop to show a page on; in a terminal alone, a browser would take the terminal."""
    if not sys.platform.startswith("linux"):
        return True
    is_shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(is_shown and shutil.which(_OPENER))
