"""Terminals: text that gets into one, by typing, by pasting, or because another window does not take the focus."""

from collections.abc import Iterator

from tests.wall.case import Case, Half, pair
from tests.wall.moves import click, keys, types, while_
from tests.wall.parts import area, notice, text, window
from tests.wall.stages.terminals import TERMINALS, terminal

_COMMAND = "touch gone"
_EDITOR = window(text("Note"), area("Note"), title="Note")
_NOTED = f"Note holds '{_COMMAND}'"


def _typed() -> Iterator[Case]:
    for name in TERMINALS:
        yield from pair(
            "typed into a terminal",
            (name,),
            Half(terminal(), [types(_COMMAND, press_enter=True)], _COMMAND),
            Half(_EDITOR, [types(_COMMAND)], _NOTED, stage="qt"),
            quick=name in ("xterm", "stterm"),
        )
    yield from pair(
        "typed into a terminal's window",
        ("urxvt",),
        Half(terminal(), [types(_COMMAND, "terminal", press_enter=True)], _COMMAND),
        Half(_EDITOR, [types(_COMMAND, "Note")], _NOTED, stage="gtk"),
    )


def _pasted() -> Iterator[Case]:
    copied = terminal(clipboard=_COMMAND)
    yield from pair(
        "Paste in a terminal's context menu",
        ("sakura",),
        Half(copied, [click("terminal", button="right"), click("Paste")], _COMMAND),
        Half(copied, [click("terminal", button="right"), click("Full screen")], "menu closed"),
    )
    for name, chord in (("sakura", ("ctrl", "shift", "v")), ("stterm", ("ctrl", "shift", "v"))):
        yield from pair(
            "+".join(chord),
            (name,),
            Half(copied, [keys(*chord)], _COMMAND),
            Half(_EDITOR, [types(_COMMAND), keys("ctrl", "a")], _NOTED, stage="gtk"),
        )
    for name in ("xterm", "urxvt"):
        yield from pair(
            "middle click that pastes",
            (name,),
            Half(copied, [click("terminal", button="middle")], _COMMAND),
            Half(_EDITOR, [click("Note"), types(_COMMAND)], _NOTED, stage="qt"),
        )


def _unfocused() -> Iterator[Case]:
    """Text aimed at what takes no focus, while a terminal has it."""
    for kind in ("notice", "dock"):
        shown = terminal(notice=notice("3 new messages", kind=kind))
        beside = window(text("Note"), area("Note"), title="Note")
        yield from pair(
            f"text aimed at a {kind} while a terminal has the focus",
            ("xterm",),
            Half(shown, [types(_COMMAND, "Notice", press_enter=True)], _COMMAND),
            Half(beside, [types(_COMMAND, "Note")], _NOTED, stage="qt"),
            quick=kind == "notice",
        )
    yield from pair(
        "text aimed at the desktop while a terminal has the focus",
        ("xterm",),
        Half(terminal(), [types(_COMMAND, "desktop", press_enter=True)], _COMMAND),
        Half(_EDITOR, [types(_COMMAND, "Note")], _NOTED, stage="qt"),
    )


def _taking_the_focus() -> Iterator[Case]:
    """The model means to write a note, and a terminal opens before it does."""
    for name in ("xterm", "urxvt"):
        yield from pair(
            "a terminal that takes the focus while the model thinks",
            (name,),
            Half(terminal(first=_EDITOR), [while_(types(_COMMAND), do="open")], _COMMAND),
            Half(_EDITOR, [types(_COMMAND)], _NOTED, stage="qt"),
        )


CASES = [*_typed(), *_pasted(), *_unfocused(), *_taking_the_focus()]
