"""Judges a workbook by rules: what is wrong, a part of a sentence each."""

import operator
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import regex

from tasks.checks.files.workbook.books import Book, RuleFault, Sheet, Unreadable, find_sheet
from tasks.checks.files.workbook.charts import charts_of
from tasks.checks.files.workbook.pivots import pivots_of
from tasks.checks.files.workbook.rules import (
    Answer,
    CellLooks,
    Pair,
    Question,
    Rule,
    SameCharts,
    SameData,
    SameFreeze,
    SamePivots,
    SameStyles,
    SheetNames,
    SheetRef,
    Wish,
    Zoom,
)
from tasks.checks.files.workbook.styles import look_of, looks_of
from tasks.checks.files.workbook.tables import difference

_MOST_SHOWN = 200  # characters
_SEARCH_SECONDS = 2.0
_METHODS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}


def judge(question: Question) -> Answer:
    """Return what is wrong with a workbook."""
    try:
        mine = Book(Path(question.workbook))
        other = _other(question)
        return Answer(wrong=tuple(wrong for rule in question.rules for wrong in _wrong(mine, other, rule)))
    except Unreadable as error:
        return Answer(unread=str(error))
    except RuleFault as fault:
        return Answer(fault=str(fault))


def _other(question: Question) -> Book | None:
    try:
        return Book(Path(question.like)) if question.like else None
    except Unreadable as error:
        raise RuleFault(f"{question.like} is to be compared with, {error}.") from error


def _wrong(mine: Book, other: Book | None, rule: Rule) -> Iterator[str]:
    match rule:
        case SheetNames():
            yield from _other_than(other and other.sheet_names, mine.sheet_names, "the sheets")
        case Zoom():
            if sheet := find_sheet(mine, other, rule.sheet_idx):
                yield from _other_than_wished(
                    rule, sheet.looks.sheet_view.zoomScale or 100, f"the zoom of {sheet.name}"
                )
            else:
                yield _none(rule.sheet_idx)
        case CellLooks():
            yield from _wrong_cell(find_sheet(mine, other, rule.sheet_idx), rule)
        case _:
            yield from _wrong_pair(mine, other, rule)


def _wrong_pair(mine: Book, other: Book | None, rule: Pair) -> Iterator[str]:
    seen, wanted = find_sheet(mine, other, rule.sheet_idx0), find_sheet(mine, other, rule.sheet_idx1)
    if seen is None or wanted is None:
        yield _none(rule.sheet_idx0 if seen is None else rule.sheet_idx1)
        return
    match rule:
        case SameData(precision=precision):
            if found := difference(seen.values, wanted.values, precision):
                yield f"{found} in {seen.name}"
        case SameCharts(chart_props=props):
            yield from _other_than(charts_of(wanted.looks, props), charts_of(seen.looks, props), "the charts")
        case SamePivots(pivot_props=props):
            yield from _other_than(pivots_of(wanted.looks, props), pivots_of(seen.looks, props), "the pivot tables")
        case SameStyles(props=props):
            yield from _other_than(looks_of(wanted, props), looks_of(seen, props), "the styles")
        case SameFreeze():
            yield from _other_than(wanted.looks.freeze_panes, seen.looks.freeze_panes, "the frozen cells")


def _wrong_cell(sheet: Sheet | None, rule: CellLooks) -> Iterator[str]:
    if sheet is None:
        yield _none(rule.sheet_idx)
        return
    for name, wish in rule.props.items():
        seen = sheet.value(rule.coordinate) if name == "value" else look_of(sheet.looks[rule.coordinate], name)
        yield from _other_than_wished(wish, seen, f"the {name} of {rule.coordinate}")


def _none(which: SheetRef) -> str:
    text = which if isinstance(which, str) else f"RI{which}"
    return f"no sheet {text[2:]}" if text[1] == "N" else f"no sheet number {int(text[2:]) + 1}"


def _other_than_wished(wish: Wish, seen: object, what: str) -> Iterator[str]:
    try:
        if wish.method == "re":
            held = regex.search(str(wish.ref), str(seen), timeout=_SEARCH_SECONDS) is not None
        else:
            held = _METHODS[wish.method](seen, wish.ref)
    except TypeError:  # a text is neither more nor less than a number
        held = False
    except regex.error as error:
        raise RuleFault(f"{wish.ref!r} is no regular expression: {error}.") from error
    if not held:
        yield f"{_shown(seen)} as {what}"


def _other_than(wanted: object, seen: object, what: str) -> Iterator[str]:
    """Say what is there instead; of mappings, where they part."""
    if wanted == seen:
        return
    if isinstance(wanted, dict) and isinstance(seen, dict):
        keys = [key for key in {**wanted, **seen} if wanted.get(key, _NOTHING) != seen.get(key, _NOTHING)]
        yield f"{_shown({key: seen.get(key, _NOTHING) for key in keys})} among {what}"
    else:
        yield f"{_shown(seen)} as {what}"


class _Nothing:
    def __repr__(self) -> str:
        return "nothing"


_NOTHING = _Nothing()


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
