"""Conditions, loops and questions, told by what is seen."""

from typing import TypeAlias

from model.reader.plan import (
    IT,
    Click,
    Condition,
    ForEach,
    If,
    Instruction,
    Pause,
    Press,
    Relation,
    Repeat,
    Target,
    Tell,
)
from model.reader.scene import Scene
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox
from tests.model.reader.acting.following import follow, kinds, spots
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import line

Plan: TypeAlias = list[Instruction]

OK = at(Kind.BUTTON, 0, 500, "OK")
SCROLLBAR = Element(Kind.SCROLLBAR, PixelBox(500, 100, 515, 500))


def test_a_condition_is_looked_at_and_one_branch_taken() -> None:
    plan: Plan = [
        If(Condition(Target("Error")), (Click(Target("OK")),), (Press(("f5",)),)),
        Press(("tab",)),
    ]
    assert kinds(follow(plan, scene(OK, lines=[line("Error", 0, 0)]), scene(OK))) == ["click", "press_keys"]
    assert [action.get("keys") for action in follow(plan, scene(OK), scene(OK))] == [["f5"], ["tab"]]


def test_a_condition_without_an_otherwise_is_passed_over() -> None:
    plan: Plan = [If(Condition(Target("Error")), (Click(Target("OK")),)), Press(("tab",))]
    assert follow(plan, scene(OK))[0]["keys"] == ["tab"]


def test_a_loop_does_its_body_so_many_times() -> None:
    plan: Plan = [Repeat((Press(("tab",)), Press(("space",))), times=2), Press(("f5",))]
    keys = [action.get("keys") for action in follow(plan, *[scene()] * 6)]
    assert keys == [["tab"], ["space"], ["tab"], ["space"], ["f5"], None]


def test_a_loop_ends_where_its_condition_holds() -> None:
    plan: Plan = [Repeat((Press(("tab",)),), times=0, until=Condition(Target("End")))]
    actions = follow(plan, scene(), scene(), scene(lines=[line("End", 0, 0)]))
    assert kinds(actions) == ["press_keys", "press_keys", "done"]


def test_a_list_is_gone_through_to_its_end() -> None:
    def screen(*names: str) -> Scene:
        return scene(SCROLLBAR, *(at(Kind.CHECKBOX, 0, 50 * row, name) for row, name in enumerate(names)))

    plan: Plan = [ForEach(Target(kind=Kind.CHECKBOX), (Click(IT),))]
    screens = [screen("Ada", "Bob"), screen("Ada", "Bob"), screen("Ada", "Bob"), *[screen("Bob", "Eve")] * 3]
    actions = follow(plan, *screens, changes=[True, True, True, True, False])
    assert kinds(actions) == ["click", "click", "scroll", "click", "scroll", "done"]
    assert spots(actions)[3] == (0, 50)


def test_for_each_row_its_own_button_is_clicked() -> None:
    rows = [line("@ada", 0, 10), line("@bob", 0, 110), line("@ada", 0, 210)]
    icons = [at(Kind.ICON, 300, y, name="like") for y in (0, 100, 200)]
    plan: Plan = [ForEach(Target("@ada"), (Click(Target("like")),)), Click(Target("OK"))]
    actions = follow(plan, *[scene(*icons, OK, lines=rows)] * 4)
    assert spots(actions) == [(300, 0), (300, 200), (5, 505), None]


def test_rows_that_go_away_when_they_are_done_are_each_done_once() -> None:
    def screen(*names: str) -> object:
        lines = [line(name, 0, 10 + 100 * n) for n, name in enumerate(names)]
        return scene(*[at(Kind.ICON, 300, 100 * n, name="delete") for n, _ in enumerate(names)], lines=lines)

    plan: Plan = [ForEach(Target("spam"), (Click(Target("delete", relations=(Relation("in the row of", IT),))),))]
    screens = [
        screen("spam", "ham", "spam", "spam"),
        screen("ham", "spam", "spam"),
        screen("ham", "spam"),
        screen("ham"),
    ]
    actions = follow(plan, *screens)  # type: ignore[arg-type]
    assert spots(actions) == [(300, 0), (300, 100), (300, 100), None]
    assert kinds(actions)[-1] == "done"


def test_only_the_first_of_several_where_a_limit_says_so() -> None:
    rows = [line("@ada", 0, 10), line("@ada", 0, 210)]
    plan: Plan = [ForEach(Target("@ada"), (Click(IT),), limit=1)]
    assert kinds(follow(plan, *[scene(lines=rows)] * 2)) == ["click", "done"]


def test_fewer_than_were_asked_for_are_not_done() -> None:
    plan: Plan = [ForEach(Target("@ada"), (Click(IT),), limit=2)]
    actions = follow(plan, *[scene(lines=[line("@ada", 0, 10)])] * 2)
    assert kinds(actions) == ["click", "infeasible"]
    assert "I find 1 and not 2 of these" in actions[-1]["reason"]


def test_a_loop_over_what_is_not_there_ends_honestly() -> None:
    plan: Plan = [ForEach(Target("@ada"), (Click(IT),))]
    assert kinds(follow(plan, *[scene(lines=[line("@bob")])] * 3)) == ["wait", "wait", "infeasible"]


def test_questions_are_answered_at_the_end() -> None:
    lines = [line("Total", 0, 0), line("42 EUR", 200, 0)]
    plan: Plan = [
        Tell(Target(relations=(Relation("right of", Target("Total")),))),
        Tell(Target("Total"), "count"),
    ]
    assert follow(plan, scene(lines=lines)) == [{"action_type": "answer", "text": "42 EUR\n1"}]


def test_an_answer_is_kept_over_the_steps_that_follow() -> None:
    plan: Plan = [Tell(Target(), "is", Condition(Target("Error"), holds=False)), Pause(1)]
    assert follow(plan, *[scene(lines=[line("Fine")])] * 2)[-1] == {"action_type": "answer", "text": "yes"}


def test_the_same_history_gives_the_same_actions() -> None:
    plan: Plan = [Repeat((Press(("tab",)), Press(("space",))), times=2)]
    assert follow(plan, *[scene()] * 5) == follow(plan, *[scene()] * 5)


def test_a_search_goes_on_where_one_of_its_steps_changes_nothing() -> None:
    tabs = [at(Kind.TAB, 120 * n, 0, f"Tab {n}") for n in (0, 1)]
    plan: Plan = [ForEach(Target(kind=Kind.TAB), (Click(IT),), until=Condition(Target("Ada"))), Click(Target("Ada"))]
    closed, opened = scene(*tabs), scene(*tabs, lines=[line("Ada", 0, 300)])
    actions = follow(plan, closed, closed, closed, opened, changes=[False, False, True])
    assert [action.get("seconds") for action in actions] == [None, 2.5, None, None]
    assert spots(actions) == [(0, 0), None, (120, 0), (0, 300)]


def test_an_icon_of_another_card_is_not_taken_for_the_own_one_that_is_out_of_sight() -> None:
    cards = [line("@bob 2h", 0, 10), line("@ada 3h", 0, 210)]
    icons = [at(Kind.ICON, 300, 100, name="like")]
    plan: Plan = [ForEach(Target("@ada"), (Click(Target("like", kind=Kind.ICON)),))]
    assert kinds(follow(plan, *[scene(*icons, lines=cards)] * 3)) == ["wait", "wait", "infeasible"]


def test_an_icon_of_a_card_whose_head_is_out_of_view_is_not_taken_for_the_own_one() -> None:
    cards = [line("@bob 2h", 0, 110), line("@ada 3h", 0, 310)]
    icons = [at(Kind.ICON, 300, y, name="like") for y in (40, 200)]
    plan: Plan = [ForEach(Target("@ada"), (Click(Target("like", kind=Kind.BUTTON)),))]
    assert kinds(follow(plan, *[scene(*icons, lines=cards)] * 3)) == ["wait", "wait", "infeasible"]


def test_a_step_of_a_loop_without_effect_is_not_tried_on_another_card() -> None:
    cards = [line("@ada 2h", 0, 10), line("@bob 3h", 0, 210)]
    icons = [at(Kind.ICON, 300, y, name="like") for y in (60, 260)]
    plan: Plan = [ForEach(Target("@ada"), (Click(Target("like", kind=Kind.ICON)),))]
    actions = follow(plan, *[scene(*icons, lines=cards)] * 5, changes=[False] * 4)
    assert [spot for spot in spots(actions) if spot] == [(300, 60)] * 2
    assert kinds(actions)[-1] == "infeasible"


def test_an_effect_that_came_between_two_looks_is_seen_by_what_the_screen_reads() -> None:
    before, after = scene(OK, lines=[line("Draft", 0, 0)]), scene(OK, lines=[line("Sent", 0, 0)])
    plan: Plan = [Click(Target("OK")), Press(("tab",))]
    assert kinds(follow(plan, before, before, after, changes=[False, False])) == ["click", "wait", "press_keys"]


def test_a_clock_that_ticks_is_no_effect() -> None:
    screens = [scene(OK, lines=[line(f"10:{minute}", 0, 0)]) for minute in (41, 42, 43, 44, 45)]
    assert kinds(follow([Click(Target("OK"))], *screens, changes=[False] * 4))[-1] == "infeasible"
