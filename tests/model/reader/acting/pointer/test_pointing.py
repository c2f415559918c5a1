"""Clicks that lead on: entries of menus, and icons that a row shows once it is open."""

from PIL import Image, ImageDraw

from model.reader.plan import Click, Relation, Target
from model.reader.scene import Scene
from model.sight.element import Kind
from tests.model.reader.acting.following import follow, kinds, spots
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import line


def test_an_entry_of_a_menu_is_hovered_over_until_its_own_menu_shows() -> None:
    plan = [Click(Target("Ada", where="menu bar")), Click(Target("Bob", where="menu"))]
    closed, opened = scene(lines=[line("Ada >")]), scene(lines=[line("Ada >"), line("Bob", 200, 0)])
    assert kinds(follow(plan, closed, opened, opened)) == ["hover", "click", "done"]
    assert kinds(follow(plan, *[closed] * 3, opened)) == ["hover", "wait", "click", "click"]


def test_a_menu_of_a_menu_bar_is_clicked() -> None:
    plan = [Click(Target("File", where="menu bar")), Click(Target("New", where="menu"))]
    assert kinds(follow(plan, scene(lines=[line("File Edit View")]))) == ["click"]


BELL = Target("notifications", kind=Kind.ICON, relations=(Relation("in the row of", Target("Ada", kind=Kind.ROW)),))


def test_an_icon_that_its_row_does_not_show_is_looked_for_where_the_row_opens() -> None:
    closed = scene(lines=[line("Ada", 20, 20), line("Bob", 20, 120)])
    opened = scene(at(Kind.ICON, 500, 0, name="notifications"), lines=[line("Ada", 300, 100)])
    actions = follow([Click(BELL)], closed, opened, opened)
    assert kinds(actions) == ["click", "click", "done"]
    assert spots(actions)[:2] == [(20, 20), (500, 0)]


def test_of_several_such_icons_where_the_row_opens_none_is_taken() -> None:
    closed = scene(lines=[line("Ada", 20, 20)])
    opened = scene(*[at(Kind.ICON, x, 0, name="notifications") for x in (300, 500)])
    assert kinds(follow([Click(BELL)], closed, *[opened] * 3)) == ["click", "wait", "wait", "infeasible"]


def test_a_menu_that_opened_without_the_entry_is_not_said_to_have_changed_nothing() -> None:
    def menu(*entries: str) -> Scene:
        return scene(lines=[line("File", 0, 0), line("Edit", 80, 0), *(line(e, 80, 40) for e in entries)])

    plan = [Click(Target("Edit", where="menu bar")), Click(Target("Paste", where="menu"))]
    shut, open_ = menu(), menu("Undo")
    actions = follow(plan, shut, open_, open_, shut, shut, changes=[True, False, True, False])
    assert kinds(actions) == ["click", "wait", "click", "wait", "infeasible"]
    assert actions[-1]["reason"].startswith("Tried 2 times, and its effect is not to be seen")


def test_a_row_that_is_selected_already_need_not_change_where_something_follows() -> None:
    image = Image.new("RGB", (1000, 1000), "white")
    ImageDraw.Draw(image).rectangle((0, 96, 900, 124), fill="#308cc6")
    screens = [scene(at(Kind.BUTTON, 800, 500, "Open"), lines=[line("a.txt", 20, 100)], image=image) for _ in range(3)]
    plan = [Click(Target("a.txt")), Click(Target("Open"))]
    assert kinds(follow(plan, *screens, changes=[False, True])) == ["click", "click", "done"]
    assert kinds(follow(plan[:1], *screens, changes=[False, False]))[-1] != "done"
