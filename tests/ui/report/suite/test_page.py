"""The page of a run of tasks: everything is told, nothing is loaded, and no text becomes anything but text."""

import base64
import json
import os
import re
import stat
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import pytest

from tasks.runner.records import Cause, Looked, Result, Status
from tasks.runner.results import ResultsError
from tests.agent.recording.runs import record
from tests.tasks.report.suites import FAILED, attempt, begin_attempt, recorded, result, write
from ui.report.suite.page import render_suite_report, write_suite_report
from ui.report.words import CAUSES
from ui.wording import Language

HOSTILE = "</script><img src=x onerror=alert(1)>\u2028{{7*7}}${8*8}"
MARKUP = {"script", "img", "iframe", "object", "form", "link", "base"}


class Page(HTMLParser):
    """Collects the elements with their attributes, and all text that is shown."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.source, self.text = page, ""
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def tasks(self) -> list[dict[str, str | None]]:
        return [found for tag, found in self.elements if tag == "details" and "task" in (found["class"] or "").split()]

    def pictures(self) -> dict[str, dict[str, str]]:
        found = re.search(r'id="pictures">(.*?)</script>', self.source, re.DOTALL)
        assert found
        pictures: dict[str, dict[str, str]] = json.loads(found[1])
        return pictures


def page_of(folder: Path, *results: Result, language: Language = "en") -> Page:
    return Page(render_suite_report(write(folder, *results), language))


def test_each_task_is_listed_the_bad_ones_first(tmp_path: Path) -> None:
    page = page_of(tmp_path, result("好", attempt()), result("bad", FAILED), result("later"))
    assert [task["data-status"] for task in page.tasks()] == ["failed", "passed", "skipped"]
    for text in ("s/好", "s/bad", "50%", "1 of 2 tasks reached their goal", "95 % interval: 9 % to 91 %"):
        assert text in page.text


def test_a_failed_check_says_what_it_saw_beside_what_it_wanted_with_its_picture(tmp_path: Path) -> None:
    page = page_of(tmp_path, recorded(tmp_path, "bad", FAILED))
    wanted, saw = page.text.index("the text “Hello 会议” in note.txt"), page.text.index("“Hullo”")
    assert wanted < saw
    assert "What the check saw" in page.text


def test_a_failed_check_without_a_picture_shows_the_last_screen(tmp_path: Path) -> None:
    bare = FAILED.model_copy(update={"findings": (Looked(held=False, wanted="a file", saw="none"),)})
    page = page_of(tmp_path, recorded(tmp_path, "bad", bare))
    assert "The screen at the last step" in page.text


def test_each_step_has_its_picture_before_and_after_its_box_and_its_thought(tmp_path: Path) -> None:
    page = page_of(tmp_path, recorded(tmp_path, "a", attempt(), steps=3))
    keys = [found["data-picture"] for tag, found in page.elements if tag == "figure" and "data-picture" in found]
    assert keys == ["p0", "p1", "p1", "p2", "p2"]
    assert page.pictures()["p0"]["url"].startswith("data:image/webp;base64,")
    assert sum(found.get("class") == "box" for _, found in page.elements) == 3
    assert page.text.count("想一想") == 3
    assert "think 1.50 s" in page.text


def test_the_parts_of_an_attempt_are_headed_by_their_goals(tmp_path: Path) -> None:
    made = recorded(tmp_path, "a", attempt())
    record(tmp_path / made.folders[0] / "run-2", 2)
    page = page_of(tmp_path, made)
    assert sum(found.get("class") == "begins" for _, found in page.elements) == 2
    assert page.text.count("写一份会议纪要") == 3


def test_every_attempt_is_shown(tmp_path: Path) -> None:
    page = page_of(tmp_path, recorded(tmp_path, "a", FAILED, attempt()).model_copy(update={"status": Status.FLAKY}))
    assert "Attempt 1 of 2" in page.text
    assert "Attempt 2 of 2" in page.text
    assert "1 of 1 tasks reached their goal, 0 at the first attempt" in page.text


def test_the_last_run_stands_beside_this_one_and_the_history_is_a_strip(tmp_path: Path) -> None:
    for number, made in enumerate((attempt(minutes=1), attempt(minutes=2))):
        write(tmp_path / f"r{number}", result("a", made))
    page = page_of(tmp_path / "r2", result("a", FAILED.model_copy(update={"started": attempt(minutes=3).started})))
    strip = [found["class"] for tag, found in page.elements if tag == "i" and ": " in (found.get("title") or "")]
    assert strip == ["passed", "passed", "failed now"]
    assert "changed" in page.text
    assert "data-changed" in page.tasks()[0]


def test_a_task_that_a_kill_broke_off_is_shown_with_what_it_did(tmp_path: Path) -> None:
    begin_attempt(tmp_path, "broken", goal="write it")
    page = page_of(tmp_path, recorded(tmp_path, "a", attempt()))
    assert [task["data-status"] for task in page.tasks()] == ["interrupted", "passed"]
    assert "The run was ended before this task was over." in page.text
    assert "write it" in page.text


def test_a_page_of_nothing_yet_is_a_page(tmp_path: Path) -> None:
    assert "No task here says anything of the agent." in page_of(tmp_path).text


def test_what_tasks_checks_and_models_say_stays_text(tmp_path: Path) -> None:
    looked = Looked(held=False, wanted=HOSTILE, saw=HOSTILE, picture=HOSTILE)
    bad = FAILED.model_copy(update={"reason": HOSTILE, "answer": HOSTILE, "findings": (looked,)})
    made = recorded(tmp_path, "a", bad, goal=HOSTILE)
    hostile = {"id": f"s/{HOSTILE}#0", "name": HOSTILE, "file": HOSTILE, "tags": (HOSTILE,), "reason": HOSTILE}
    page = page_of(tmp_path, made.model_copy(update=hostile))
    assert [found for tag, found in page.elements if any(name.startswith("on") for name in found)] == []
    assert {tag for tag, _ in page.elements} & MARKUP == {"script", "img"}
    assert all("src" not in found for tag, found in page.elements if tag == "img")
    assert sum(tag == "script" for tag, _ in page.elements) == 2
    assert "onerror=alert(1)" in page.text


def test_only_the_pages_own_script_may_run_and_nothing_is_loaded(tmp_path: Path) -> None:
    page = page_of(tmp_path, recorded(tmp_path, "a", attempt()))
    (policy,) = [found["content"] or "" for tag, found in page.elements if "Content-Security-Policy" in found.values()]
    script = page.source[page.source.rindex("<script>") + len("<script>") : page.source.rindex("</script>")]
    digest = base64.b64encode(sha256(script.encode()).digest()).decode()
    assert policy == f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    assert not [found for _, found in page.elements if not (found.get("href") or "#").startswith("#")]


def test_it_speaks_chinese(tmp_path: Path) -> None:
    page = page_of(tmp_path, recorded(tmp_path, "a", FAILED), language="zh")
    for text in ("任务运行报告", "失败", "期望", "之前", "单击", "检查未通过"):
        assert text in page.text


def test_all_that_the_page_says_has_its_chinese() -> None:
    folder = Path(render_suite_report.__code__.co_filename).parent
    said = {text for file in folder.glob("*.j2") for text in re.findall(r'_\("((?:[^"\\]|\\.)*)"\)', file.read_text())}
    catalogue = (folder.parent / "chinese.yaml").read_text(encoding="utf-8")
    assert len(said) > 40
    assert [text for text in said if f"{text}:" not in catalogue and f'"{text}":' not in catalogue] == []


def test_results_that_were_damaged_by_hand_are_shown_as_far_as_they_go(tmp_path: Path) -> None:
    made = recorded(tmp_path, "a", FAILED, attempt())
    few = made.model_copy(update={"folders": made.folders[:1], "id": "s/few#0"})
    lying = result("far", attempt(), folders=(Path("../../etc"),))
    (tmp_path / made.folders[0] / "run-1" / "step-001.png").write_bytes(b"no picture")
    page = page_of(tmp_path, made, few, lying)
    assert len(page.tasks()) == 3
    assert any("cannot be read" in picture.get("lack", "") for picture in page.pictures().values())


def test_the_page_is_private_as_what_it_shows(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        page = write_suite_report(write(tmp_path, result("a", attempt())))
        assert stat.S_IMODE(page.stat().st_mode) == 0o600
    finally:
        os.umask(before)


def test_the_page_may_be_written_elsewhere(tmp_path: Path) -> None:
    out = write_suite_report(write(tmp_path / "run", result("a", attempt())), out=tmp_path / "page.html")
    assert out == tmp_path / "page.html"
    assert not (tmp_path / "run" / "report.html").exists()


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    write(tmp_path, result("a", attempt()))
    (tmp_path / "report.html").mkdir()
    with pytest.raises(ResultsError, match="cannot be written"):
        write_suite_report(tmp_path)


def test_every_cause_has_its_words() -> None:
    assert set(get_args(Cause)) <= set(CAUSES)
