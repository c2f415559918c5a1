"""Quotations: found as a whole, and saying exactly what stands in them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.reader.language.words.quotes import InstructionError, quotations, unquote


@pytest.mark.parametrize(
    "quoted", ['"a, b"', "“a, b”", "„a, b“", "«a, b»", "「a, b」", "『a, b』", "'a, b'", "‘a, b’", "`a, b`"]
)
def test_every_kind_of_quotation_mark_is_known(quoted: str) -> None:
    assert unquote(quoted) == "a, b"
    assert list(quotations(f"type {quoted}")) == [(5, 5 + len(quoted))]


@pytest.mark.parametrize("text", ["click Don't Save", "l'élève", "the users' folder"])
def test_an_apostrophe_opens_no_quotation(text: str) -> None:
    assert list(quotations(text)) == []


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
        list(quotations("type “Hello, world, and so on and on"))


@given(st.text())
def test_any_text_survives_quoting(text: str) -> None:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    assert unquote(f'"{escaped}"') == text


@given(st.text())
def test_quotations_stand_one_behind_the_other(text: str) -> None:
    with suppress(InstructionError):
        places = [place for span in quotations(text) for place in span]
        assert places == sorted(places)
        assert all(0 <= place <= len(text) for place in places)
