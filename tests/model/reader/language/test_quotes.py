"""Quotations: masked as a whole, and saying exactly what stands in them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.reader.language.quotes import MASK, InstructionError, mask, unquote


@pytest.mark.parametrize(
    "quoted", ['"a, b"', "“a, b”", "„a, b“", "«a, b»", "「a, b」", "『a, b』", "'a, b'", "‘a, b’", "`a, b`"]
)
def test_every_kind_of_quotation_mark_is_known(quoted: str) -> None:
    assert unquote(quoted) == "a, b"
    assert mask(f"type {quoted}") == "type " + MASK * 6


@pytest.mark.parametrize("text", ["click Don't Save", "l'élève", "the users' folder"])
def test_an_apostrophe_opens_no_quotation(text: str) -> None:
    assert mask(text) == text


def test_an_apostrophe_ends_no_quotation() -> None:
    assert unquote("'It's fine'") == "It's fine"


@pytest.mark.parametrize(
    ("quoted", "text"),
    [
        (r'"one\ntwo"', "one\ntwo"),
        (r'"one\ttwo"', "one\ttwo"),
        (r'"say \"go\""', 'say "go"'),
        (r'"C:\\new"', r"C:\new"),
        (r'"50\% off"', r"50\% off"),
        ('"one\ntwo"', "one\ntwo"),
        ('""', ""),
    ],
)
def test_escapes(quoted: str, text: str) -> None:
    assert unquote(quoted) == text


@pytest.mark.parametrize("text", ["bare", '"a" b', '"a" "b"', ""])
def test_what_is_not_one_quotation_is_not_unquoted(text: str) -> None:
    assert unquote(text) is None


def test_a_quotation_without_end_is_an_error_that_shows_it() -> None:
    with pytest.raises(InstructionError, match=r"“Hello, w.* never ends"):
        mask("type “Hello, world, and so on and on")


@given(st.text())
def test_any_text_survives_quoting(text: str) -> None:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    assert unquote(f'"{escaped}"') == text


@given(st.text())
def test_a_mask_is_as_long_as_its_text(text: str) -> None:
    with suppress(InstructionError):
        assert len(mask(text)) == len(text)
