"""Which tasks a name and seeds stand for, and what is said where there are none."""

import sys
from pathlib import Path

import pytest

from tasks.live.miniwob.pages import MiniWobError, pages
from tasks.live.miniwob.runs import miniwob_tasks
from tasks.task import Task, reasons_for_trust
from tests.tasks.live.miniwob.installed import needs_pages


def ids(*names: str, seeds: range = range(1), timed: bool = False) -> list[str]:
    return [task.run_id for task in miniwob_tasks(names, seeds, timed=timed)]


@needs_pages
def test_a_page_has_a_run_for_each_seed() -> None:
    assert ids("click-test", seeds=range(3, 5)) == ["miniwob/click-test#3", "miniwob/click-test#4"]


@needs_pages
def test_a_pattern_stands_for_several_pages_each_once() -> None:
    wanted = ["miniwob/click-tab#0", "miniwob/click-tab-2#0", "miniwob/click-tab-2-easy#0"]
    assert ids("click-tab", "click-tab*")[:3] == wanted
    assert len(ids("click-tab", "click-tab*")) == len(set(ids("click-tab*")))


@needs_pages
def test_all_are_all_of_the_package() -> None:
    assert len(ids("all")) == len(pages()) >= 100


@needs_pages
def test_a_timed_run_is_another_one() -> None:
    assert ids("click-test", timed=True) == ["miniwob/click-test (timed)#0"]


@needs_pages
def test_it_travels_as_json_and_needs_no_trust() -> None:
    (task,) = miniwob_tasks(["click-test"], [7])
    assert Task.model_validate_json(task.model_dump_json()) == task
    assert reasons_for_trust(task) == []


@needs_pages
@pytest.mark.parametrize("name", ["click-buton", "click_button", "Click-Button"])
def test_a_mistyped_name_is_told_the_nearest_one(name: str) -> None:
    with pytest.raises(MiniWobError, match="is `click-button` meant"):
        miniwob_tasks([name], [0])


@needs_pages
@pytest.mark.parametrize("name", ["", "../core/core", "点击", "x" * 5000, "[", "click-test\0"])
def test_what_is_no_page_is_refused(name: str) -> None:
    with pytest.raises(MiniWobError, match="no page"):
        miniwob_tasks([name], [0])


def test_without_the_package_the_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    with pytest.raises(MiniWobError, match="pip install"):
        miniwob_tasks(["click-test"], [0])


def test_a_folder_of_the_same_name_is_not_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "miniwob").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    with pytest.raises(MiniWobError, match="not installed"):
        pages()
