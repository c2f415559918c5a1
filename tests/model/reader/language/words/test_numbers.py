"""Numbers and ordinals in words."""

import re

import pytest

from model.reader.language.words.numbers import CHINESE_ORDINAL, NUMBER, ORDINAL, TIMES, read_number, read_ordinal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3), ("1.5", 1.5), ("a", 1), ("twelve", 12), ("half a", 0.5), ("twice", 2), ("three times", 3),
        ("4 more times", 4), ("a couple of", 2), ("两", 2), ("十", 10), ("二十三", 23),
        ("一百零五", 105), ("半", 0.5), ("٣", 3),
    ],
)  # fmt: skip
def test_numbers(text: str, value: float) -> None:
    assert re.fullmatch(f"{NUMBER}|{TIMES}", text)
    assert read_number(text) == value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("first", 1), ("22nd", 22), ("twelfth", 12), ("last", -1), ("second to last", -2), ("second-last", -2),
        ("第二", 2), ("第十二", 12), ("第3", 3), ("最后一", -1), ("最后", -1), ("倒数第二", -2),
    ],
)  # fmt: skip
def test_ordinals(text: str, place: int) -> None:
    assert re.fullmatch(f"{ORDINAL}|{CHINESE_ORDINAL}", text)
    assert read_ordinal(text) == place


@pytest.mark.parametrize("text", ["第三章", "第二步"])
def test_what_is_a_name_is_no_ordinal(text: str) -> None:
    assert not re.match(CHINESE_ORDINAL, text)
