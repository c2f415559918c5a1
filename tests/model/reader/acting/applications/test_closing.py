"""Dialogs: closed where one is there to be closed, and seen to be gone."""

from model.reader.plan import CloseDialog
from tests.model.reader.acting.following import follow, kinds, spots
from tests.model.reader.finding.scenes import scene
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
