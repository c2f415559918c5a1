"""The page of a score: what was right and what was answered, bounded, and no text becomes anything but text."""

import os
import re
import stat
from pathlib import Path

import pytest

from actions.schema import Box, Click, Infeasible
from tasks.recorded.errors import ScoreError
from tasks.recorded.predictions.prediction import Prediction
from tests.tasks.recorded.scored import change_verdicts, write_score
from tests.tasks.recorded.writing import reply, screenspot, write_screenspot
from tests.ui.report.suite.test_page import HOSTILE, MARKUP, Page
from ui.report.score import gathering
from ui.report.score.gathering import Bounds
from ui.report.score.page import render_score_report, write_score_report
from ui.wording import Language

ANSWERS = (
    Prediction(id="screenspot_desktop_0", pixels=(20, 30), seconds=1.5, tokens=40),
    Prediction(id="screenspot_desktop_1", reply=reply(Click(box_2d=Box.at(900, 900)), thought="想一想")),
    Prediction(id="screenspot_desktop_2", reply="<think>hm</think>I do not know."),
)


class ScorePage(Page):
    """The page's steps and boxes."""

    def steps(self) -> list[dict[str, str | None]]:
        return [found for _, found in self.elements if "scored" in (found.get("class") or "").split()]

    def boxes(self, kind: str) -> list[str]:
        return [found["style"] or "" for _, found in self.elements if (found.get("class") or "").strip() == kind]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_screenspot(tmp_path / "data", [*(screenspot(number) for number in range(3)), screenspot(3, bbox=...)])


@pytest.fixture
def folder(tmp_path: Path, data: Path) -> Path:
    return write_score(tmp_path / "out" / "分数 1", data, ANSWERS)


def page_of(*folders: Path, language: Language = "en") -> ScorePage:
    return ScorePage(render_score_report(folders, language))


def test_each_step_is_there_the_wrong_ones_first(folder: Path) -> None:
    page = page_of(folder)
    assert [step["data-fate"] for step in page.steps()] == ["wrong", "unreadable", "right"]
    for text in ("33.3", "1 of 3 steps are right", "95 % interval: 6.1 % to 79.2 %", "1.50", "想一想", "a model"):
        assert text in page.text


def test_what_was_right_and_what_was_answered_are_drawn_on_the_screenshot(folder: Path) -> None:
    page = page_of(folder)
    assert page.boxes("box gold")[2] == "left:2.5%;top:6.666666666666667%;width:7.5%;height:13.333333333333332%"
    assert page.boxes("box point") == [
        "left:90.0%;top:90.0%;width:0.0%;height:0.0%",
        "left:5.0%;top:10.0%;width:0.0%;height:0.0%",
    ]
    assert all(picture["url"].startswith("data:image/webp") for picture in page.pictures().values() if "url" in picture)


def test_skipped_records_stand_there_with_their_reasons(folder: Path) -> None:
    page = page_of(folder)
    assert "1 records were skipped" in page.text
    assert "the field bbox is missing." in page.text


def test_steps_can_be_filtered_by_verdict_action_and_groups(folder: Path) -> None:
    page = page_of(folder)
    assert [found["data-fate"] for tag, found in page.elements if tag == "button" and "data-fate" in found] == [
        "wrong",
        "unreadable",
        "right",
    ]
    assert "action: click" in (page.steps()[0]["data-groups"] or "")
    options = [found["value"] for tag, found in page.elements if tag == "option"]
    assert {"", "type: icon", "type: text"} <= set(options)


def test_published_figures_stand_beside_their_source(tmp_path: Path, folder: Path) -> None:
    report = (folder / "score.json").read_text().replace('"benchmark": "screenspot"', '"benchmark": "screenspot-v2"')
    (folder / "score.json").write_text(report)
    text = page_of(folder).text
    assert "UI-Venus-1.5-8B95.9https://github.com/ZJU-REAL/ClawGUI" in text
    assert "No figure was found for GLM-4.1V-9B-Thinking" in text
    assert "in zai-org/GLM-V (README" in text


def test_without_screenshots_the_boxes_stand_in_an_empty_frame(tmp_path: Path) -> None:
    data = write_screenspot(tmp_path / "bare", [screenspot(0)], pictures=False)
    answer = Prediction(id="screenspot_desktop_0", action=(Infeasible(),))
    page = page_of(write_score(tmp_path / "s", write_screenspot(data, [screenspot(0)]), [answer]))
    assert page.boxes("box gold")


def test_many_steps_are_bounded_the_wrong_ones_first_and_that_is_said(tmp_path: Path) -> None:
    data = write_screenspot(tmp_path / "many", [screenspot(number) for number in range(60)])
    places = [(12 + n % 50, 30) if n % 6 else (399, 299) for n in range(60)]
    answers = [Prediction(id=f"screenspot_desktop_{n}", pixels=place) for n, place in enumerate(places)]
    kept = [write_score(tmp_path / "s", data, answers)]
    page = ScorePage(render_score_report(kept, bounds=Bounds(steps=20, pictures=5)))
    assert [step["data-fate"] for step in page.steps()] == ["wrong"] * 10 + ["right"] * 10
    assert len(page.pictures()) == 5
    assert "20 of 60 steps are shown, what went wrong first" in page.text
    assert "15 steps are shown without their screenshot" in page.text
    assert "50 of 60 steps are right" in page.text


def test_what_the_data_and_the_model_say_stays_text(folder: Path) -> None:
    told = {"goal": HOSTILE, "why": HOSTILE, "thought": HOSTILE, "answer": HOSTILE, "file": HOSTILE, "task": HOSTILE}
    change_verdicts(folder, **told, groups=((HOSTILE, HOSTILE),), parts={HOSTILE: 0.5}, screenshot=HOSTILE)
    page = page_of(folder)
    assert [found for _, found in page.elements if any(name.startswith("on") for name in found)] == []
    assert {tag for tag, _ in page.elements} & MARKUP == {"script", "img"}
    assert sum(tag == "script" for tag, _ in page.elements) == 2
    assert "onerror=alert(1)" in page.text


def test_a_screenshot_that_is_none_is_said(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "text.png").write_text("no picture")
    change_verdicts(folder, screenshot=str(tmp_path / "text.png"))
    assert [picture["lack"] for picture in page_of(folder).pictures().values()] == [
        "the screenshot text.png is no picture."
    ]


@pytest.mark.parametrize("name", ["pipe", "folder", "\0", "n" * 5000])
def test_a_screenshots_name_that_means_something_else_is_not_opened(folder: Path, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    change_verdicts(folder, screenshot=str(tmp_path / name))
    page = page_of(folder)
    assert len(page.steps()) == 3
    assert all("url" not in picture for picture in page.pictures().values())


def test_two_scores_stand_side_by_side(folder: Path, data: Path, tmp_path: Path) -> None:
    better = [*ANSWERS[:1], Prediction(id="screenspot_desktop_1", pixels=(20, 30))]
    page = page_of(folder, write_score(tmp_path / "better", data, better))
    assert [step["data-fate"] for step in page.steps()] == ["only the second is right", "both are right"]
    assert sum(tag == "figure" and "data-picture" in found for tag, found in page.elements) == 4
    assert len(page.pictures()) == 2
    for text in ("over the 2 steps that both have", "1 only in the first, 0 only in the second", "McNemar's test"):
        assert text in page.text


def test_it_speaks_chinese(folder: Path) -> None:
    page = page_of(folder, language="zh")
    for text in ("录制任务评分", "3 步中有 1 步正确", "无法读取", "单击", "跳过了 1 条记录"):
        assert text in page.text


def test_all_that_the_page_says_has_its_chinese() -> None:
    folder = Path(gathering.__file__).parent
    said = {text for file in folder.glob("*.j2") for text in re.findall(r'_\("((?:[^"\\]|\\.)*)"\)', file.read_text())}
    catalogue = (folder.parent / "chinese.yaml").read_text(encoding="utf-8")
    assert len(said) > 30
    assert [text for text in said if f"{text}:" not in catalogue and f'"{text}":' not in catalogue] == []


def test_the_page_is_private_in_its_folder_and_a_file_like_others_elsewhere(folder: Path, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        assert stat.S_IMODE(write_score_report(folder).stat().st_mode) == 0o600
    finally:
        os.umask(before)
    assert write_score_report(folder, out=tmp_path / "page.html") == tmp_path / "page.html"


def test_a_place_that_cannot_be_written_is_said(folder: Path) -> None:
    (folder / "report.html").mkdir()
    with pytest.raises(ScoreError, match="cannot be written"):
        write_score_report(folder)
