"""What "it" and "the second one" mean."""

import pytest

from model.reader.language.sentence.step import Mention, Search
from model.reader.language.things.context import Context
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import (
    IT,
    Click,
    Condition,
    Edit,
    Expand,
    ForEach,
    Highlight,
    Relation,
    Scroll,
    Target,
    Type,
    WaitFor,
)
from model.sight.element import Kind

NAME, SAVE = Target("Name"), Target("Save")


def test_it_is_what_was_named_last() -> None:
    assert Context().resolve([Click(NAME), Type("a", IT)]) == [Click(NAME), Type("a", NAME)]


def test_another_one_of_these_keeps_the_name() -> None:
    assert Context().resolve([Click(NAME), Click(Target(ordinal=2, it=True))])[1] == Click(Target("Name", ordinal=2))


def test_a_thing_inside_it_is_inside_what_was_named() -> None:
    inside = Target("Save", relations=(Relation("inside", IT),))
    assert Context().resolve([Click(NAME), Click(inside)])[1] == Click(
        Target("Save", relations=(Relation("inside", NAME),))
    )


def test_it_without_anything_named_is_an_error() -> None:
    with pytest.raises(InstructionError, match="“it”"):
        Context().resolve([Click(IT)])


def test_in_a_loop_it_stays_the_one_whose_turn_it_is() -> None:
    assert Context().resolve([Click(NAME), Click(IT)], in_loop=True) == [Click(NAME), Click(IT)]


def test_what_is_only_mentioned_gives_no_instruction() -> None:
    assert Context().resolve([Mention(NAME), Click(IT)]) == [Click(NAME)]


def test_after_a_search_by_scrolling_it_is_what_was_looked_for() -> None:
    assert Context().resolve([Scroll("down", until=SAVE, target=NAME), Click(IT)])[1] == Click(SAVE)


def test_a_command_leaves_it_what_it_was() -> None:
    assert Context().resolve([Click(NAME), Edit("copy"), Click(IT)])[2] == Click(NAME)


def test_an_announced_search_goes_before_what_is_looked_for() -> None:
    found = Context().resolve([Search(Target(), fold=True), Click(SAVE)])
    assert found == [ForEach(Target(), (Expand(IT),), Condition(SAVE)), Click(SAVE)]


def test_again_does_the_last_to_another_thing() -> None:
    context = Context()
    context.resolve([Click(NAME, clicks=2)])
    assert context.again(SAVE) == Click(SAVE, clicks=2)


def test_nothing_is_done_again_where_nothing_was_done() -> None:
    assert Context().again(SAVE) is None


def test_what_was_only_to_be_found_shall_show() -> None:
    context = Context()
    assert context.resolve([Mention(SAVE)]) == []
    assert context.finish() == [WaitFor(SAVE)]


def test_what_was_found_and_used_is_done_with() -> None:
    context = Context()
    context.resolve([Mention(SAVE), Click(IT)])
    assert context.finish() == []


def test_a_search_for_nothing_is_an_error() -> None:
    context = Context()
    context.resolve([Search(Target(kind=Kind.TAB))])
    with pytest.raises(InstructionError, match="looked for in tab"):
        context.finish()


def test_a_box_with_a_name_is_known_by_that() -> None:
    assert Context().resolve([Click(Target("Name", shape="box"))]) == [Click(NAME)]


def test_what_is_sought_through_tabs_shall_show() -> None:
    context = Context()
    context.resolve([Search(Target(kind=Kind.TAB)), Mention(SAVE)])
    assert context.finish() == [ForEach(Target(kind=Kind.TAB), (Click(IT),), Condition(SAVE)), WaitFor(SAVE)]


def test_what_was_typed_is_selected_before_it_is_made_bold() -> None:
    bold = Edit("bold")
    assert Context().resolve([Type("Hello"), bold, Edit("italic")])[1:] == [
        Highlight(Target("Hello", quoted=True)),
        bold,
        Edit("italic"),
    ]
    assert Context().resolve([Type("Hello"), Edit("select all"), bold])[1:] == [Edit("select all"), bold]
    assert Context().resolve([Type("Hello"), Edit("paste")])[1:] == [Edit("paste")]
