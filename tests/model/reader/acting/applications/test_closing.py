"""Dialogs: closed where one is there to be closed, and seen to be gone."""

from dataclasses import replace

from model.reader.plan import Click, CloseDialog, Edit, Target
from model.sight.element import Kind
from tests.model.reader.acting.following import follow, kinds, spots
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import line


def test_a_cross_in_the_corner_closes_a_dialog_that_shows_nothing_else_to_press() -> None:
    cross = line("x", 280, 10)
    note = line("You have mail", 30, 60)
    actions = follow([CloseDialog()], scene(lines=[cross, note]), scene())
    assert kinds(actions) == ["click", "done"]
    assert spots(actions)[0] == (280, 10)


def test_a_dialog_whose_cross_still_stands_there_was_not_closed() -> None:
    open_still = scene(lines=[line("x", 280, 10), line("You have mail", 30, 60)])
    assert kinds(follow([CloseDialog()], *[open_still] * 5))[-1] == "infeasible"


def test_the_cross_of_a_window_with_menus_closes_no_dialog() -> None:
    main = replace(at(Kind.ICON, 800, 0), name="close")
    screen = scene(main, lines=[line("File", 10, 40), line("Edit", 80, 40)])
    assert kinds(follow([CloseDialog()], screen)) == ["infeasible"]


def test_of_two_windows_the_one_last_worked_in_is_closed() -> None:
    crosses = [replace(at(Kind.ICON, x, y), name="close") for x, y in ((800, 0), (600, 300))]
    screen = scene(*crosses, at(Kind.BUTTON, 450, 500, "Apply now"))
    assert spots(follow([Click(Target("Apply now")), CloseDialog()], screen, screen))[1] == (600, 300)


def test_nothing_is_saved_where_nothing_is_open() -> None:
    assert kinds(follow([Edit("save")], scene())) == ["infeasible"]
