"""Reads where a thing is from another, in English: "below the total", "in the row of Smith", "in the Print dialog"."""

import re
from collections.abc import Callable
from dataclasses import replace

from model.reader.language.english.nouns import (
    COLOURS,
    CONTAINERS,
    CONTAINING,
    ICONED,
    LABELLED,
    OWNED,
    RELATIONS,
    VAGUE,
)
from model.reader.language.things.meaning import Meant, is_region, placed_in
from model.reader.language.words.numbers import ORDINAL, read_ordinal
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import MASK, InstructionError
from model.reader.plan import IT, Relating, Relation, Target
from model.sight.element import Kind

Read = Callable[[Phrase], Meant]

_FLAGS = re.IGNORECASE | re.DOTALL


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"\s+")


_NEXT = r"(?:\s+|(?=\ufffc))"
_LEAD = (
    r"(?:^|\s+|(?<=\ufffc))(?:(?:that|which)\s+(?:is|are)\s+)?(?:(?:located|found|shown|directly|just|immediately"
    r"|right)\s+)*"
)
_NAMED = re.compile(rf"(?P<head>.*?)(?:^|\s+)(?:{_spaced(LABELLED)}){_NEXT}(?P<to>.+)", _FLAGS)
_ICONED = re.compile(
    rf"(?P<head>.*?)\s+(?:{_spaced(ICONED)})(?P<to>.+)\s+(?:icon|symbol|picture"
    rf"|image)(?:\s+on\s+it)?",
    _FLAGS,
)
_COLOUR = "|".join(COLOURS)
_WITH = re.compile(
    rf"(?P<head>(?:\S+\s+){{0,3}}?(?:button|icon|link|item|option|tile|card))\s+with\s+(?:the"
    rf"|an?)\s+(?P<to>(?!(?:{_COLOUR})\b).+?)(?:\s+on\s+it)?",
    _FLAGS,
)
_PIECE = re.compile(rf"\b{ORDINAL}\s+lines?$", _FLAGS)
_OWNED = re.compile(rf"(?P<head>(?:\S+\s+){{0,2}}?{_spaced(OWNED)})\s+for\s+(?P<to>.+)", _FLAGS)
_GRID = re.compile(
    r"(?P<head>.*?)(?:^|\s+)(?:in|at|of)\s+(?:the\s+)?(?P<first>row"
    r"|column)\s+(?P<n>\d+)\s*,?\s*(?:and\s+)?(?:row|col(?:umn)?)\s+(?P<m>\d+)",
    _FLAGS,
)
_ROW = re.compile(
    rf"(?P<head>(?:\S+\s+){{0,4}}?(?:rows?|lines?|e-?mails?|messages?|mails?|posts?|tweets?|entry|entries|records?))\s+"
    rf"(?:{_spaced(CONTAINING)}){_NEXT}(?P<to>.+)", _FLAGS
)  # fmt: skip
_VALUED = re.compile(
    r"(?:(?:the|an?)\s+)?(?P<column>(?-i:[a-z]+)(?:\s(?!is\b|of\b)(?-i:[a-z]+))?)"
    r"(?:\s+(?:is|equals|=)\s+|(?<=number|amount|status)\s+(?:of\s+)?)"
    r"(?P<value>\ufffc|(?-i:[A-Z])\S*|\S*\d\S*)", _FLAGS
)  # fmt: skip
"""A column and what it says in a row: "with order number 10452"."""
_TITLED = re.compile(r"(?:the\s+)?(?:subject|title|text|words?)\s+(?=\ufffc)", _FLAGS)
_SOMEONE = re.compile(r"(?:my|our|his|her|their|the|a)\s+(?-i:[a-z]+(?:\s[a-z]+)?)", _FLAGS)
_BETWEEN = re.compile(rf"(?P<head>.*?){_LEAD}between{_NEXT}(?P<to>.+?)\s*\band\b\s*(?P<to2>.+)", _FLAGS)
_PLACED = tuple(
    (re.compile(rf"(?P<head>.*?){_LEAD}(?:{_spaced(pattern)}){_NEXT}(?P<to>.+)", _FLAGS), how)
    for pattern, how in RELATIONS.items()
)
_OWN_ROW = re.compile(
    r"(?P<head>.*?)(?:^|\s+)(?:in|on|from|of)\s+(?:the\s+)?(?P<to>.+?)(?:['’]s)?\s+(?P<axis>row|line|column)", _FLAGS
)
_INSIDE = re.compile(
    rf"(?P<head>.*?)(?:^|\s+|(?<={MASK}))(?:inside(?:\s+of)?|in|on|within|from|of)\s*"
    rf"(?P<to>(?<=\s)(?:the|this|that|an?|its|my)\s+.+|{MASK}.*|(?<=\s)(?:it|row\s+\d+|column\s+\d+))", _FLAGS
)  # fmt: skip
_VAGUE = re.compile(rf"(?:the|this|that|an?|my)\s+(?:{_spaced(VAGUE)})(?:\s+(?:below|above))?", _FLAGS)
_ENDS_IN_PLACE = re.compile(
    rf".*\b(?:{CONTAINERS}|footer|header|nav(?:igation)? ?bar|banner|folder|directory"
    rf"|file)",
    _FLAGS,
)
_SOME_PLACE = re.compile(r"the\s+(?!end|right|left|same|morning|first|next)[a-z-]+(?:\s+[a-z-]+)?")
_PLACES = {Kind.DIALOG, Kind.MENU, Kind.FIELD, Kind.DROPDOWN, Kind.TAB, Kind.CELL, Kind.ROW}


def read_related(phrase: Phrase, read: Read) -> Meant | None:
    """Return what a phrase means that says where a thing is, or what it reads; None for any other."""
    return (
        _read_grid(phrase, read) or _read_row(phrase, read) or _read_between(phrase, read) or _read_first(phrase, read)
    )


def is_vague(phrase: Phrase) -> bool:
    """Say whether a phrase names a place that everything is in."""
    return _VAGUE.fullmatch(phrase.words) is not None


def _read_grid(phrase: Phrase, read: Read) -> Meant | None:
    """The cell in row 3, column 2."""
    match = _GRID.fullmatch(phrase.words)
    if not match:
        return None
    row, column = (match["n"], match["m"]) if match["first"].lower() == "row" else (match["m"], match["n"])
    places = (
        Relation("in the row of", Target(ordinal=int(row), kind=Kind.ROW)),
        Relation("in the column of", Target(ordinal=int(column), kind=Kind.HEADER)),
    )
    return _with(_head(phrase, match, read), places)


def _read_row(phrase: Phrase, read: Read) -> Meant | None:
    """The row that contains Smith, the email by Bob."""
    match = _ROW.fullmatch(phrase.words)
    if not match:
        return None
    if _PIECE.search(match["head"]):
        return None
    head, named = read(phrase[: match.end("head")]), phrase[match.start("to") :]
    if titled := _TITLED.match(named.words):
        named = named[titled.end() :]
    if head.target.kind is not Kind.ROW and head.target.part != "line":
        return None
    if value := _VALUED.fullmatch(named.words):
        column = Relation("in the column of", read(named[: value.end("column")]).target)
        cell = read(named[value.start("value") :]).target
        return _with(head, (Relation("in the row of", replace(cell, relations=(column,))),))
    if _SOMEONE.fullmatch(named.words):
        raise InstructionError(f"I cannot tell who “{named}” is; say the name that the screen reads")
    name = read(named).target
    target = replace(head.target, kind=Kind.ROW, part="", text=name.text, quoted=name.quoted)
    return replace(head, target=replace(target, relations=name.relations))


def _read_between(phrase: Phrase, read: Read) -> Meant | None:
    match = _BETWEEN.fullmatch(phrase.words)
    if not match:
        return None
    ends = (read(phrase[slice(*match.span(end))]).target for end in ("to", "to2"))
    return _with(_head(phrase, match, read), tuple(Relation("between", end) for end in ends))


def _read_first(phrase: Phrase, read: Read) -> Meant | None:
    """Read at the first place where a relation stands; what is after it belongs to the other thing."""
    found = [(match, how) for pattern, how in _PLACED if (match := pattern.fullmatch(phrase.words))]
    named = _NAMED.fullmatch(phrase.words) or _OWNED.fullmatch(phrase.words)
    named = named or _ICONED.fullmatch(phrase.words) or _WITH.fullmatch(phrase.words)
    place = min((match.end("head") for match, _ in found), default=len(phrase.words))
    before = min(place, named.end("head") if named else place)
    if (inside := _read_inside(phrase, read, before)) is not None:
        return inside
    if named and named.end("head") < place:
        return _read_named(phrase, named, read)
    if not found:
        return None
    match, how = next(pair for pair in found if pair[0].end("head") == place)
    to = read(phrase[match.start("to") :]).target
    return _with(_head(phrase, match, read), (Relation(how, to),))


def _read_named(phrase: Phrase, match: re.Match[str], read: Read) -> Meant | None:
    """The field labelled Name: what is named has no name of its own."""
    if not phrase[: match.end("head")]:
        return read(phrase[match.start("to") :])
    head, name = read(phrase[: match.end("head")]), read(phrase[match.start("to") :]).target
    if head.target.text:
        return None
    relations = (*head.target.relations, *name.relations)
    target = replace(head.target, text=name.text, quoted=name.quoted, relations=relations)
    return replace(head, target=target)


def _read_inside(phrase: Phrase, read: Read, before: int) -> Meant | None:
    """Read what is "in the …", where that stands before a place; places that everything is in narrow nothing."""
    match = _OWN_ROW.fullmatch(phrase.words)
    if match and match.end("head") < before:
        how: Relating = "in the column of" if match["axis"].lower() == "column" else "in the row of"
        row = _row(
            phrase[slice(*match.span("to"))], Kind.HEADER if match["axis"].lower() == "column" else Kind.ROW, read
        )
        return _with(_head(phrase, match, read), (Relation(how, row),))
    match = _INSIDE.fullmatch(phrase.words)
    if not match or not (head := phrase[: match.end("head")]) or match.end("head") >= before:
        return None
    place = phrase[match.start("to") :]
    return read(head) if _VAGUE.fullmatch(place.words) else _placed(head, place, read)


def _placed(head: Phrase, place: Phrase, read: Read) -> Meant | None:
    meant, within = read(head), read(place).target
    is_place = (
        within.kind in _PLACES
        or within.it
        or within.quoted
        or within.part
        or meant.target.part
        or within.text[:1].isupper()
    )
    is_place = is_place or is_region(within)
    is_place = is_place or bool((meant.target.quoted or meant.target.kind) and _SOME_PLACE.fullmatch(place.words))
    if not is_place and not _ENDS_IN_PLACE.fullmatch(place.words):
        return None
    if within.kind is Kind.DIALOG and not meant.target.text and within.text and _NAMED.search(place.words):
        named_dialog = Target(kind=Kind.DIALOG, relations=within.relations)
        target = replace(meant.target, text=within.text, quoted=within.quoted)
        return _with(replace(meant, target=target), (Relation("inside", named_dialog),))
    how: Relating = "in the row of" if within.kind is Kind.ROW else "inside"
    return replace(meant, target=placed_in(meant.target, within, how)) if within != Target() else meant


def _row(phrase: Phrase, kind: Kind, read: Read) -> Target:
    """Return the row or the column by a name or by its place among others."""
    if re.fullmatch(ORDINAL, phrase.words, _FLAGS):
        return Target(ordinal=read_ordinal(phrase.words), kind=kind)
    if phrase.words.lower() in ("top", "bottom"):
        return Target(ordinal=1 if phrase.words.lower() == "top" else -1, kind=kind)
    return (
        IT
        if phrase.words.lower() in ("same", "that", "this", "its", "the same", "his", "her", "their")
        else read(phrase).target
    )


def _head(phrase: Phrase, match: re.Match[str], read: Read) -> Meant:
    """Return the thing itself; without a noun it may be anything."""
    head = phrase[: match.end("head")]
    return read(head) if head and head.words.lower() not in ("the", "what", "that", "something") else Meant(Target())


def _with(meant: Meant, relations: tuple[Relation, ...]) -> Meant:
    for relation in relations:
        if relation.to == Target() and relation.how not in ("inside", "in the row of", "in the column of"):
            raise InstructionError(f"It is not clear what that is {relation.how}")
    said = [relation for relation in relations if relation.to != Target()]
    return replace(meant, target=replace(meant.target, relations=(*meant.target.relations, *said)))
