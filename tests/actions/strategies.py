"""Hypothesis strategies for every action of the schema."""

from hypothesis import strategies as st

from actions.dialects.forms import KEYS
from actions.schema import (
    Action,
    Answer,
    AskUser,
    Box,
    Click,
    Done,
    Drag,
    Hover,
    Infeasible,
    LongPress,
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)

_MARKS = (
    "</think>",
    "<think>",
    "</answer>",
    "<answer>",
    "<|begin_of_box|>",
    "<|user|>",
    "\nAction: DONE()",
    "\nMemory:",
    "')",
    '"}',
    "It's",
    "\\",
    "\\n",
    "WAIT()",
    "f(x) = 2",
    "💾 你好",
)


def texts(low: int = 0, high: int = 60) -> st.SearchStrategy[str]:
    """Texts with what could be mistaken for the end of something."""
    pieces = st.one_of(st.sampled_from(_MARKS), st.text(max_size=12))
    return st.lists(pieces).map("".join).filter(lambda text: low <= len(text) <= high)


def boxes() -> st.SearchStrategy[Box]:
    """Boxes with sorted corners, of whole numbers and others."""
    number = st.one_of(st.integers(0, 1000), st.floats(0, 1000))
    pair = st.tuples(number, number).map(sorted)
    return st.builds(lambda xs, ys: Box(xs[0], ys[0], xs[1], ys[1]), pair, pair)


def points() -> st.SearchStrategy[Box]:
    """Boxes without extent, all that a dialect of points keeps."""
    return boxes().map(lambda box: Box.at(*box.centre))


def actions(box: st.SearchStrategy[Box] | None = None) -> st.SearchStrategy[Action]:
    """Every kind of action, with every field."""
    box = boxes() if box is None else box
    modifiers = st.lists(st.sampled_from(("ctrl", "shift", "alt", "super"))).map(tuple)
    keys = st.lists(st.one_of(st.sampled_from(KEYS), st.characters().filter(str.isprintable)), min_size=1, max_size=5)
    return st.one_of(
        st.builds(
            Click,
            box_2d=box,
            button=st.sampled_from(("left", "right", "middle")),
            clicks=st.integers(1, 3),
            modifiers=modifiers,
        ),
        st.builds(LongPress, box_2d=box, seconds=st.floats(0.2, 10)),
        st.builds(Hover, box_2d=box),
        st.builds(Drag, box_2d=box, to_box_2d=box, modifiers=modifiers),
        st.builds(TypeText, text=texts(), box_2d=st.none() | box, override=st.booleans(), press_enter=st.booleans()),
        st.builds(PressKeys, keys=keys.map(tuple)),
        st.builds(
            Scroll,
            direction=st.sampled_from(("up", "down", "left", "right")),
            notches=st.integers(1, 50),
            box_2d=st.none() | box,
        ),
        st.builds(Wait, seconds=st.floats(0, 60)),
        st.builds(OpenApp, app_name=texts(low=1)),
        st.builds(Answer, text=texts()),
        st.builds(AskUser, text=texts(low=1)),
        st.just(Done()),
        st.builds(Infeasible, reason=texts()),
    )
