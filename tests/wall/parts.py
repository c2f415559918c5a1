"""What the wall's windows consist of, as plain data that each toolkit builds its own widgets from.

A label may mark its mnemonic with `&`. What stands on a window is found again by its label without the mark.
"""

from typing import Any, TypeAlias

Part: TypeAlias = dict[str, Any]
Window: TypeAlias = dict[str, Any]


def window(*parts: Part, title: str = "Work", dark: bool = False, loses: bool = False) -> Window:
    """A window; one that `loses` its content closes at Ctrl+W or Ctrl+Q, and says that it saves at Ctrl+S."""
    return {"title": title, "parts": list(parts), "dark": dark, "loses": loses}


def dialog(text: str, *buttons: str, default: str = "", title: str = "Question") -> Window:
    """The toolkit's own message box."""
    return {"title": title, "dialog": text, "buttons": list(buttons), "default": default}


def notice(text: str, kind: str = "notice") -> Window:
    """A window that never takes the focus: a notification, or a dock."""
    return {"title": "Notice", "notice": text, "kind": kind}


def text(words: str) -> Part:
    return {"part": "text", "label": words}


def button(label: str, look: str = "plain", *, width: int = 0, height: int = 0, focus: bool = False) -> Part:
    """`look`: plain, flat, filled (white on red), beside or below (an icon), link, words (text that can be clicked)."""
    return {"part": "button", "label": label, "look": look, "width": width, "height": height, "focus": focus}


def row(*parts: Part, gap: int = 8) -> Part:
    return {"part": "row", "parts": list(parts), "gap": gap}


def field(name: str, *, submits: bool = False, focus: bool = False) -> Part:
    """A line of text; one that `submits` does so at Enter."""
    return {"part": "field", "label": name, "submits": submits, "focus": focus}


def area(name: str, *, sends: bool = False) -> Part:
    """Some lines of text, with the focus; one that `sends` does so at Ctrl+Enter."""
    return {"part": "area", "label": name, "sends": sends}


def files(*names: str, removing: bool = True) -> Part:
    """A list of files, all selected, with the focus; Delete and Backspace remove what is selected."""
    return {"part": "files", "names": list(names), "removing": removing}


def menu(title: str, *entries: str) -> Part:
    return {"part": "menu", "label": title, "entries": list(entries)}


def context(name: str, *entries: str) -> Part:
    """A place with a context menu."""
    return {"part": "context", "label": name, "entries": list(entries)}


def dropdown(name: str, *entries: str) -> Part:
    """A choice that is acted on at once."""
    return {"part": "dropdown", "label": name, "entries": list(entries)}


def item(name: str) -> Part:
    """Something to drag."""
    return {"part": "item", "label": name}


def target(name: str) -> Part:
    """A place to drop an item on."""
    return {"part": "target", "label": name}
