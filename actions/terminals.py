"""Which windows are terminals, told by their class (X11's WM_CLASS): what is typed there is run as a command.

An editor's built-in terminal cannot be told from the editor, nor a terminal on a web page from the browser.
"""

from collections.abc import Iterable

# Besides everything that calls itself a "…term…".
_TERMINALS = frozenset(
    (
        *("konsole", "kitty", "alacritty", "tilix", "ghostty", "guake", "yakuake", "tilda", "urxvt", "st-256color"),
        *("foot", "kgx", "org.gnome.console", "ptyxis", "org.gnome.ptyxis", "tabby", "rio", "contour", "warp"),
    )
)
_LAUNCHERS = frozenset(("xfce4-appfinder", "xfrun4", "krunner", "gmrun", "lxqt-runner", "rofi", "dmenu", "ulauncher"))


def is_terminal(window_class: Iterable[str]) -> bool:
    """Say whether these names of a class are a terminal's."""
    names = [name.lower() for name in window_class]
    return any(name in _TERMINALS or "term" in name for name in names)


def runs_commands(window_class: Iterable[str]) -> bool:
    """Say whether these names are those of a terminal, or of a launcher that runs what is typed into it."""
    names = [name.lower() for name in window_class]
    return is_terminal(names) or not _LAUNCHERS.isdisjoint(names)
