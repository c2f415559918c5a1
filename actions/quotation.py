"""Text that others wrote, in sentences and prompts of ours: a window's title, a label, what a model answered.

It is shown to people and told to models, and must pass for nothing but what it is: not for a sentence of ours, not for
a model's special token, and never for what the user replied.
"""

import re
import unicodedata

LONGEST = 80
"""Characters of a quotation."""

_BREAKS = frozenset(("Cc", "Zl", "Zp", "Zs"))
_UNSEEN = frozenset(("Cf", "Cs", "Co", "Cn"))  # marks of direction, what has no width, what is no character
_QUOTATION_MARKS = str.maketrans(dict.fromkeys('"“”„‟«»「」『』〝〞〟\uff02❝❞', "'"))
_BROKEN = "\u2039"  # stands where a bracket stood
_BRACKETS = str.maketrans({"<": _BROKEN, "\uff1c": _BROKEN, "\ufe64": _BROKEN, ">": "\u203a", "\uff1e": "\u203a"})
_NAMES = r"user[\s_-]*repl|think|s>|sop|eop|bos|eos|(?:start|end)_of_turn"
_MARK = re.compile(rf"[<\uff1c\ufe64](?=\s*(?:[|\uff5c]|/?\s*(?:{_NAMES})))|\[(?=g?MASK\]|/?INST\])", re.IGNORECASE)


def quote(text: str) -> str:
    """Return a text as a quotation: in “quotation marks” that it cannot close, on one line, at most 80 characters."""
    line = one_line(text).translate(_QUOTATION_MARKS).translate(_BRACKETS)
    return f"“{shortened(line, LONGEST)}”"


def one_line(text: str) -> str:
    """Return the text on one line, without characters that are not seen."""
    return " ".join("".join(map(_seen, text)).split())


def shortened(text: str, longest: int) -> str:
    """Return the text, or as much of it as fits with a sign that there was more."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def without_marks(text: str) -> str:
    """Return the text with nothing in it that a model takes for a special token or for a reply of the user's."""
    seen = "".join(c for c in text if c.isprintable() or unicodedata.category(c) not in _UNSEEN)
    return _MARK.sub(_BROKEN, seen)


def user_reply(text: str) -> str:
    """Return what the user replied, in the block of its own that says so, and that `without_marks` leaves to nobody."""
    return f"<user_reply>{without_marks(text)}</user_reply>"


def _seen(character: str) -> str:
    if character.isprintable():
        return character
    return " " if unicodedata.category(character) in _BREAKS else ""
