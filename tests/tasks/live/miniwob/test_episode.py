"""Episodes in a real Chromium: what a seed makes, what the page is worth, and every way in which it can be left."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tasks.checks.base import Unseen
from tasks.checks.machine import Reward
from tasks.displays import VirtualDisplay
from tasks.live.miniwob.episode import MiniWobEpisode, open_episode
from tests.tasks.live.miniwob.installed import needs_pages

pytestmark = [pytest.mark.display, needs_pages]


def utterance(home: Path, seed: int) -> str:
    with open_episode("click-button", seed, home, timed=False) as episode:
        return episode.utterance


def script(episode: MiniWobEpisode, expression: str) -> object:
    return episode._evaluate(expression)  # what only a page itself can do, or the agent's hands


def test_the_same_seed_makes_the_same_problem(display: VirtualDisplay, tmp_path: Path) -> None:
    first, again, other = (utterance(tmp_path, seed) for seed in (0, 0, 1))
    assert first == again != other


def test_nothing_of_it_stays(display: VirtualDisplay, tmp_path: Path) -> None:
    utterance(tmp_path, 0)
    assert list(tmp_path.iterdir()) == []


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


def leave_by(method: str) -> Callable[[MiniWobEpisode], None]:
    def leave(episode: MiniWobEpisode) -> None:
        browser = episode._browser
        browser.tools.call(method, session=browser.page if method.startswith("Page") else "")
        time.sleep(0.5)

    return leave


@pytest.mark.parametrize("method", ["Page.reload", "Page.close", "Browser.close"])
def test_what_the_agent_leaves_is_worth_nothing(display: VirtualDisplay, tmp_path: Path, method: str) -> None:
    with open_episode("click-test", 0, tmp_path, timed=False) as episode:
        leave_by(method)(episode)
        with pytest.raises(Unseen):
            episode.reward()
