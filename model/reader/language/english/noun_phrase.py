"""Reads an English noun phrase: "the second Delete button below Archive". Knows nothing of the screen."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from model.reader.language.english import relations
from model.reader.language.english.nouns import (
    COLOURS,
    CONTAINERS,
    CORNERS,
    LABELLED,
    NOUNS,
    NUMERIC,
    ROOM,
    SHAPES,
    SUPERLATIVES,
)
from model.reader.language.limits import refuse_choice, refuse_list, refuse_long
from model.reader.language.things import nouns
from model.reader.language.things.addresses import read_address
from model.reader.language.things.meaning import Meant
from model.reader.language.things.nouns import Noun
from model.reader.language.words.numbers import NUMBER, ORDINAL, read_number, read_ordinal
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import MASK, InstructionError
from model.reader.plan import EMPTY_ROOM, IT, Most, Relation, Target

_FLAGS = re.IGNORECASE | re.DOTALL
_NOUN = "|".join(f"(?:{pattern})" for pattern in NOUNS)
_PLURAL = rf"(?:{_NOUN})(?:e?s)?"
KIND = rf"(?:{_PLURAL}|(?:{CONTAINERS})s?)"
"""A pattern of what people call the kinds of things."""

_MIDDLE = re.compile(
    r"(?:(?:in|at|on)\s+)?(?:the\s+)?(?:cent(?:er|re)|middle|list|table)\s+of\s+|(?:anywhere"
    r"|somewhere)\s+(?:on|in|inside)\s+",
    _FLAGS,
)
_FROM_TOP = re.compile(r"\s+from\s+(?:the\s+)?top$", _FLAGS)
_IT = re.compile(r"(?:it|that|this|them|these|those|that one|this one|the same(?: one)?)", _FLAGS)
_ITS = re.compile(r"its\s+(?!(?:own|row|column|name)\b)(?=\S)", _FLAGS)
_EVERY = re.compile(
    r"(?:all(?:\s+of)?(?:\s+(?:the|these|those|my))?|every(?:\s+single)?|each(?:\s+of\s+the)?|both(?:\s+the)?)\s+",
    _FLAGS,
)
_DETERMINER = re.compile(r"(?:the|an?|this|that|these|those|my|your|its|his|her|their|any)\s+")
_COUNT = re.compile(rf"(?:first\s+)?(?P<count>{NUMBER})\s+(?=(?:\S+\s+){{0,3}}?(?:{_NOUN})e?s\b)", _FLAGS)
_ORDINAL = re.compile(rf"(?P<ordinal>{ORDINAL})(?!\s+name\b)(?:\s+|$)", _FLAGS)
_MOST = re.compile(rf"(?P<most>{'|'.join(sorted(SUPERLATIVES, key=len, reverse=True))})(?:\s+|$)", _FLAGS)
_COLOUR = re.compile(
    rf"(?:(?:light|dark|bright|pale)\s+)?(?P<colour>{'|'.join(COLOURS)})(?:[\s-]+colou?red)?(?:\s+|$)", _FLAGS
)
_SHADES = re.compile(rf"(?:shades?|tints?)\s+of\s+(?P<colour>{'|'.join(COLOURS)})", _FLAGS)
_ROOM = re.compile(ROOM, _FLAGS)
_SHAPE = re.compile(rf"(?P<shape>{SHAPES})(?:e?s)?", _FLAGS)
_CORNER = re.compile(
    rf"(?P<head>.*?)\s*\b(?:at|in|on|to)\s+the\s+(?P<corner>{'|'.join(CORNERS)})(?:[\s-]+(?:hand\s+)?(?:corner"
    rf"|side|edge))?"
    r"(?:\s+of\s+the\s+(?:page|screen|window))?", _FLAGS
)  # fmt: skip
_PLACED = re.compile(
    rf"(?!right\s+(?!hand|side|corner))(?P<corner>{'|'.join(CORNERS)})(?:[\s-]+(?:hand\s+)?(?:corner|side))?\s+", _FLAGS
)
_HERE = re.compile(
    r"\s*\b(?:from\s+the\s+top|below|above|here|there|shown|displayed|(?:that|which)\s+(?:you\s+see|(?:(?:just"
    r"|then|now)\s+)?(?:pop(?:s|ped)\s+up"
    r"|appear(?:s|ed)|open(?:s|ed)|show(?:s|ed)\s+up|comes?\s+up|came\s+up|is\s+(?:open|shown|displayed"
    r"|visible)(?:\s+now)?)))$",
    _FLAGS,
)
_KINDS = tuple((re.compile(rf"(?:{pattern})(?:e?s)?", _FLAGS), noun) for pattern, noun in NOUNS.items())
_NAMED = re.compile(
    rf"(?:(?:{KIND}\s+or\s+)?(?P<before>{KIND})\s+)?(?:(?:page|screen|step|slide|section)\s+)?"
    rf"(?:(?:(?-i:[a-z]+)\s+)?(?:{LABELLED})\s+)?(?P<name>{MASK})(?:\s+(?P<after>{KIND}|arrow))?",
    _FLAGS,
)
_ONLY_KIND = re.compile(KIND, _FLAGS)
_SUFFIX = re.compile(rf"(?P<name>.+?)\s+(?P<kind>{KIND})", _FLAGS)
_PREFIX = re.compile(rf"(?P<kind>{KIND})\s+(?:(?:{LABELLED})\s+)?(?P<name>.+)", re.DOTALL)
_MAY_NAME = re.compile(
    r"file|folder|directory|tab|button|link|option|check ?box|field|section|user|email|message|row|column|word|item"
)
_NUMBERED = {nouns.ROW, nouns.LINE, nouns.PARAGRAPH, nouns.CHECKBOX, nouns.CELL, nouns.HEADER}


@dataclass
class _Adjectives:
    """What stands before a noun, taken off it."""

    known: bool = False
    every: bool = False
    limit: int = 0
    ordinal: int = 0
    most: Most | None = None
    colour: str = ""


@lru_cache(maxsize=256)  # nested relations are looked at more than once
def read_noun_phrase(phrase: Phrase) -> Meant:
    """Return what a noun phrase means. Raises `InstructionError` where that cannot be told."""
    phrase = phrase[: len(phrase.words.rstrip(" ,:;"))]
    if counted := _FROM_TOP.search(phrase.words):
        phrase = phrase[: counted.start()]
    if middle := _MIDDLE.match(phrase.words):
        phrase = phrase[middle.end() :]
    if _IT.fullmatch(phrase.words):
        return Meant(IT)
    if cells := read_address(phrase):
        return Meant(cells)
    if corner := _CORNER.fullmatch(phrase.words):
        most = _corner(corner["corner"])
        meant = read_noun_phrase(phrase[: corner.end("head")])
        if meant.target.most:
            raise InstructionError(f"I cannot compare twice at once: “{phrase}”")
        return replace(meant, target=replace(meant.target, most=most))
    if owned := _ITS.match(phrase.words):
        meant = read_noun_phrase(phrase[owned.end() :])
        row = Relation("in the row of", IT)
        return replace(meant, target=replace(meant.target, relations=(*meant.target.relations, row)))
    if related := relations.read_related(phrase, read_noun_phrase):
        return related
    return _read_head(phrase)


def _read_head(phrase: Phrase) -> Meant:
    here = _HERE.search(phrase.words)
    rest = phrase[: here.start()] if here else phrase
    if not rest:
        raise InstructionError(f"It is not clear what “{phrase}” points at")
    adjectives, rest = _take_adjectives(rest)
    target = _read_name(rest, adjectives, phrase)
    target = replace(target, ordinal=adjectives.ordinal or target.ordinal, colour=adjectives.colour or target.colour)
    return Meant(replace(target, most=adjectives.most or target.most), adjectives.every, adjectives.limit)


def _take_adjectives(phrase: Phrase) -> tuple[_Adjectives, Phrase]:
    """Return what stands before the noun, and the noun."""
    found = _Adjectives()
    if match := _EVERY.match(phrase.words):
        found.every = found.known = True
        phrase = phrase[match.end() :]
    if match := _DETERMINER.match(phrase.words):
        found.known = True
        phrase = phrase[match.end() :]
    if match := _COUNT.match(phrase.words):
        found.known = True
        found.limit = int(read_number(match["count"]))
        phrase = phrase[match.end() :]
    while rest := _take_adjective(phrase, found):
        phrase = rest[0]
    return found, phrase


def _take_adjective(phrase: Phrase, found: _Adjectives) -> tuple[Phrase] | None:
    """Take one adjective; without a determiner it may as well begin a name, unless a kind's name alone follows."""
    words = phrase.words
    if (
        (corner := _PLACED.match(words))
        and (rest := phrase[corner.end() :])
        and _is_noun(rest.words)
        and not found.most
    ):
        found.most = _corner(corner["corner"])
        return (rest,)
    for pattern in (_ORDINAL, _MOST, _COLOUR):
        match = pattern.match(words)
        rest = phrase[match.end() :] if match else Phrase("")
        if not match or not (found.known or found.ordinal or found.most or _is_noun(rest.words)):
            continue
        if pattern is _ORDINAL and re.match(rf"{NUMBER}\s", rest.words, _FLAGS) and read_ordinal(match["ordinal"]) < 0:
            raise InstructionError(f"I can only count from the beginning: “{phrase}”")
        if pattern is _ORDINAL and not found.ordinal:
            found.ordinal = read_ordinal(match["ordinal"])
        elif pattern is _MOST and (rest or found.known) and not found.most:
            found.most = SUPERLATIVES[" ".join(match["most"].lower().split())]
        elif pattern is _COLOUR and rest and not found.colour and match["colour"].islower():
            found.colour = match["colour"]
        else:
            continue
        return (rest,)
    return None


def _corner(words: str) -> Most:
    return next(most for pattern, most in CORNERS.items() if re.fullmatch(pattern, words, _FLAGS))


def _is_noun(words: str) -> bool:
    """Say whether words are adjectives and a kind's name, and no name of their own."""
    plain = _COLOUR.sub("", words, count=1) if _COLOUR.match(words) else words
    return bool(_SHAPE.fullmatch(plain) or (re.fullmatch(KIND, plain, _FLAGS) and not plain.istitle()))


def _read_name(phrase: Phrase, adjectives: _Adjectives, whole: Phrase) -> Target:
    words = phrase.words
    if not words or words.lower() in ("one", "ones"):
        if adjectives.ordinal or adjectives.most:
            return IT
        raise InstructionError(f"It is not clear what “{whole}” points at")
    if shades := _SHADES.fullmatch(words):
        return Target(colour=shades["colour"].lower())
    if _ROOM.fullmatch(words):
        return Target(shape=EMPTY_ROOM)
    if shape := _SHAPE.fullmatch(words):
        return Target(shape=shape["shape"].lower()) if adjectives.known or adjectives.colour else Target(words)
    if MASK in words:
        return _read_quoted(phrase, whole)
    return _read_bare(words, adjectives, whole)


def _read_quoted(phrase: Phrase, whole: Phrase) -> Target:
    match = _NAMED.fullmatch(phrase.words)
    name = phrase[slice(*match.span("name"))].quotation if match else None
    if not match or not name or not name.strip():
        raise InstructionError(f"It is not clear what {whole} points at")
    kind = match["after"] or match["before"] or ""
    if match["after"] and noun_of(kind) is nouns.THING and (said := noun_of(name)):
        return _widget(said, name)
    noun = noun_of(kind) or nouns.THING
    return replace(noun.of(Target(name.strip(), quoted=True)), part="")


def _widget(said: Noun, name: str) -> Target:
    """Return what is called by its type, a “radio” widget; a “text” is the smallest field, a “textarea” the largest."""
    if said is nouns.TEXT:
        return Target(kind=nouns.FIELD.kind, most="smallest")
    is_area = said is nouns.FIELD and "area" in name.lower()
    return replace(said.of(Target()), most="largest" if is_area else None)


def _read_bare(words: str, adjectives: _Adjectives, whole: Phrase) -> Target:
    refuse_list(words)
    refuse_long(words, whole=str(whole))
    if words in ("the", "a", "an", "this", "my", "The", "An"):
        raise InstructionError(f"It is not clear what “{whole}” points at")
    suffix, prefix = _SUFFIX.fullmatch(words), _PREFIX.fullmatch(words)
    if _ONLY_KIND.fullmatch(words) and (words.islower() or (adjectives.known and not _is_amount(words))):
        return _of_kind(words, adjectives)
    if prefix and prefix["kind"].islower() and _may_name(prefix, suffix is not None):
        return _named(noun_of(prefix["kind"]), prefix["name"], words, whole)
    if suffix and (adjectives.known or suffix["kind"].islower()):
        return _named(noun_of(suffix["kind"]), suffix["name"], words, whole)
    refuse_choice(words, str(whole))
    return Target(words)


def _may_name(prefix: re.Match[str], ends_in_kind: bool) -> bool:
    """Say whether a name follows a kind: "tab Privacy", "the folder src", but not "the slider handle"."""
    if prefix["name"][0].isupper():
        return True
    if re.match(r"(?:of|for|in|on|to|with|from)\s", prefix["name"]):
        return False
    return not ends_in_kind and (_MAY_NAME.fullmatch(prefix["kind"]) is not None or not prefix["name"].isalpha())


def _is_amount(words: str) -> bool:
    noun = noun_of(words)
    return noun is not None and noun.role == "measure"


def _of_kind(words: str, adjectives: _Adjectives) -> Target:
    """Return a target that has no name, but for the name in a noun."""
    noun = noun_of(words) or nouns.THING
    if noun.role == "measure" and adjectives.most:
        adjectives.most = NUMERIC.get(adjectives.most, adjectives.most)
        return Target()
    return noun.of(Target(words.split()[0] if noun.named else ""))


def _named(noun: Noun | None, name: str, words: str, whole: Phrase) -> Target:
    if name.strip().isdigit():
        if noun in _NUMBERED:
            return noun.of(Target(ordinal=int(name)))
        return Target(words)
    if words.endswith("ones"):
        raise InstructionError(f"It is not clear which ones “{whole}” means")
    refuse_choice(words, str(whole))
    refuse_long(name)
    if noun in (nouns.FIELD, nouns.ROW, nouns.CELL, nouns.TAB) and name in ("next", "previous", "other"):
        raise InstructionError(f"I cannot tell which one is “{whole}”; say what it reads, or which one it is in order")
    noun = noun or nouns.THING
    if noun.role == "measure":
        return Target(words)
    return replace(noun.of(Target(name.strip())), part="")


def noun_of(words: str) -> Noun | None:
    """Return what a kind's name means, or None for any other words."""
    plain = " ".join(words.split())
    return next((noun for pattern, noun in _KINDS if pattern.fullmatch(plain)), None)
