from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from tasks.checks import Machine
from tasks.checks.numbers import numbers_in, values_of
from tests.tasks.checks.judging import holds, judge, read, sees


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        (" 42\n", "42"),
        ("北京", "北京"),
        ("The total is 1,234.50 dollars.", 1234.5),
        ("共１２３个", 123),
        ("12 %", 12),
        ("12%", {"number": 0.12}),
        ("３．５", 3.5),
        ("-5", -5),
        ("−5 °C", -5),
        ("1.234,50 €", 1234.5),
        ("3,5 km", 3.5),
        ("1 234 567", 1234567),
        ("1.2万", 12000),
        ("$3", 3),
        ("6.02e23", 6.02e23),
        ("3 (that is 3)", 3),
        ("about 10.4", {"number": 10, "tolerance": 0.5}),
        ("10.5", {"number": 10, "tolerance": 0.5}),
        ("Order 17 is late", {"regex": r"(?i)order \d+"}),
    ],
)
def test_an_answer_holds(machine: Machine, answer: str, wanted: Any) -> None:
    assert holds(replace(machine, answer=answer), answer=wanted)


@pytest.mark.parametrize(
    ("answer", "wanted", "saw"),
    [
        ("43", "42", '"43"'),
        ("42.0", "42", '"42.0"'),
        ("cafe\u0301", "caf\u00e9", "the same text in another Unicode normal form (NFD)"),
        ("none at all", 3, 'no number in "none at all"'),
        ("3 of 5", 3, 'several numbers in "3 of 5"'),
        ("2024-11-03", 3, 'several numbers in "2024-11-03"'),
        ("10.51", {"number": 10, "tolerance": 0.5}, '"10.51"'),
        ("1,234", 1.234, '"1,234"'),
        ("192.168.0.1", 1, 'no number in "192.168.0.1"'),
        ("A4", 4, 'no number in "A4"'),
        ("Order", {"regex": r"\d"}, '"Order"'),
    ],
)
def test_an_answer_that_differs_is_shown(machine: Machine, answer: str, wanted: Any, saw: str) -> None:
    assert sees(replace(machine, answer=answer), answer=wanted) == saw


def test_no_answer_is_not_the_one_wanted(machine: Machine) -> None:
    assert sees(machine, answer="42") == "no answer"
    assert holds(machine, **{"not": {"answer": "42"}})


def test_what_is_wanted_is_told(machine: Machine) -> None:
    assert judge(machine, answer={"number": 10, "tolerance": 0.5}).wanted == "the number 10 (within 0.5) as the answer"
    assert judge(machine, answer=3).wanted == "the number 3 as the answer"
    assert judge(machine, answer="x").wanted == 'the answer "x"'


@pytest.mark.parametrize(
    "wanted",
    [True, None, [1], {}, {"regex": "("}, {"number": 1, "regex": "a"}, {"regex": "a", "tolerance": 1}, {"x": 1}],
)
def test_what_no_answer_can_be_is_refused(wanted: Any) -> None:
    with pytest.raises(ValidationError):
        read({"answer": wanted})


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,234", (1234,)),
        ("0,123", (0.123,)),
        ("1234,5", (1234.5,)),
        ("1.234.567", (1234567,)),
        ("1'234.5", (1234.5,)),
        (".5", (0.5,)),
        ("50 ‰", (50, 0.05)),
        ("1e3", (1000,)),
        ("1,23,4", ()),
        ("", ()),
        ("a", ()),
        ("1 2", ()),
        ("--1", ()),
    ],
)
def test_a_number_alone_is_read_as_people_write_it(text: str, values: tuple[float, ...]) -> None:
    assert values_of(text) == values


def test_a_dash_before_a_list_is_no_minus() -> None:
    assert numbers_in("- 42") == [(42,)]
