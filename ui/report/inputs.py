"""What was sent to the display, in words: single inputs put together to clicks, chords and texts."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from agent.step import SentInput

TIMES = "\u00d7"


def inputs_in_words(sent: Sequence[SentInput]) -> list[str]:
    """Return the inputs in order; what was not completed is told as far as it came."""
    return [words for kind, group in groupby(sent, _device) for words in _WORDS[kind](list(group))]


def _device(one: SentInput) -> str:
    """Return what kind of thing the input is a part of."""
    if one.kind in ("key down", "key up"):
        return "chord" if one.name else "text"
    return one.kind.split()[0]


def _moves(moves: Sequence[SentInput]) -> Iterator[str]:
    along = f" along {len(moves)} points" if len(moves) > 1 else ""
    yield f"pointer{along} to {_place(moves[-1])}"


def _buttons(buttons: Sequence[SentInput]) -> Iterator[str]:
    clicks = sum(one.kind == "button up" for one in buttons)
    if len(buttons) == 2 * clicks and buttons[0].kind == "button down":
        times = f" {TIMES} {clicks}" if clicks > 1 else ""
        yield f"{buttons[0].name} click{times} at {_place(buttons[0])}"
        return
    for one in buttons:
        yield f"{one.name} {one.kind} at {_place(one)}"


def _turns(turns: Sequence[SentInput]) -> Iterator[str]:
    yield f"wheel {TIMES} {len(turns)} at {_place(turns[0])}"


def _chords(keys: Sequence[SentInput]) -> Iterator[str]:
    """Yield chords: keys that go down until the first comes up."""
    held: list[str] = []
    for one in keys:
        if one.kind == "key down":
            held.append(one.name)
        elif held and one.name == held[-1]:
            yield "+".join(name.capitalize() for name in held)
            held = []
    if held:
        yield "+".join(name.capitalize() for name in held) + " down"


def _texts(keys: Sequence[SentInput]) -> Iterator[str]:
    count = sum(one.kind == "key down" for one in keys)
    yield f"{count} {'key' if count == 1 else 'keys'} of text"


def _secrets(_keys: Sequence[SentInput]) -> Iterator[str]:
    yield "a secret, of which nothing is recorded"


def _place(one: SentInput) -> str:
    return "{}, {}".format(*one.place) if one.place else "the pointer"


_WORDS = {
    "move": _moves,
    "button": _buttons,
    "scroll": _turns,
    "chord": _chords,
    "text": _texts,
    "secret": _secrets,
}
