"""Real clicks on real sheets, on the second of two monitors."""

from pathlib import Path

import pytest

from agent.settings import RunSettings
from tests.ui.aim import shooters
from tests.ui.aim.shooters import Aim, Shooter, thousandths
from ui.aim.faults import find_fault
from ui.aim.picture import draw_shots
from ui.aim.sheet import sheets
from ui.aim.trial import Trial, have_clicked

pytestmark = [pytest.mark.display, pytest.mark.alone, pytest.mark.usefixtures("two_monitors")]
SIZE, COUNT = (640, 800), 4


def trial(tmp_path: Path, aim: Aim) -> tuple[Trial, Shooter]:
    shooter = Shooter(sheets(SIZE, COUNT), aim)
    settings = RunSettings(dialect="pc")  # which shows earlier screenshots
    return have_clicked(shooter, settings, tmp_path, count=COUNT), shooter


def test_a_model_that_points_right_hits_every_target_of_real_runs(tmp_path: Path) -> None:
    done, shooter = trial(tmp_path, thousandths)
    assert [shot for shot in done.shots if not shot.hit] == []
    assert len(done.shots) == COUNT
    assert done.monitors == 2
    assert find_fault(done.shots, done.monitors) is None
    assert draw_shots(done.shots, done.pictures).width > SIZE[0]
    assert sorted(run.name for run in tmp_path.iterdir()) == ["01", "02"]
    images = [sum(not isinstance(part, str) for part in request.content) for request in shooter.requests]
    assert images == [1, 2, 1, 2], "the second of each run shows the first one's screenshot too"


def test_answers_off_by_a_monitor_are_misses_and_named(tmp_path: Path) -> None:
    done, _ = trial(tmp_path, shooters.over_both_monitors)
    assert sum(shot.hit for shot in done.shots) <= 1, "the right edge is where both count alike"
    fault = find_fault(done.shots, done.monitors)
    assert fault is not None
    assert fault.name == "off by one monitor"
