"""The real net on real windows in colours that no training saw: kinds, ticks, places; and where nothing is.

The bounds are what the present net reaches with some room. They are below what is wanted: see the figures that
`python -m tests.training.controls.evaluate` prints.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from model.sight.controls import Controls
from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.text_line import overlap
from tasks.displays import VirtualDisplay
from tests.model.sight.controls.windows import LOOKS, browser_window, settings_window, shown
from tests.model.sight.screens import blank, write
from tests.training.controls.pictures import picture

KINDS_IN_SETTINGS = (Kind.BUTTON, Kind.FIELD, Kind.CHECKBOX, Kind.RADIO, Kind.MENU)
LEAST_FOUND, LEAST_TOLD, MOST_MADE_UP = 0.7, 0.5, 0.3
KINDS_IN_BROWSER = (Kind.CELL, Kind.HEADER)

Screen = tuple[list[Element], list[Element]]
"""What really stands on a screen, and what was found there."""


@pytest.fixture(scope="module")
def controls() -> Iterator[Controls]:
    made = Controls()
    yield made
    made.close()


@pytest.fixture(params=LOOKS)
def settings(request: pytest.FixtureRequest, controls: Controls, display: VirtualDisplay, qtbot: QtBot) -> Screen:
    root = settings_window()
    qtbot.addWidget(root)
    pixels, real = shown(root, LOOKS[request.param])
    return real, controls.find(pixels)


@pytest.fixture(params=LOOKS)
def browser(request: pytest.FixtureRequest, controls: Controls, display: VirtualDisplay, qtbot: QtBot) -> Screen:
    root = browser_window()
    qtbot.addWidget(root)
    pixels, real = shown(root, LOOKS[request.param])
    return real, controls.find(pixels)


def matched(real: Element, found: Sequence[Element]) -> Element | None:
    """Return what was found in a control's place."""
    best = max(found, key=lambda each: overlap(each.box, real.box), default=None)
    return best if best and overlap(best.box, real.box) >= 0.5 else None


def recall(screen: Screen) -> float:
    """Return the part of the controls that were found, whatever they were taken for."""
    real, found = screen
    return sum(matched(each, found) is not None for each in real) / len(real)


def kinds_found(screen: Screen, kind: Kind) -> float:
    """Return the part of the controls of a kind that were found as such."""
    real, found = screen
    matches = [matched(each, found) for each in real if each.kind is kind]
    return sum(match is not None and match.kind is kind for match in matches) / len(matches)


def test_most_controls_of_a_form_are_found(settings: Screen) -> None:
    assert recall(settings) >= LEAST_FOUND


def test_most_of_lists_tables_and_texts_is_found(browser: Screen) -> None:
    assert recall(browser) >= LEAST_FOUND


@pytest.mark.parametrize("kind", KINDS_IN_SETTINGS)
def test_controls_of_a_form_are_told_apart(settings: Screen, kind: Kind) -> None:
    assert kinds_found(settings, kind) >= LEAST_TOLD


@pytest.mark.parametrize("kind", KINDS_IN_BROWSER)
def test_parts_of_lists_and_tables_are_told_apart(browser: Screen, kind: Kind) -> None:
    assert kinds_found(browser, kind) >= LEAST_TOLD


def test_ticks_are_seen(settings: Screen) -> None:
    real, found = settings
    ticks = [
        (each.checked, match.checked) for each in real if each.checked is not None and (match := matched(each, found))
    ]
    told = [really is seen for really, seen in ticks if seen is not None]
    assert sum(told) >= 0.75 * len(told) > 0


def test_the_chosen_row_is_told(browser: Screen) -> None:
    real, found = browser
    chosen = [match.selected for each in real if each.kind is Kind.ROW and (match := matched(each, found))]
    assert sum(chosen) == 1


def test_boxes_fit(settings: Screen) -> None:
    real, found = settings
    fits = [overlap(match.box, each.box) for each in real if (match := matched(each, found))]
    assert np.mean(fits) > 0.8


def test_little_is_made_up(settings: Screen) -> None:
    real, found = settings
    made_up = [each for each in found if not matched(each, real)]
    assert len(made_up) <= MOST_MADE_UP * len(found)


def test_prose_holds_no_control(controls: Controls) -> None:
    page = blank((900, 600))
    for line in range(18):
        write(page, "It was a quiet morning in the garden, and nobody had written a letter.", 40, 30 + 30 * line)
    assert controls.find(_pixels(page)) == []


@pytest.mark.parametrize("seed", range(6))
def test_a_photograph_holds_no_control(controls: Controls, seed: int) -> None:
    assert controls.find(_pixels(picture(seed * 6, 480, 320))) == []


def _pixels(image: object) -> Pixels:
    return np.ascontiguousarray(np.asarray(image)[..., ::-1])
