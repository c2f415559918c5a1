"""What a browser is started with in a scratch home, where it begins anew: no questions, and nobody called."""

import os
from collections.abc import Sequence
from pathlib import Path

_CHROMIUM = frozenset(("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"))
_ALONE = (
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=Translate",  # it offers to translate the pages of another language
    "--password-store=basic",  # no keyring is asked to be unlocked
)
# Chromium refuses to start as root otherwise; as a test it does not say so in a bar that moves the page.
_AS_ROOT = ("--no-sandbox", "--test-type")


def browser_arguments(command: Sequence[str]) -> tuple[str, ...]:
    """Return what a command that starts an application needs more, be it Chromium; nothing for any other."""
    if Path(command[0]).name not in _CHROMIUM:
        return ()
    return _ALONE + (_AS_ROOT if os.geteuid() == 0 else ())
