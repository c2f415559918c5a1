"""Looking for a text with the application's search: it is found where it stands beside the search's own field."""

import pytest

from model.reader.plan import Find
from tests.model.reader.acting.following import follow, kinds
from tests.model.reader.finding.scenes import scene
from tests.model.sight.screens import line

EDITOR = scene(lines=[line("File Edit View")])
FIELD = line("autumn", 0, 300)
SEARCH = scene(lines=[line("A letter"), FIELD])


def test_a_text_is_looked_for_with_the_applications_search() -> None:
    found = scene(lines=[line("It was a warm autumn by the sea."), FIELD])
    actions = follow([Find("autumn")], EDITOR, EDITOR, SEARCH, found)
    assert kinds(actions) == ["press_keys", "input_text", "press_keys", "done"]
    assert actions[0]["keys"] == ["ctrl", "f"]


@pytest.mark.parametrize("text", ["Midautumn fair", "AUTUMN"])
def test_a_part_of_a_word_is_found_too(text: str) -> None:
    assert kinds(follow([Find("autumn")], EDITOR, EDITOR, SEARCH, scene(lines=[line(text), FIELD])))[-1] == "done"


def test_a_text_that_stands_in_the_searchs_field_alone_is_not_found() -> None:
    actions = follow([Find("autumn")], EDITOR, EDITOR, SEARCH, SEARCH, SEARCH, changes=[True, True, False, False])
    assert kinds(actions)[-2:] == ["wait", "infeasible"]


@pytest.mark.parametrize("said", ["“autumn” was not found", "0 of 0", "autumn：未找到"])
def test_a_search_that_says_so_has_found_nothing(said: str) -> None:
    end = follow([Find("autumn")], EDITOR, EDITOR, SEARCH, scene(lines=[line(said), FIELD]))[-1]
    assert end["action_type"] == "infeasible"
    assert "autumn" in end["reason"]


def test_words_like_it_that_stood_there_before_say_nothing() -> None:
    page = line("Lost keys were not found in autumn")
    assert kinds(follow([Find("autumn")], *[scene(lines=[page, FIELD])] * 4))[-1] == "done"


def test_a_text_that_did_not_arrive_in_the_search_ends_it() -> None:
    end = follow([Find("autumn")], EDITOR, EDITOR, EDITOR)[-1]
    assert end["action_type"] == "infeasible"
