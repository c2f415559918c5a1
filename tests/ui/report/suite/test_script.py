"""The page's script in a real browser: it runs under the page's policy, filters, fills and enlarges."""

import html
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tasks.runner.records import Status
from tests.tasks.report.suites import FAILED, attempt, recorded, result, write
from ui.report.suite.page import write_suite_report

HOSTILE = "</script><img src=x onerror=\"document.title='seized'\">"
PRESSES = """
const seen = {};
const shown = () => tasks.filter((task) => !task.hidden).map((task) => task.querySelector(".what b").textContent);
const press = (chosen) => document.querySelector(chosen).click();
const type = (words) => { text.value = words; text.dispatchEvent(new Event("input")); };
type("S/A"); seen.text = shown(); type("");
press('[data-status="failed"]'); seen.status = shown();
press('[data-tag="one"]'); seen.statusAndTag = shown(); press('[data-tag="one"]'); press('[data-status="failed"]');
type("nothing like it"); seen.none = [shown().length, document.querySelector(".nothing").hidden]; type("");
const task = tasks.find((each) => each.querySelector(".what b").textContent === "s/b");
task.open = true;
task.addEventListener("toggle", () => {
  const figures = [...task.querySelectorAll("figure")];
  seen.filled = figures.filter((figure) => figure.querySelector("img")?.src.startsWith("data:image/webp")).length;
  figures[1].querySelector("img").click();
  seen.large = [large.open, large.querySelectorAll(".box").length, large.querySelector("p").textContent];
  large.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
  seen.next = large.querySelector("p").textContent;
  large.querySelector("img").click();
  seen.closed = !large.open;
  document.body.dataset.seen = JSON.stringify(seen);
});
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    hostile = result(HOSTILE, attempt(), status=Status.PASSED, tags=(HOSTILE,), reason=HOSTILE)
    bad = recorded(folder, "b", FAILED).model_copy(update={"tags": ("two",)})
    write(folder, result("a", attempt(), tags=("one",)), bad, result("c", FAILED, tags=("one",)), hostile)
    return write_suite_report(folder)


def dom(address: str, profile: Path) -> str:
    """Return the page as it stands in the browser once its script has run."""
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
    quiet = ("--no-first-run", "--disable-component-update", f"--user-data-dir={profile}")
    waits = ("--virtual-time-budget=4000", "--dump-dom")
    command = ["chromium", *options, *quiet, *waits, address]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def test_the_policy_lets_the_script_run_and_nothing_that_a_task_says(page: Path, tmp_path: Path) -> None:
    seen = dom(page.as_uri(), tmp_path / "profile")
    assert "4 of 4" in seen
    assert "<title>seized" not in seen


def test_it_filters_fills_and_enlarges(page: Path, tmp_path: Path) -> None:
    source = page.read_text(encoding="utf-8").replace("script-src 'sha256-", "script-src 'unsafe-inline' 'x-")
    pressed = tmp_path / "pressed.html"
    pressed.write_text(source.replace("</body>", f"<script>{PRESSES}</script></body>"), encoding="utf-8")
    found = re.search(r'data-seen="([^"]*)"', dom(pressed.as_uri(), tmp_path / "profile"))
    assert found
    seen: dict[str, Any] = json.loads(html.unescape(found[1]))
    assert seen == {
        "text": ["s/a"],
        "status": ["s/b", "s/c"],
        "statusAndTag": ["s/c"],
        "none": [0, False],
        "filled": 4,
        "large": [True, 1, "1 · Click – Before"],
        "next": "1 · Click – After",
        "closed": True,
    }
