"""Text arrives exactly as asked for, read back from applications that nobody here wrote."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from Xlib import XK, X, Xatom
from Xlib.display import Display

from actions.errors import ActionError
from actions.executor import Executor
from actions.geometry import View
from actions.input.gate import Gate, OpenGate
from actions.schema import PressKeys, TypeText
from actions.x11.events import open_display
from actions.x11.keyboard import X11Keyboard
from actions.x11.text import X11TextEntry
from tests.actions.editors import FIELD, Editor, TextApplication
from tests.actions.gates import RecordingGate
from tests.actions.layouts import keyboard_layout
from tests.actions.recorder import InputRecorder

pytestmark = pytest.mark.display

EVERY_SCRIPT = "Hello 你好 ñ € 😀 {}~\tTab\nnew line"
LONG = ("天地玄黄 0123456789 äöü 😀\n" * 300)[:5000]
PLAIN = "Plain words, 100% ASCII: typed; not_pasted!"


@pytest.fixture(params=["mousepad", "featherpad", "page"])
def application(request: pytest.FixtureRequest) -> TextApplication:
    application: TextApplication = request.getfixturevalue(request.param)
    return application


@pytest.fixture
def connection(recorder: InputRecorder) -> Iterator[Display]:
    """A display connection for text entry, while the recorder has the focus."""
    display = open_display()
    yield display
    display.close()


def text_entry(connection: Display, gate: Gate) -> X11TextEntry:
    return X11TextEntry(connection, X11Keyboard(connection), gate, patience=0.2)


@pytest.mark.parametrize("text", [EVERY_SCRIPT, LONG, PLAIN], ids=["every-script", "5000", "plain"])
def test_arrives_exactly(application: TextApplication, executor: Executor, view: View, text: str) -> None:
    executor.execute(TypeText(text=text, box_2d=FIELD, override=True), view)
    assert application.received(text) == text


def test_goes_where_the_caret_is(mousepad: Editor, executor: Executor, view: View) -> None:
    executor.execute(TypeText(text="one", box_2d=FIELD, override=True, press_enter=True), view)
    executor.execute(TypeText(text="三"), view)
    assert mousepad.received("one\n三") == "one\n三"


@pytest.mark.parametrize(("layout", "variant"), [("de", ""), ("fr", ""), ("us", "intl"), ("us,ru", ""), ("ru,us", "")])
def test_arrives_exactly_under_other_layouts(
    mousepad: Editor, executor: Executor, view: View, layout: str, variant: str
) -> None:
    text = f"Zy-Yz /?&@ ~ it's {layout} Мир"
    with keyboard_layout(layout, variant):
        executor.execute(TypeText(text=text, box_2d=FIELD, override=True), view)
    assert mousepad.received(text) == text


@pytest.mark.parametrize(("layout", "variant"), [("de", ""), ("fr", ""), ("us", "intl")])
def test_keys_are_the_layouts_own(connection: Display, recorder: InputRecorder, layout: str, variant: str) -> None:
    text = "Zy-Yz /?&!"
    with keyboard_layout(layout, variant):
        text_entry(connection, OpenGate()).enter(text)
        assert recorder.typed() == text


@pytest.mark.alone
def test_caps_lock_does_not_matter(mousepad: Editor, executor: Executor, view: View) -> None:
    executor.execute(PressKeys(keys=("capslock",)), view)
    try:
        executor.execute(TypeText(text="Mixed Case", box_2d=FIELD, override=True), view)
    finally:
        executor.execute(PressKeys(keys=("capslock",)), view)
    assert mousepad.received("Mixed Case") == "Mixed Case"


def test_nothing_is_typed_while_the_person_holds_a_modifier(connection: Display, recorder: InputRecorder) -> None:
    def person() -> None:
        if len(gate.paused) == 3:
            recorder.let_go_of_key(XK.XK_Control_L)

    gate = RecordingGate(person)
    recorder.hold_key(XK.XK_Control_L)
    text_entry(connection, gate).enter("w")
    assert recorder.typed() == "w"


def test_a_modifier_that_stays_down_is_an_error(connection: Display, recorder: InputRecorder) -> None:
    recorder.hold_key(XK.XK_Control_L)
    try:
        with pytest.raises(ActionError, match="held down"):
            text_entry(connection, RecordingGate()).enter("w")
    finally:
        recorder.let_go_of_key(XK.XK_Control_L)


def test_where_an_input_method_runs_plain_text_is_pasted_first(connection: Display, recorder: InputRecorder) -> None:
    with input_method(connection):
        text_entry(connection, OpenGate()).enter("ab")
    assert recorder.chords()[0] == ({"ctrl"}, "v")


def test_a_terminal_is_sent_its_own_paste_chord(connection: Display, recorder: InputRecorder) -> None:
    recorder.call_itself("xfce4-terminal")
    with pytest.raises(ActionError):
        text_entry(connection, OpenGate()).enter("你好")
    assert recorder.chords() == [({"ctrl", "shift"}, "v")]


def test_what_nothing_takes_is_an_error(connection: Display, recorder: InputRecorder) -> None:
    with pytest.raises(ActionError, match="Click into a text field"):
        text_entry(connection, OpenGate()).enter("你好")


def test_what_cannot_be_pasted_is_typed_where_the_layout_can(connection: Display, recorder: InputRecorder) -> None:
    text_entry(connection, OpenGate()).enter("f(x)\ny")
    assert recorder.typed() == "f(x)\ny"


def test_a_secret_that_would_press_something_is_not_typed(connection: Display, recorder: InputRecorder) -> None:
    with pytest.raises(ActionError, match="secret with a new line or a tab"):
        text_entry(connection, OpenGate()).enter("hunter2\n", private=True)
    assert recorder.typed() == ""


@contextmanager
def input_method(display: Display) -> Iterator[None]:
    """Announce an input method to the display, as IBus does."""
    root = display.screen().root
    servers, ibus = display.get_atom("XIM_SERVERS"), display.get_atom("@server=ibus")
    owner = root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    owner.set_selection_owner(ibus, X.CurrentTime)
    root.change_property(servers, Xatom.ATOM, 32, [ibus])
    try:
        yield
    finally:
        root.delete_property(servers)
        owner.destroy()
        display.sync()
