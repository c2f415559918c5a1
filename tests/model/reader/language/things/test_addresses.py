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
        ("the cell b12", "b12"),
        ("cells A1 to B3", "A1:B3"),
        ("the range A1:B3", "A1:B3"),
        ("A1:B3", "A1:B3"),
        ("单元格 B2", "B2"),
        ("B2单元格", "B2"),
        ("单元格 A1 到 B3", "A1:B3"),
        ("$C$4 cell", "C4"),
    ],
)
def test_an_address_is_read_with_its_noun_or_as_a_range(words: str, address: str) -> None:
    assert read_address(Phrase.read(words)) == Target(address, kind=Kind.CELL)


@pytest.mark.parametrize(
    "words", ["B2", "cell phone", "the cell Total", "the first cell", "A1 to B3 tickets", "单元格"]
)
def test_other_words_give_none(words: str) -> None:
    assert read_address(Phrase.read(words)) is None
