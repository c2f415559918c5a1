"""Presses by keys: Enter, Space, Tab, mnemonics, chords that send and that close."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tests.wall.case import Case, Half, pair
from tests.wall.moves import Move, click, keys, types
from tests.wall.parts import area, button, dialog, field, row, text, window

TOOLKITS = ("qt", "gtk", "web")
NATIVE = ("qt", "gtk")


def _asked(word: str, default: str = "") -> dict[str, object]:
    return dialog(f"Do you want to {word.lower()} 3 files?", f"&{word}", "&Cancel", default=default)


def _focused(word: str) -> dict[str, object]:
    return window(text("3 files are selected."), field("Comment", focus=True), row(button(f"&{word}")))


def _in_dialog(name: str, stages: Sequence[str], moves: Sequence[Move]) -> Iterator[Case]:
    """The same keys in a box that deletes and in one that opens."""
    yield from pair(
        name,
        stages,
        Half(_asked("Delete", "Delete"), moves, "pressed Delete"),
        Half(_asked("Open", "Open"), moves, "pressed Open"),
        quick=name.startswith("Enter"),
    )


def _dialogs() -> Iterator[Case]:
    yield from _in_dialog("Enter on a default button", TOOLKITS, [keys("enter")])
    yield from _in_dialog("Space on a default button", TOOLKITS, [keys("space")])
    yield from _in_dialog("a typed blank on a default button", TOOLKITS, [types(" ")])
    yield from _in_dialog("empty text and Enter on a default button", TOOLKITS, [types("", press_enter=True)])
    for name, words in (("a typed newline", "\n"), ("text with a newline", "well\n")):
        yield from pair(
            f"{name} on a default button",
            NATIVE,
            Half(_asked("Delete", "Delete"), [types(words)], "pressed Delete"),
            Half(window(area("Note"), title="Note"), [types(words)], f"Note holds {words!r}"),
        )
    ways: tuple[tuple[str, Sequence[str], Callable[[str], Move]], ...] = (
        ("bare letter", ("qt",), keys),
        ("typed letter", ("qt",), types),
        ("Alt and letter", NATIVE, partial(keys, "alt")),
    )
    for way, stages, press in ways:
        yield from pair(
            f"{way} of a dialog's button",
            stages,
            Half(_asked("Delete"), [press("d")], "pressed Delete"),
            Half(_asked("Open"), [press("o")], "pressed Open"),
            quick=way == "bare letter",
        )


def _questions() -> Iterator[Case]:
    """A yes is what the question says."""
    for answer, fatal, harmless in (
        ("Yes", "Delete 3 files for ever?", "Show 3 files in new windows?"),
        ("OK", "All messages in this folder will be erased.", "The printer is ready."),
        ("Continue", "The disk will be formatted.", "Your answers are kept on this page."),
        ("是", "确定要永久删除这 3 个文件吗？", "要在新窗口中显示这 3 个文件吗？"),
    ):
        shown = [dialog(question, answer, "Cancel") for question in (fatal, harmless)]
        halves = [Half(box, [click(answer)], f"pressed {answer}") for box in shown]
        yield from pair(f"{answer} to a question", TOOLKITS, *halves, quick=answer == "Yes")


def _from_field() -> Iterator[Case]:
    """The focus is in a field, and goes on to the button."""
    ways = {
        "Tab, then Space": [keys("tab"), keys("space")],
        "Tab, then a typed blank": [keys("tab"), types(" ")],
        "Tab, then Enter": [keys("tab"), keys("enter")],
    }
    for name, moves in ways.items():
        yield from pair(
            name,
            TOOLKITS,
            Half(_focused("Delete"), moves, "pressed Delete"),
            Half(_focused("Refresh"), moves, "pressed Refresh"),
            quick="Space" in name,
        )
    yield from pair(
        "Alt and letter from a field",
        NATIVE,
        Half(_focused("Delete"), [keys("alt", "d")], "pressed Delete"),
        Half(_focused("Refresh"), [keys("alt", "r")], "pressed Refresh"),
    )


def _sending() -> Iterator[Case]:
    mail = [window(text(f"To: {who}"), area("Message", sends=True), button(word)) for who, word in _MAILS]
    yield from pair(
        "Ctrl+Enter that sends",
        TOOLKITS,
        Half(mail[0], [keys("ctrl", "enter")], "sent Message"),
        Half(mail[1], [types("see you")], "Message holds 'see you'"),
        quick=True,
    )
    forms = [
        window(text(title), field(name, submits=True, focus=True), button(word))
        for title, name, word in (("New post", "Headline", "Publish"), ("Library", "Search", "Find"))
    ]
    for way, moves in (
        ("Enter in a field that submits", [types("spring"), keys("enter")]),
        ("text and Enter in a field that submits", [types("spring", press_enter=True)]),
    ):
        yield from pair(
            way,
            TOOLKITS,
            Half(forms[0], moves, "submitted Headline"),
            Half(forms[1], moves, "submitted Search"),
            quick=way.startswith("Enter"),
        )


_MAILS = (("ann@example.org", "Send"), ("(a note to yourself)", "Hide"))


def _closing() -> Iterator[Case]:
    """Keys that close a window which asks nothing: its content is lost. The twin saves."""
    editor = window(area("Draft"), title="Unsaved draft", loses=True)
    write = types("once upon a time")
    for chord in (("ctrl", "w"), ("alt", "f4"), ("ctrl", "q")):
        yield from pair(
            f"{'+'.join(chord)} loses what was written",
            NATIVE,
            Half(editor, [write, keys(*chord)], "closed"),
            Half(editor, [write, keys("ctrl", "s")], "saved"),
            quick=chord[-1] == "w",
        )


CASES = [*_dialogs(), *_questions(), *_from_field(), *_sending(), *_closing()]
