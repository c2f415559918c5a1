"""Sheets show every kind in every size, nothing over anything else, and each alike for a seed."""

import itertools

import pytest

from ui.aim.sheet import KINDS, SIZES, Sheet, sheets


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (640, 800)])
def test_nothing_stands_over_anything_else_or_outside(size: tuple[int, int]) -> None:
    for sheet in sheets(size, 32, seed=5):
        for one, other in itertools.combinations(sheet.targets, 2):
            a, b = one.area, other.area
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (str(one), str(other))
        for left, top, right, bottom in (target.area for target in sheet.targets):
            assert left >= 0
            assert top >= 0
            assert right <= size[0]
            assert bottom <= size[1]


def test_every_kind_is_wanted_in_every_size() -> None:
    wanted = {(sheet.wanted.kind, sheet.wanted.size) for sheet in sheets((1280, 800), 16)}
    assert wanted == set(itertools.product(KINDS, SIZES))


def test_what_is_wanted_is_there_once() -> None:
    for sheet in sheets((1280, 800), 16):
        assert [str(target) for target in sheet.targets].count(str(sheet.wanted)) == 1


def test_a_seed_gives_the_same_sheets_and_another_others() -> None:
    assert sheets((1280, 800), 4) == sheets((1280, 800), 4)
    assert sheets((1280, 800), 4) != sheets((1280, 800), 4, seed=1)


def test_a_sheet_survives_its_fields() -> None:
    sheet = sheets((1280, 800), 1)[0]
    assert Sheet.from_fields(sheet.fields()) == sheet
