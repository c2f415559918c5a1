"""Which phrases give the address of cells."""

import pytest

from model.reader.language.things.addresses import read_address
from model.reader.language.words.phrase import Phrase
from model.reader.plan import Target
from model.sight.element import Kind


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("cell B2", "B2"),
        ("the cell b12", "B12"),
        ("cells A1 to B3", "A1:B3"),
        ("the range A1:B3", "A1:B3"),
        ("A1:B3", "A1:B3"),
        ("B2", "B2"),
        ("A1 to C5", "A1:C5"),
        ("C5:A1", "A1:C5"),
        ("AB300", "AB300"),
        ("A1到C5", "A1:C5"),
        ("A1到C5的区域", "A1:C5"),
        ("单元格 B2", "B2"),
        ("B2单元格", "B2"),
        ("单元格 A1 到 B3", "A1:B3"),
        ("$C$4 cell", "C4"),
    ],
)
def test_an_address_is_read_in_capitals_or_with_its_noun(words: str, address: str) -> None:
    assert read_address(Phrase.read(words)) == Target(address, kind=Kind.CELL)


@pytest.mark.parametrize(
    "words",
    [
        "b2",
        "ABCD2",
        "B0",
        "Room 5",
        "B2 reports",
        "cell phone",
        "the cell Total",
        "the first cell",
        "A1 to B3 tickets",
        "单元格",
    ],
)
def test_other_words_give_none(words: str) -> None:
    assert read_address(Phrase.read(words)) is None
