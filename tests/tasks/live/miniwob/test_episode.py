"""Episodes in a real Chromium: what a seed makes, what the page is worth, and every way in which it can be left."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from agent.errors import DesktopError
from tasks.checks.base import Unseen
from tasks.checks.machine import Reward
from tasks.displays import VirtualDisplay
from tasks.live.miniwob.episode import MiniWobEpisode, open_episode
from tasks.live.miniwob.pages import MiniWobError
from tests.tasks.live.miniwob.installed import needs_pages

pytestmark = [pytest.mark.display, needs_pages]


def utterance(home: Path, seed: int) -> str:
    with open_episode("click-button", seed, home, timed=False) as episode:
        return episode.utterance


def script(episode: MiniWobEpisode, expression: str) -> object:
    return episode._browser.evaluate(expression)  # what else would take hands, or time


def test_the_same_seed_makes_the_same_problem_and_nothing_stays(display: VirtualDisplay, tmp_path: Path) -> None:
    first, again, other = (utterance(tmp_path, seed) for seed in (0, 0, 1))
    assert first == again != other
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_gives_the_parts_of_its_wish_too_is_understood(display: VirtualDisplay, tmp_path: Path) -> None:
    with open_episode("email-inbox-nl-turk", 0, tmp_path, timed=False) as episode:
        assert script(episode, "core.getUtterance().fields") is not None
        assert episode.utterance == script(episode, "document.querySelector('#query').textContent.trim()")


def test_the_page_judges_and_no_second_episode_begins(display: VirtualDisplay, tmp_path: Path) -> None:
    with open_episode("click-test-2", 0, tmp_path, timed=False) as episode:
        assert episode.reward() is None
        script(episode, "d3.select('#subbtn2').node().click()")
        lost = episode.reward()
        script(episode, "core.cover_div.click(); d3.select('#subbtn').node().click()")
        assert (lost, episode.reward()) == (Reward(-1), Reward(-1))


def test_what_the_page_shows_of_its_score_is_hidden(display: VirtualDisplay, tmp_path: Path) -> None:
    shown = "['reward-display', 'click-canvas'].filter((id) => document.getElementById(id).checkVisibility())"
    with open_episode("click-test", 0, tmp_path, timed=False) as episode:
        assert script(episode, shown) == []
        script(episode, "core.endEpisode(1, true)")
        assert script(episode, shown) == []
        assert script(episode, "core.cover_div.textContent") == "OVER"


def test_the_pages_own_limit_runs_once_it_is_begun(display: VirtualDisplay, tmp_path: Path) -> None:
    with open_episode("click-test", 0, tmp_path, timed=True) as episode:
        script(episode, "deskhand.limit = 200")
        time.sleep(0.5)
        assert episode.reward() is None
        episode.begin()
        assert script(episode, "new Promise((done) => setTimeout(done, 500))") is None
        assert episode.reward() == Reward(-1, "timed out")


def test_without_a_limit_it_does_not_run(display: VirtualDisplay, tmp_path: Path) -> None:
    with open_episode("click-test", 0, tmp_path, timed=False) as episode:
        script(episode, "deskhand.limit = 1")
        episode.begin()
        time.sleep(0.3)
        assert episode.reward() is None


@pytest.mark.parametrize("method", ["Page.reload", "Page.close"])
def test_what_the_agent_leaves_is_worth_nothing(display: VirtualDisplay, tmp_path: Path, method: str) -> None:
    with open_episode("click-test", 0, tmp_path, timed=False) as episode:
        browser = episode._browser
        browser.tools.call(method, session=browser.session)
        time.sleep(0.5)
        with pytest.raises(Unseen):
            episode.reward()


@pytest.mark.parametrize("kind", ["browser", "renderer"])
def test_a_browser_that_crashes_is_no_fault_of_the_agents(display: VirtualDisplay, tmp_path: Path, kind: str) -> None:
    with open_episode("click-test", 0, tmp_path, timed=False) as episode:
        processes = episode._browser.tools.call("SystemInfo.getProcessInfo")["processInfo"]
        for process in processes:
            if process["type"] == kind:
                os.kill(process["id"], signal.SIGKILL)
        with pytest.raises(DesktopError, match="broke down"):
            episode.reward()


def package(folder: Path, page: str) -> None:
    pages = folder / "miniwob/html/miniwob"
    pages.mkdir(parents=True)
    (folder / "miniwob/__init__.py").write_text("")
    (pages / "broken.html").write_text(page)


@pytest.mark.parametrize(
    ("page", "complaint"),
    [
        ("<p>nothing", "core is not defined"),
        ("<script>var core = {cover_div: 1}</script>", "is not a function"),
    ],
)
def test_a_page_that_cannot_begin_is_told(
    display: VirtualDisplay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, complaint: str
) -> None:
    package(tmp_path / "packages", page)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "packages"), *sys.path])
    with pytest.raises(MiniWobError, match=complaint), open_episode("broken", 0, tmp_path, timed=False):
        pass


def test_without_chromium_the_sentence_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with (
        pytest.raises(MiniWobError, match="apt install chromium"),
        open_episode("click-test", 0, tmp_path, timed=False),
    ):
        pass
