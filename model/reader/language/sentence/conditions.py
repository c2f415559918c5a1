"""Conditions that the screen can show: "X is visible", 没有勾选. In the language that they are written in."""

import re

from model.reader.language.chinese.control import CONDITIONS as CHINESE
from model.reader.language.english.control import CONDITIONS as ENGLISH
from model.reader.language.sentence import form
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import Condition, Target

_SEVERAL = re.compile(r"\b(?:is|are|or)\b|或者|并且|而且")  # two conditions in one
_CONTRACTED = re.compile(r"(it|that|there)['’]s\b", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff]")


def read_condition(phrase: Phrase) -> Condition | None:
    """Return what a phrase says that the screen shows, or None for any other."""
    if contracted := _CONTRACTED.match(phrase.words):
        phrase = Phrase.join([phrase[: contracted.end(1)], Phrase("is"), phrase[contracted.end() :]])
    known = (*CHINESE, *ENGLISH) if _HAN.search(phrase.words) else ENGLISH
    try:
        condition = form.first(known, phrase)
    except InstructionError:
        return None
    if condition is None or condition.target == Target() or _SEVERAL.search(condition.target.text):
        return None
    return condition


def required_condition(phrase: Phrase) -> Condition:
    """Return a condition. Raises `InstructionError` where the screen cannot show it."""
    condition = read_condition(phrase)
    if condition is None:
        raise InstructionError(f"I cannot see on a screen whether “{phrase}”")
    return condition
