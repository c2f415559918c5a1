"""Real windows of three toolkits: what one would click lies in the toolkit's own box, whatever drew it."""

from contextlib import closing
from pathlib import Path

import pytest

from model.sight.open import open_sight
from tasks.displays import VirtualDisplay
from tests.benchmarks.screens.measure import asked, controls_found
from tests.benchmarks.screens.shown import shown_windows

pytestmark = [pytest.mark.display, pytest.mark.slow]


@pytest.mark.parametrize("toolkit", ["qt", "gtk", "chromium"])
def test_words_fields_and_boxes_to_tick_of_a_window_are_found(
    display: VirtualDisplay, tmp_path: Path, toolkit: str
) -> None:
    with closing(shown_windows(display, tmp_path, [toolkit], 1)) as windows:
        shown = next(windows)
    with open_sight() as sight:
        elements = sight.see(shown.image)
    outcomes = [outcome for outcome in asked(elements, shown.truths) if outcome.measure != "icon_hit"]
    missed = [outcome.got for outcome in outcomes if not outcome.hit]
    assert len(outcomes) > 25
    assert len(missed) <= len(outcomes) * 0.1, missed
    counted, _ = controls_found(elements, shown.truths)
    assert counted.found >= 0.8 * counted.predicted > 8
