"""Conditions that the screen can show: "X is visible", 没有勾选. In the language that they are written in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.reader.language.chinese.control import CONDITIONS as CHINESE
from model.reader.language.english.control import CONDITIONS as ENGLISH
from model.reader.language.sentence import form
from model.reader.language.things.context import with_targets
from model.reader.language.things.nouns import as_checkbox
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import Check, Condition, If, Instruction, Target

_SUBJECT = re.compile(
    r"(?P<what>.+?(?=\s+(?:is|are|has)\b)|(?:\ufffc|.+?(?:按钮|框|链接|选项))(?=[\u3400-\u9fff]))",
    re.IGNORECASE | re.DOTALL,
)
_SEVERAL = re.compile(r"\b(?:is|are|or|nor|neither)\b|或者|并且|而且")  # two conditions in one
_AND = re.compile(r",?\s+and\s+(?:if\s+|when\s+)?|[，,]?\s*(?:并且|而且|且|同时|也(?=看不|没|不|未))\s*", re.IGNORECASE)
_SWITCH = re.compile(r"(?:就|则|请)?(?:把它)?(?:(?P<on>打开|开启|开)|关闭|关掉|关)(?:它|了)?")
_NEITHER = re.compile(
    r"neither\s+(?P<first>.+?)\s+nor\s+(?P<second>.+?)\s+(?P<so>(?:is|are)\s.+)", re.IGNORECASE | re.DOTALL
)
_OR = re.compile(r",?\s+or\s+(?:if\s+|when\s+)?|[，,]?\s*(?:或者|或是|或)\s*", re.IGNORECASE)
_CONTRACTED = re.compile(r"(it|that|there)['’]s\b", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Compound:
    """One condition or several that shall all hold, or of which with `any` one is enough."""

    conditions: tuple[Condition, ...]
    any: bool = False

    def __neg__(self) -> "Compound":
        denied = tuple(replace(condition, holds=not condition.holds) for condition in self.conditions)
        return Compound(denied, not self.any)

    def choose(self, then: Sequence[Instruction], otherwise: Sequence[Instruction] = ()) -> If:
        """Return what is done where the conditions hold, and what where they do not."""
        first, *rest = self.conditions
        if not rest:
            return If(first, tuple(then), tuple(otherwise))
        others = replace(self, conditions=tuple(rest)).choose(then, otherwise)
        return If(first, tuple(then), (others,)) if self.any else If(first, (others,), tuple(otherwise))


def read_compound(phrase: Phrase) -> Compound | None:
    """Return what a phrase says that the screen shows, one thing or several, or None for any other."""
    if neither := _NEITHER.fullmatch(phrase.words):
        first, second, so = (phrase[slice(*neither.span(part))] for part in ("first", "second", "so"))
        conditions = [read_condition(Phrase.join([what, so])) for what in (first, second)]
        return -Compound(tuple(filter(None, conditions)), any=True) if all(conditions) else None
    for joined in (_AND, _OR):
        parts = [phrase[slice(*span)] for span in _parted(phrase, joined)]
        subject = _SUBJECT.match(parts[0].words)
        shared = phrase[: subject.end("what")] if subject else Phrase("")
        conditions = [read_condition(part) or read_condition(_of_subject(shared, part)) for part in parts]
        if len(parts) > 1 and all(conditions):
            return Compound(tuple(filter(None, conditions)), joined is _OR)
    one = read_condition(phrase)
    return Compound((one,)) if one else None


def _of_subject(subject: Phrase, predicate: Phrase) -> Phrase:
    """Return "X is enabled" for "enabled" after a condition on X."""
    is_chinese = _HAN.search(predicate.words)
    return Phrase.join([subject, Phrase("" if is_chinese else "is"), predicate], "" if is_chinese else " ")


def _parted(phrase: Phrase, joined: re.Pattern[str]) -> list[tuple[int, int]]:
    joiners = list(joined.finditer(phrase.words))
    starts, ends = [0, *(j.end() for j in joiners)], [*(j.start() for j in joiners), len(phrase.words)]
    return list(zip(starts, ends, strict=True))


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


def required_compound(phrase: Phrase) -> Compound:
    """Return one condition or several. Raises `InstructionError` where the screen cannot show them."""
    compound = read_compound(phrase)
    if compound is None:
        raise InstructionError(f"I cannot see on a screen whether “{phrase}”")
    return compound


def of_box(condition: Compound, then: Sequence[Instruction]) -> tuple[Compound, Sequence[Instruction]]:
    """Return that a box is empty, if it is ticked then, as that it is not checked; and what is done then."""
    match condition.conditions, then:
        case (Condition(target=target, property="empty"),), [Check(targets=(ticked,)), *_] if ticked == target:
            box = as_checkbox(target)
            unchecked = Condition(box, "checked", holds=False)
            ticking = with_targets(tuple(then), lambda known: box if known == target else known)
            return replace(condition, conditions=(unchecked,)), ticking
        case _:
            return condition, then


def switching(first: Phrase, condition: Compound) -> Phrase:
    """Return what is done as ticking, where it is opened or closed if that is on or off: 关着就打开."""
    switch = _SWITCH.fullmatch(first.words)
    if switch is None or condition.conditions[-1].property != "checked":
        return first
    return Phrase("勾选" if switch["on"] else "取消勾选")
