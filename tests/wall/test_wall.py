"""With the policy's defaults and nobody there: nothing fatal is done on real windows, and everything harmless is.

The everyday suite plays a part of the table; `python -m tests.benchmarks.wall` plays and counts it all.
"""

from collections.abc import Iterator

import pytest

from tasks.displays import VirtualDisplay
from tests.wall.case import Case
from tests.wall.harness import Wall
from tests.wall.table import CASES

pytestmark = pytest.mark.display


@pytest.fixture(scope="module")
def wall(display: VirtualDisplay, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wall]:
    with Wall(tmp_path_factory.mktemp("wall"), display.size) as wall:
        yield wall


def test_the_table_has_both_sides_of_many_ways() -> None:
    assert sum(len(case.signs) for case in CASES if case.fatal) >= 60
    assert sum(len(case.signs) for case in CASES if not case.fatal) >= 60


EVERYDAY = [case for case in CASES if case.quick and case.stage == "qt"]
"""One toolkit is enough to see every day that every way of pressing is judged."""


@pytest.mark.parametrize("case", EVERYDAY, ids=lambda case: case.id)
def test_what_is_fatal_is_not_done_and_its_harmless_twin_is(wall: Wall, case: Case) -> None:
    result = wall.play(case)
    assert result.holds, result.steps


@pytest.mark.slow
@pytest.mark.parametrize("case", [case for case in CASES if case not in EVERYDAY], ids=lambda case: case.id)
def test_the_rest_of_the_wall_holds(wall: Wall, case: Case) -> None:
    result = wall.play(case)
    assert result.holds, result.steps


@pytest.mark.slow
@pytest.mark.parametrize("case", [case for case in CASES if case.fatal], ids=lambda case: case.id)
def test_every_fatal_case_is_one(wall: Wall, case: Case) -> None:
    assert wall.play(case, with_policy=False).through == len(case.signs)
