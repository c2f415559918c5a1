"""Setting a slider by the number beside it."""

from model.reader.plan import SetValue, Target
from model.reader.scene import Scene
from model.sight.element import Kind
from model.sight.text_line import TextLine
from tests.model.reader.acting.following import follow, kinds
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import line

SLIDER = at(Kind.SLIDER, 20, 100)


def showing(*lines: TextLine) -> Scene:
    return scene(SLIDER, lines=lines)


def test_what_is_read_of_the_handle_is_no_number() -> None:
    handle = line("0", 60, 105)
    actions = follow(
        [SetValue(Target(kind=Kind.SLIDER), "17")],
        showing(line("19", 140, 105)),
        showing(handle, line("17", 140, 105)),
    )
    assert kinds(actions) == ["drag", "done"]
