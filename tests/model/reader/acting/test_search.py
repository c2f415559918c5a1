"""What is not on the screen is scrolled to, and given up only at both ends."""

from model.reader.plan import Click, Scroll, Target, Type
from model.reader.scene import Scene
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox
from tests.model.reader.acting.following import follow, kinds, spots
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import line

BAR = Element(Kind.SCROLLBAR, PixelBox(500, 100, 515, 500))
ARROWS = [Element(Kind.ICON, PixelBox(500, y, 515, y + 15), name=name) for y, name in ((100, "up"), (485, "down"))]


def test_what_is_further_on_is_scrolled_to() -> None:
    def screen(*more: Element) -> Scene:
        return scene(BAR, *more, lines=[line("Ada", 0, 200)])

    actions = follow([Click(Target("Bob"))], screen(), screen(), screen(), screen(at(Kind.BUTTON, 0, 300, "Bob")))
    assert kinds(actions) == ["wait", "scroll", "scroll", "click"]
    assert spots(actions)[1] == (410, 100)


def test_a_scrollbar_is_told_by_its_arrows() -> None:
    screen = scene(*ARROWS, lines=[line("Ada", 0, 200)])
    assert kinds(follow([Click(Target("Bob"))], screen, screen)) == ["wait", "scroll"]


def test_at_both_ends_the_search_is_over() -> None:
    screen = scene(BAR, lines=[line("Ada", 0, 200)])
    actions = follow([Click(Target("Bob"))], *[screen] * 6, changes=[False, True, False, True, False])
    assert [action.get("direction") for action in actions] == [None, "down", "down", "up", "up", None]
    assert actions[-1]["action_type"] == "infeasible"


def test_a_scroll_until_something_shows_ends_there_or_says_that_it_never_did() -> None:
    plan = [Scroll("down", until=Target("Bob"))]
    shown, hidden = scene(lines=[line("Bob")]), scene(lines=[line("Ada")])
    assert kinds(follow(plan, hidden, hidden, shown)) == ["scroll", "scroll", "done"]
    end = follow(plan, hidden, hidden, changes=[False])[-1]
    assert end["reason"].startswith("Scrolled to the end, and nothing there is “Bob”")


def test_a_scroll_to_the_end_ends_where_nothing_moves_any_more() -> None:
    screen = scene(lines=[line("Ada")])
    actions = follow([Scroll("down", to_end=True)], *[screen] * 3, changes=[True, False])
    assert kinds(actions) == ["scroll", "scroll", "done"]


def test_the_last_word_is_read_where_the_text_ends() -> None:
    field = at(Kind.FIELD, 0, 600)
    plan = [Type("", Target(kind=Kind.FIELD), reading=Target(ordinal=-1, part="word"))]
    begin, end = (scene(BAR, field, lines=[line(words, 0, 200)]) for words in ("one two", "three four"))
    actions = follow(plan, begin, end, end, changes=[True, False])
    assert kinds(actions) == ["scroll", "scroll", "input_text"]
    assert actions[-1]["text"] == "four"


def test_a_menu_that_leads_on_is_opened_to_look_for_an_entry() -> None:
    closed = scene(lines=[line("Save", 0, 0), line("Playback >", 0, 40), line("Colours >", 0, 80)])
    opened = scene(lines=[line("Playback >", 0, 40), line("Colours >", 0, 80), line("Red", 200, 80)])
    actions = follow([Click(Target("Red"))], closed, closed, closed, opened, opened)
    assert kinds(actions) == ["wait", "hover", "hover", "click", "done"]
    assert spots(actions)[1:4] == [(0, 40), (0, 80), (200, 80)]


def test_menus_are_opened_once_each() -> None:
    menu = scene(lines=[line("Playback >", 0, 40)])
    assert kinds(follow([Click(Target("Red"))], *[menu] * 4)) == ["wait", "hover", "wait", "infeasible"]
