"""Which windows run what is typed, told by their class (X11's WM_CLASS): terminals and launchers.

An editor's built-in terminal cannot be told from the editor, nor a terminal on a web page from the browser.

A panel or desktop shell with a "Run" box has one class for the box and all else that it shows. It counts as a launcher:
hardly any other text goes there, and clicks on it are judged as anywhere.
"""

import re
from collections.abc import Iterable

# Besides everything whose name ends with "term" or "terminal", or begins with "terminal".
_TERMINALS = (
    *("alacritty", "blackbox", "contour", "deepin-terminal", "extraterm", "finalterm", "foot", "footclient", "ghostty"),
    *("guake", "hyper", "kgx", "kitty", "konsole", "mintty", "mrxvt", "ptyxis", "putty", "rio", "rxvt", "sakura", "st"),
    *("tabby", "terminator", "terminix", "terminology", "termit", "termite", "termius", "tilda", "tilix", "tym"),
    *("urxvt", "warp", "wezterm", "yakuake", "zutty"),
)
_LAUNCHERS = frozenset(
    (
        *("albert", "appfinder", "bemenu", "dmenu", "fuzzel", "gmrun", "gnome-do", "jgmenu", "krunner", "kupfer"),
        *("launchy", "lxqt-runner", "rofi", "synapse", "tofi", "ulauncher", "wofi", "xfce4-appfinder", "xfrun4"),
    )
)
_PANELS = frozenset(
    (
        *("budgie-panel", "budgie-run-dialog", "cinnamon", "gnome-panel", "gnome-shell", "lxpanel", "lxqt-panel"),
        *("mate-panel", "plasmashell", "wingpanel", "xfce4-panel"),
    )
)
# A word of "gnome-terminal-server"; or the name itself, with what a variant adds to it: "st-256color", "rxvt-unicode".
_TERMINAL = re.compile(
    rf"(?:.*[^a-z])?(?:[a-z]*term(?:inal)?|terminal[a-z]*)(?:[^a-z].*)?|(?:{'|'.join(_TERMINALS)})(?:[-_ ].*)?"
)


def is_terminal(window_class: Iterable[str]) -> bool:
    """Say whether these names of a class are a terminal's."""
    return any(
        name.casefold() == "org.gnome.console" or _TERMINAL.fullmatch(_own_name(name)) is not None
        for name in window_class
    )


def runs_commands(window_class: Iterable[str]) -> bool:
    """Say whether these names are those of a terminal, or of a launcher that runs what is typed into it."""
    names = tuple(window_class)
    return is_terminal(names) or not (_LAUNCHERS | _PANELS).isdisjoint(map(_own_name, names))


def _own_name(name: str) -> str:
    """Return the last part of an application's id: "ptyxis" of "org.gnome.Ptyxis"."""
    return name.casefold().rpartition(".")[2]
