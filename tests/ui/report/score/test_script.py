"""The script of a score's page in a real browser: it filters, fills in pictures, and enlarges them."""

import html
import json
import re
from pathlib import Path

from tasks.recorded.predictions.prediction import Prediction
from tests.tasks.recorded.scored import write_score
from tests.tasks.recorded.writing import screenspot, write_screenspot
from tests.ui.report.suite.test_script import dom
from ui.report.score.page import write_score_report

PRESSES = """
const seen = {};
const shown = () => steps.filter((step) => !step.hidden).map((step) => step.querySelector(".what b").textContent);
const press = (chosen) => document.querySelector(chosen).click();
const type = (words) => { text.value = words; text.dispatchEvent(new Event("input")); };
const choose = (value) => {
  const list = lists.find((each) => [...each.options].some((option) => option.value === value));
  list.value = value; list.dispatchEvent(new Event("change"));
  return () => { list.value = ""; list.dispatchEvent(new Event("change")); };
};
type('2"'); seen.text = shown(); type("");
press('[data-fate="wrong"]'); seen.fate = shown(); press('[data-fate="wrong"]');
const undo = choose("type: text"); seen.group = shown();
press('[data-fate="right"]'); seen.both = shown(); seen.none = document.querySelector(".nothing").hidden;
press('[data-fate="right"]'); undo(); seen.all = document.getElementById("shown").textContent;
steps[0].open = true;
steps[0].addEventListener("toggle", () => {
  seen.filled = steps[0].querySelector("img").src.startsWith("data:image/webp");
  steps[0].querySelector("img").click();
  seen.large = [large.open, large.querySelectorAll(".box").length];
  document.body.dataset.seen = JSON.stringify(seen);
});
"""


def test_it_filters_fills_and_enlarges(tmp_path: Path) -> None:
    data = write_screenspot(tmp_path / "data", [screenspot(number) for number in range(3)])
    places = ((20, 30), (390, 290), (20, 30))
    answers = [Prediction(id=f"screenspot_desktop_{n}", pixels=place) for n, place in enumerate(places)]
    page = write_score_report(write_score(tmp_path / "score", data, answers))
    assert "3 of 3" in dom(page.as_uri(), tmp_path / "profile"), "the page's policy lets its script run"
    source = page.read_text(encoding="utf-8").replace("script-src 'sha256-", "script-src 'unsafe-inline' 'x-")
    pressed = tmp_path / "pressed.html"
    pressed.write_text(source.replace("</body>", f"<script>{PRESSES}</script></body>"), encoding="utf-8")
    found = re.search(r'data-seen="([^"]*)"', dom(pressed.as_uri(), tmp_path / "profile"))
    assert found
    assert json.loads(html.unescape(found[1])) == {
        "text": ['click "press button 2"'],
        "fate": ['click "press button 1"'],
        "group": ['click "press button 1"'],
        "both": [],
        "none": False,
        "all": "3 of 3",
        "filled": True,
        "large": [True, 2],
    }
