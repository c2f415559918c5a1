"""Cuts a goal into sentences, and a sentence into clauses that each tell one thing. Knows no instruction's meaning.

A clause that begins like no instruction goes on with the one before it: the members of a list, a date's year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from model.reader.language.chinese.voice import LEADING as CHINESE_LEADING
from model.reader.language.chinese.words import BUTTONS as CHINESE_BUTTONS
from model.reader.language.chinese.words import VERB as CHINESE_VERB
from model.reader.language.english.voice import IS_PASSIVE
from model.reader.language.english.voice import LEADING as ENGLISH_LEADING
from model.reader.language.english.words import ALONE
from model.reader.language.english.words import VERB as ENGLISH_VERB
from model.reader.language.things.targets import MENU_STEP
from model.reader.language.words.chords import read_chord
from model.reader.language.words.numbers import NUMBER
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import MASK, InstructionError

_LONGEST = 300  # characters of a clause, a quotation counting as one: what is longer is no instruction
_FLAGS = re.IGNORECASE | re.DOTALL

_SENTENCE = re.compile(
    r"[\n。！!？?]+|(?<!\.)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bNo)\.(?=\s|$)"
    r"|(?<=[^.]\.\.\.)\s+(?=[A-Z])"
)
_THEN = (
    r"(?:\b(?:and\s+)?(?:(?:only\s+)?then|after\s+that|afterwards)\b,?|(?:并且|而且)?(?:然后|接着|随后|之后|最后(?![一两二三四五六七八九十几\d])"
    r"|接下来)[，,]?)"
)
_WEAK = (
    r"(?<!\bpress)(?<!\bctrl)(?<!\bshift)(?<!\balt)(?<!\bcontrol)\s+(?:and|&|plus)\s+(?:also\s+)?"
    rf"(?=(?-i:(?:please\s+|then\s+)?(?:{ENGLISH_VERB}|{ALONE}))|(?:if|for\s+each|for\s+every|repeat)\b)"
    rf"|(?<=\S)\s*(?:并且|并|再|且|(?<!最)(?:以后|之后|后)(?!面|退|台|边|方|一))\s*(?={CHINESE_VERB})"
    rf"|(?<=\ufffc)\s*(?:以后|之后|后)?(?=(?:按下?|敲一?下?|再|并)?(?:回车|Enter|确认键))"
    rf"|(?<=[上里处\ufffc])(?=停留?\s*(?:{NUMBER})\s*(?:秒|分))"
    r"|\s+(?=(?:hit|press)\s+(?:submit|enter)\b)(?<!\band\s)(?<!\bthen\s)"
    r"|(?<=[\u3400-\u9fff\ufffc])\s*(?=重新(?:输入|填写?|选择?))"
    r"|(?<=[\u3400-\u9fff\ufffc])\s*(?:再|并)(?=保存|提交|复制|粘贴)"
)
_JOINER = re.compile(
    rf"\s*(?:(?P<then>(?:[,，;；、]\s*)?{_THEN})|(?P<comma>[;；，]|(?<!^\d)(?<![;；，]\d)、|,(?![\d-]))"
    rf"|(?P<weak>{_WEAK}))\s*",
    _FLAGS,
)
_APART = re.compile(rf"[;；]\s*{_THEN}?\s*$", _FLAGS)
_STARTS = re.compile(
    rf"(?:{ENGLISH_VERB}|{ALONE}|(?:if|unless|when|once|as\s+soon\s+as|for\s+(?:each|every|all|the)|else|otherwise"
    r"|repeat|how\s+many|what|is|are"
    r"|keep|i\s+want|i\s+need|make\s+sure|ensure|in\s+(?:the|this)|on\s+the|do\s+(?:this|that|it)|next\s+page"
    r"|previous\s+page|double|right|leave)\b)", _FLAGS
)  # fmt: skip
_CHINESE_STARTS = re.compile(rf"{CHINESE_VERB}|否则|不然|要不然|应该|确保|之后|时$|吗|如果")
_NAMES = re.compile(r"[A-Z]\w*\s+and\s+[A-Z]\w*")  # Close and Exit
_GOES_ON = re.compile(r"to\s+\w+|until\b|till\b|直到|直至", re.IGNORECASE)
_BARE = re.compile(CHINESE_VERB)
_HELD = re.compile(r"按住\s*(?:Ctrl|Shift|Alt)\s*键?(?:不放)?", re.IGNORECASE)
_ALONE = re.compile(rf"(?:{CHINESE_BUTTONS})[。！]?")
_IN_CONDITION = re.compile(r"\s*(?:if\b|unless\b|如果|要是|假如|除非|若)[^,，]+(?=[,，])", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Clause:
    """What tells one thing; `then`: after a word for "then"; `new`: at the beginning of a sentence.

    `apart`: behind a semicolon, which parts more than a comma does.
    """

    phrase: Phrase
    then: bool = False
    new: bool = False
    apart: bool = False


def read_sentences(goal: Phrase) -> Iterator[list[Clause]]:
    """Yield the clauses of each sentence. Raises `InstructionError` for a clause that is too long."""
    start = 0
    for end, following in [
        *((mark.start(), mark.end()) for mark in _SENTENCE.finditer(goal.words)),
        (len(goal.words), 0),
    ]:
        if clauses := _clauses(goal[start:end]):
            yield clauses
        start = following


def _clauses(sentence: Phrase) -> list[Clause]:
    """Return a sentence's clauses; a piece that begins no instruction is part of the one before it."""
    spans: list[tuple[int, int, bool]] = []
    for start, end, then in _pieces(sentence):
        piece = sentence[start:end]
        if (spans and _HELD.fullmatch(sentence.words[spans[-1][0] : spans[-1][1]].strip())) or (
            spans and not then and not _begins(piece, listed=sentence.words[:start].rstrip().endswith("、"))
        ):
            spans[-1] = (spans[-1][0], end, spans[-1][2])
        elif piece:
            spans.append((start, end, then))
    clauses = [
        Clause(sentence[start:end], then, new=not place, apart=bool(_APART.search(sentence.words[:start])))
        for place, (start, end, then) in enumerate(spans)
    ]
    for clause in clauses:
        if len(clause.phrase.words) > _LONGEST:
            raise InstructionError(
                f"“{str(clause.phrase)[:40]}…” is too long for one instruction; "
                "put a text to be typed in quotation marks"
            )
    return clauses


def _pieces(sentence: Phrase) -> Iterator[tuple[int, int, bool]]:
    start, then = 0, False
    condition = _IN_CONDITION.match(sentence.words)
    for joiner in _JOINER.finditer(sentence.words):
        if joiner["weak"] and condition and joiner.start() < condition.end():
            continue  # one condition and another
        before = sentence.words[start : joiner.start()].strip()
        if (joiner.end() > joiner.start() or joiner["weak"] == "") and not (
            joiner["weak"] and before and ENGLISH_LEADING.fullmatch(before)
        ):
            yield start, joiner.start(), then
            start, then = joiner.end(), joiner["then"] is not None
    yield start, len(sentence.words), then


def _begins(piece: Phrase, listed: bool) -> bool:
    """Say whether an instruction, or what holds some together, begins with a piece; 、 rather lists."""
    words = piece.words
    lead = ENGLISH_LEADING.match(words)
    rest = words[lead.end() :] if lead else words
    if _GOES_ON.match(rest) or _NAMES.fullmatch(words):
        return False
    if lead and not rest:
        return words != "Next"  # a button's name, among others
    if _ALONE.fullmatch(words) or (len(words) > 1 and MASK not in words and read_chord(words)):
        return True
    if CHINESE_LEADING.fullmatch(words):
        return True
    if _HAN.search(words):
        if listed and _BARE.fullmatch(words):
            return False
        starts = _CHINESE_STARTS.match if listed else _CHINESE_STARTS.search
        return bool(starts(words) or _STARTS.match(rest))
    return bool(_STARTS.match(rest) or IS_PASSIVE.search(words) or MENU_STEP.search(words.strip(" >")))
