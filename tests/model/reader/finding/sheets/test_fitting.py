"""Numbering the stretches between lines by what is read in some of them."""

from model.reader.finding.sheets.fitting import Read, halfway, numbered

LINES = [0.0, 10, 20, 30, 40, 50, 60]


def reads(*pairs: tuple[float, int]) -> list[Read]:
    return [Read(place, number) for place, number in pairs]


def test_what_is_not_read_is_told_by_its_neighbours() -> None:
    found = numbered(reads((5, 1), (25, 3), (35, 4)), LINES, beyond=False)
    assert found == {1: (0, 10), 2: (10, 20), 3: (20, 30), 4: (30, 40)}


def test_a_slip_of_reading_is_left_out() -> None:
    found = numbered(reads((5, 1), (15, 2), (25, 9), (35, 4)), LINES, beyond=False)
    assert sorted(found) == [1, 2, 3, 4]


def test_hidden_columns_make_a_leap() -> None:
    found = numbered(reads((5, 1), (15, 2), (25, 6), (35, 7)), LINES, beyond=False)
    assert sorted(found) == [1, 2, 6, 7]


def test_a_leap_at_the_end_is_a_slip() -> None:
    assert sorted(numbered(reads((5, 1), (15, 2), (25, 8)), LINES, beyond=False)) == [1, 2]


def test_the_one_before_the_first_and_behind_the_last_go_on() -> None:
    assert sorted(numbered(reads((15, 5), (25, 6)), LINES, beyond=True)) == [4, 5, 6, 7, 8, 9]
    assert sorted(numbered(reads((15, 5), (25, 6)), [*LINES[:4], 39, 44, 50], beyond=True)) == [4, 5, 6, 7]


def test_a_small_rest_behind_the_last_is_none() -> None:
    assert sorted(numbered(reads((5, 1), (15, 2)), [0, 10, 20, 25], beyond=True)) == [1, 2]


def test_nothing_counts_from_nought() -> None:
    assert sorted(numbered(reads((15, 1), (25, 2)), LINES, beyond=False)) == [1, 2]


def test_numbers_that_do_not_follow_each_other_tell_nothing() -> None:
    assert numbered(reads((5, 7), (15, 3), (25, 12)), LINES, beyond=True) == {}


def test_where_no_lines_are_what_stands_halfway_parts_them() -> None:
    assert halfway(reads((15, 1), (25, 2), (45, 4)))[1:-1] == [10, 20, 30, 40, 50]
