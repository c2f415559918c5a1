"""What fits this machine."""

import pytest

from model.machine import Memory, memory

GIB = 1 << 30


@pytest.mark.parametrize(("size", "fits"), [(18 * GIB, True), (22 * GIB, False), (9 * GIB, True)])
def test_weights_fit_on_the_card_with_room_for_a_screenshot(size: int, fits: bool) -> None:
    assert Memory(card=24 * GIB, machine=16 * GIB).fits(size) is fits


def test_without_a_card_the_machine_keeps_room_for_other_programs() -> None:
    assert Memory(card=0, machine=16 * GIB).fits(9 * GIB)
    assert not Memory(card=0, machine=16 * GIB).fits(12 * GIB)


def test_this_machine_has_memory() -> None:
    assert memory().machine > GIB
