"""One episode of a page, from the problem that a seed makes to the reward. The page is touched only before and after.

In between, the agent has what a person has: the screen, the mouse and the keyboard. What the page shows of its score is
hidden, and once the episode is over, the cover that then lies over it begins no other.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import BaseModel, ValidationError

from agent.errors import DesktopError
from tasks.checks.base import Unseen
from tasks.checks.machine import Reward
from tasks.live.miniwob.chromium import Browser, chromium
from tasks.live.miniwob.devtools import BrowserSilentError, DevToolsError
from tasks.live.miniwob.pages import MiniWobError, page_named

_LOADS, _POLL = 20.0, 0.05  # seconds

_IS_LOADED = "document.readyState === 'complete' && (typeof core !== 'object' || core.cover_div !== null)"

_START = """(seed) => {
  const limit = core.EPISODE_MAX_TIME;
  core.EPISODE_MAX_TIME = 2 ** 31 - 1;  // the longest that a timer takes
  Math.seedrandom(seed);
  core.startEpisodeReal();
  core.hideDisplay();
  document.getElementById('click-canvas').style.display = 'none';
  core.cover_div.onclick = null;
  core.cover_div.textContent = 'OVER';
  window.deskhand = {limit};
}"""

_IS_READY = "WOB_TASK_READY"

_UTTERANCE = "((said) => said.utterance ?? said)(core.getUtterance())"  # some pages give its parts beside it

_LIMIT = """(() => {
  if (WOB_DONE_GLOBAL) return;
  clearTimeout(core.EP_TIMER);
  core.EP_TIMER = setTimeout(() => core.endEpisode(-1, false, 'timed out'), deskhand.limit);
})()"""

_STATE = """window.deskhand && {
  over: WOB_DONE_GLOBAL,
  raw: Number(WOB_RAW_REWARD_GLOBAL) || 0,
  reason: String(WOB_REWARD_REASON ?? ''),
}"""


class _State(BaseModel):
    """What the page says of its episode."""

    over: bool
    raw: float
    reason: str


class MiniWobEpisode:
    """An episode that goes on. Implements `tasks.checks.machine.Episode`.

    Raises `DevToolsError` or `BrowserSilentError` where it cannot begin.
    """

    def __init__(self, browser: Browser, page: Path, seed: int, *, timed: bool) -> None:
        self._browser, self._timed = browser, timed
        browser.show(page)
        self._wait_for(_IS_LOADED)
        browser.evaluate(f"({_START})({json.dumps(str(seed))})")
        self._wait_for(_IS_READY)
        self.utterance = str(browser.evaluate(_UTTERANCE))

    def begin(self) -> None:
        """Let the page's own time limit run from now on, if it is to hold; only the first time counts.

        Raises `DesktopError` where the browser broke down.
        """
        timed, self._timed = self._timed, False
        if timed:
            try:
                self._browser.evaluate(_LIMIT)
            except (DevToolsError, BrowserSilentError) as error:
                raise _broken_down(error) from error

    def reward(self) -> Reward | None:
        """Return the page's raw reward, which time does not diminish; None while the episode goes on."""
        state = self._state()
        return Reward(state.raw, state.reason) if state.over else None

    def _state(self) -> _State:
        try:
            said = self._browser.evaluate(_STATE)
            if said is None:
                raise Unseen("another page, or this one loaded anew")
            return _State.model_validate(said)
        except (DevToolsError, BrowserSilentError, ValidationError) as error:
            if self._browser.was_closed:
                raise Unseen("a page that was closed") from error
            raise _broken_down(error) from error

    def _wait_for(self, condition: str) -> None:
        deadline = time.monotonic() + _LOADS
        while not self._browser.evaluate(condition):
            if time.monotonic() > deadline:
                raise BrowserSilentError(f"it was not loaded after {_LOADS:g} seconds")
            time.sleep(_POLL)


def _broken_down(error: Exception) -> DesktopError:
    return DesktopError(f"The episode's browser broke down: {error}.")


@contextmanager
def open_episode(name: str, seed: int, home: Path, *, timed: bool) -> Iterator[MiniWobEpisode]:
    """Begin an episode of a page by its name, in a browser whose profile lies in the home.

    Raises `MiniWobError` where that cannot be.
    """
    page = page_named(name)
    with chromium(home) as browser:
        yield _begun(browser, page, seed, timed=timed)


def _begun(browser: Browser, page: Path, seed: int, *, timed: bool) -> MiniWobEpisode:
    try:
        return MiniWobEpisode(browser, page, seed, timed=timed)
    except (DevToolsError, BrowserSilentError) as error:
        said = str(error).partition("\n")[0]  # a script's error has a trace below
        raise MiniWobError(f"The page {page.stem} cannot begin its episode: {said}.") from error
