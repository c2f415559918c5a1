"""The dots over every monitor, with a real window and real clicks."""

import pytest

from tasks.displays import VirtualDisplay
from ui.doctor.dots import check_dots

pytestmark = pytest.mark.display


def test_every_dot_of_a_monitor_is_hit(display: VirtualDisplay) -> None:
    (finding,) = check_dots()
    assert finding.good, finding
    assert finding.found.startswith("1280x800: 5 dots clicked")
