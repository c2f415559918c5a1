"""Windows and the clipboard; and how a check comes to see the desktop at all."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Discriminator, StringConstraints, Tag

from agent.errors import DesktopError
from model.base import ModelError
from tasks.checks.base import BaseCheck, CheckFault, Finding, Unseen
from tasks.checks.fields import Regex
from tasks.checks.machine import Desktop, Machine
from tasks.checks.texts import difference, search, shown


@contextmanager
def desktop_of(machine: Machine) -> Iterator[Desktop]:
    """Yield the machine's desktop to look at; raise `Unseen` where there is none, or it is gone."""
    if machine.desktop is None:
        raise Unseen("no display", certain=False)
    try:
        yield machine.desktop
    except DesktopError as error:
        raise Unseen(f"no display: {str(error).rstrip('.')}", certain=False) from error
    except ModelError as error:  # nothing can be read here, whatever stands there
        raise CheckFault(str(error)) from error


class WindowCheck(BaseCheck):
    """A window is open whose title is as given; `*` stands for any characters and `?` for one."""

    kind: ClassVar[str] = "window"

    window: Annotated[str, StringConstraints(min_length=1)]

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        return f"a window {shown(self.window)}"

    def look(self, machine: Machine) -> Finding:
        """Judge the titles of the windows."""
        with desktop_of(machine) as desktop:
            titles = list(desktop.window_titles())
            held = any(_glob(self.window).fullmatch(title) for title in titles)
            seen = f"the windows {', '.join(map(shown, titles))}" if titles else "no window"
            return self.found(held, seen, desktop.screenshot())


def _glob(pattern: str) -> re.Pattern[str]:
    """Return a title with `*` and `?` as a regular expression; brackets are brackets, which titles often hold."""
    parts = {"*": ".*", "?": "."}
    return re.compile("".join(parts.get(char) or re.escape(char) for char in pattern), re.DOTALL)


class FittingText(BaseModel):
    """A text that a regular expression fits."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    regex: Regex


def _tag(value: Any) -> str:
    return "fitting" if isinstance(value, dict | FittingText) else "text"


class ClipboardCheck(BaseCheck):
    """The clipboard offers just this text, or one that fits `regex`."""

    kind: ClassVar[str] = "clipboard"

    clipboard: Annotated[
        Annotated[str, Tag("text")] | Annotated[FittingText, Tag("fitting")],
        Discriminator(_tag),
    ]

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        if isinstance(self.clipboard, str):
            return f"{shown(self.clipboard)} on the clipboard"
        return f"text that fits {self.clipboard.regex} on the clipboard"

    def look(self, machine: Machine) -> Finding:
        """Judge the clipboard's text."""
        with desktop_of(machine) as desktop:
            text = desktop.clipboard()
        if text is None:
            raise Unseen("no text on the clipboard")
        if isinstance(self.clipboard, str):
            held = text == self.clipboard
            return self.found(held, shown(text) if held else difference(self.clipboard, text))
        return self.found(search(self.clipboard.regex, text) is not None, shown(text))
