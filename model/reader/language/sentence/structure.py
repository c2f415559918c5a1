"""The clauses of a goal as instructions: conditions, loops, what is done once. Knows which belong together."""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.reader.language.sentence.clause import made_plain, read_clause
from model.reader.language.sentence.clauses import Clause
from model.reader.language.sentence.conditions import Compound, of_box, read_compound, required_compound, switching
from model.reader.language.sentence.heads import Head, heads, tails
from model.reader.language.sentence.repeating import for_each, goes_on, repeated, scrolled_to, until
from model.reader.language.sentence.single import SingleClauses
from model.reader.language.sentence.step import Steps
from model.reader.language.things.context import Context, with_targets
from model.reader.language.things.places import located, pressed_with
from model.reader.language.things.targets import read_meant, read_place, target_if_clear
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import (
    Instruction,
    Pause,
    Relation,
    Repeat,
    Target,
    WaitFor,
)

_DEEPEST = 8  # conditions and loops in one another
_VERBS = re.compile(
    r"\b(?:then\s+|please\s+)?(?:keep|continue|click|press|type|select|check|uncheck|tick|untick|close|open|scroll|wait|hit|tap|enter|choose|turn|switch|set|go|save|delete|copy|drag|put|fill)\b|(?:的话)?[,，]?(?:就|则|请|那么)",
    re.IGNORECASE,
)
_SEEING = re.compile(
    r"(?:when|once|as soon as|until)\b|(?:一?旦|一|等到?|直到)?(?:看到|看见|见到|出现|找到|翻到|滚到|滑到)",
    re.IGNORECASE,
)
_NESTED = re.compile(r",\s*(?:in|under|on|inside|within|at|from)\s")  # a place in another
_ASKING = re.compile(r"(?:tell me|check|see|say|find out|let me know|report|know)", re.IGNORECASE)
_LOADING = 2.0  # seconds
_LOADED = re.compile(
    r"(?:the\s+|this\s+)?(?:page|site|website|app|application|window|program|everything|it)\s+(?:has\s+|is\s+|was\s+|finishes\s+|finished\s+)*"
    r"(?:loads?|loaded|loading|opens|opened|open|ready|done|finished|up)|(?:页面|网页|它|程序|软件|应用)(?:已经|都)?(?:加载|载入|打开|启动)(?:完成?|好|完毕|出来)?了?",
    re.IGNORECASE,
)
_MOUSE_BUTTON = re.compile(r"(?:the|your|a)\s+(?P<which>right|middle)(?:\s+mouse)?\s+button", re.IGNORECASE)


class Structure:
    """Reads one goal's clauses, in order."""

    def __init__(self) -> None:
        self._context = Context()
        self._single = SingleClauses(self._context)
        self._depth = 0

    def read(self, clauses: Sequence[Clause]) -> list[Instruction]:
        """Return what clauses tell to do, each with those that it holds together."""
        if self._depth == _DEEPEST:
            raise InstructionError("Too many conditions and loops stand in one another")
        self._depth += 1
        instructions: list[Instruction] = []
        rest = list(clauses)
        while rest:
            if instructions and (afterthought := self._afterthought(instructions[-1], rest)):
                instructions[-1] = afterthought
                rest = rest[1:]
                continue
            seeing = not rest[0].new and _SEEING.match(rest[0].phrase.words)
            made, rest = self._read_one(rest[0], rest[1:])
            if instructions and made and seeing and (joined := scrolled_to(instructions[-1], made[0])):
                instructions[-1:] = joined
                made = made[1:]
            if instructions and made and goes_on(instructions[-1], made[0]):
                instructions.pop()
            instructions += made
        self._depth -= 1
        return instructions

    def _afterthought(self, last: Instruction, rest: list[Clause]) -> Instruction | None:
        """Return the last instruction under a condition that is said behind a comma, and holds nothing itself."""
        if rest[0].new or (rest[1:] and not rest[1].new):
            return None
        for head in heads(made_plain(rest[0].phrase)):
            condition, then = _split(head.condition)
            if head.kind in ("if", "unless") and condition and not (head.rest or then):
                condition = with_targets(condition, self._context.meant)
                return (-condition if head.kind == "unless" else condition).choose([last])
        return None

    def finish(self) -> list[Instruction]:
        """Return what is left to do behind the last clause."""
        return self._context.finish()

    def _read_one(self, clause: Clause, following: list[Clause]) -> tuple[list[Instruction], list[Clause]]:
        phrase = made_plain(clause.phrase)
        if not phrase:
            return [], following
        for head in heads(phrase):
            if head.kind == "place" and self._single.tells(phrase):
                continue
            if (made := self._read_head(head, following)) is not None:
                return made
        if following and _LOADED.fullmatch(phrase.words):
            return [Pause(_LOADING)], following
        if re.fullmatch(r"(?:step\s*)?\d+", phrase.words, re.IGNORECASE):
            return [], following  # the number of a step
        for tail in tails(phrase):
            if _ASKING.fullmatch(tail.rest.words):
                continue
            if tail.kind == "repeat" and not self._single.tells(made_plain(tail.rest)) and self._single.tells(phrase):
                break
            if (instructions := self._read_tail(tail)) is not None:
                for instruction in instructions:
                    self._context.remember(instruction)
                return instructions, following
        return self._single.read(phrase, clause.then, following), following

    def _read_head(self, head: Head, following: list[Clause]) -> tuple[list[Instruction], list[Clause]] | None:
        match head.kind:
            case "if" | "unless":
                return self._read_if(head, following)
            case "while":
                return self._read_while(head, following)
            case "when":
                return self._read_when(head, following)
            case "each":
                return self._read_each(head, following)
            case "repeat":
                body, rest = self._body(head.rest, following)
                if not body:
                    return None
                return [Repeat(tuple(self.read(body)), head.times)], rest
            case "only" | "place":
                return self._read_place(head, following)
            case _:
                return None

    def _body(
        self, first: Phrase, following: list[Clause], *, to_semicolon: bool = False
    ) -> tuple[list[Clause], list[Clause]]:
        """Return the clauses that a head governs: up to the end of its sentence, or an "otherwise"."""
        body = [Clause(first)] if first else []
        place = 0
        while place < len(following):
            clause = following[place]
            if (body and (clause.new or (clause.apart and to_semicolon))) or _is_else(clause.phrase):
                break
            body.append(replace(clause, new=False))
            place += 1
        return body, following[place:]

    def _read_if(self, head: Head, following: list[Clause]) -> tuple[list[Instruction], list[Clause]] | None:
        if head.rest:
            condition, first = read_compound(head.condition), head.rest
            if condition is None:
                return None
        else:
            condition, first = _split(head.condition)
            condition = condition or required_compound(head.condition)
        if head.kind == "unless":
            condition = -condition
            if following and (other := _is_else(following[0].phrase)):
                first, following = other.rest, following[1:]
        condition = with_targets(condition, self._context.meant)
        body, rest = self._body(switching(first, condition), following, to_semicolon=True)
        if not body:
            raise InstructionError(f"It is not said what is to be done if {head.condition}")
        self._context.last = condition.conditions[-1].target
        then, otherwise = self.read(body), list[Instruction]()
        if rest and (other := _is_else(rest[0].phrase)):
            body, rest = self._body(other.rest, rest[1:], to_semicolon=True)
            self._context.last = condition.conditions[-1].target
            otherwise = self.read(body)
        shown, done = of_box(condition, then)
        return [shown.choose(done, otherwise)], rest

    def _read_when(self, head: Head, following: list[Clause]) -> tuple[list[Instruction], list[Clause]] | None:
        if _LOADED.fullmatch(head.condition.words):
            return [Pause(_LOADING)], following
        compound, first = _split(head.condition)
        condition = compound.conditions[0] if compound and len(compound.conditions) == 1 else None
        if condition is None or condition.property != "visible":
            return None
        first = head.rest or first
        waiting = self._context.resolve([WaitFor(condition.target, gone=not condition.holds)])
        return [*waiting, *(self.read([Clause(first)]) if first else ())], following

    def _read_while(self, head: Head, following: list[Clause]) -> tuple[list[Instruction], list[Clause]] | None:
        while_, first = _split(head.condition)
        body, rest = self._body(head.rest or first, following)
        if while_ is None or len(while_.conditions) > 1 or not body:
            return None
        condition = with_targets(while_.conditions[0], self._context.meant)
        self._context.last = condition.target
        return [until(self.read(body), replace(condition, holds=not condition.holds))], rest

    def _read_each(self, head: Head, following: list[Clause]) -> tuple[list[Instruction], list[Clause]] | None:
        each, first = (head.each, head.rest) if head.rest else _split_each(head.each)
        body, rest = self._body(first, following)
        if not body:
            return None
        meant = read_meant(each)
        return [for_each(meant.target, self._looped(body), meant.limit)], rest

    def _read_place(self, head: Head, following: list[Clause]) -> tuple[list[Instruction], list[Clause]] | None:
        """A place named before a comma is that of the next clause, and so is the button of the mouse."""
        if not following or following[0].new or _NESTED.search(head.place.words):
            return None
        if button := _MOUSE_BUTTON.fullmatch(head.place.words):
            steps = self._single.steps(made_plain(following[0].phrase))
            pressed = pressed_with(steps or (), "middle" if "m" in button["which"].lower()[:1] else "right")
            return (self._context.resolve(pressed), following[1:]) if pressed else None
        steps = self._single.steps(made_plain(following[0].phrase))
        if steps is not None and (opened := self._single.in_context_menu(head.place, steps)):
            return opened, following[1:]
        if head.kind == "only":
            place = Target(relations=(Relation("in the row of", read_meant(head.each).target),))
        else:
            place = read_place(head.place)
        done = self._located(steps, place)
        return None if done is None else (done, following[1:])

    def _read_tail(self, tail: Head) -> list[Instruction] | None:
        """Return an instruction with what is said behind it; None where that is no such thing."""
        match tail.kind:
            case "if" | "unless" | "until":
                return self._read_conditional(tail)
            case "place":
                return self._located(read_clause(tail.rest), read_meant(tail.place).target)
            case "each":
                return [for_each(read_meant(tail.each).target, self._looped([Clause(tail.rest)]))]
            case _:
                return [repeated(self.read([Clause(tail.rest)]), tail.times)]

    def _read_conditional(self, tail: Head) -> list[Instruction] | None:
        condition = read_compound(tail.condition)
        if condition is None or (tail.kind == "until" and len(condition.conditions) > 1):
            return None
        body = self.read([Clause(tail.rest)])
        condition = with_targets(condition, self._context.meant)
        if tail.kind == "until":
            return [until(body, condition.conditions[0])]
        return [(-condition if tail.kind == "unless" else condition).choose(body)]

    def _looped(self, body: Sequence[Clause]) -> list[Instruction]:
        """Return what is done in a loop, in which "it" is the one whose turn it is."""
        self._context.loops += 1
        instructions = self.read(body)
        self._context.loops -= 1
        return instructions

    def _located(self, steps: Steps | None, place: Target) -> list[Instruction] | None:
        there = None if steps is None else located(steps, place)
        return None if there is None else self._context.resolve(there)


def _is_else(phrase: Phrase) -> Head | None:
    return next((head for head in heads(made_plain(phrase)) if head.kind == "else"), None)


def _split_each(each: Phrase) -> tuple[Phrase, Phrase]:
    """Return what each is, and what is said behind it without a comma."""
    for verb in list(_VERBS.finditer(each.words))[:3]:
        if each[: verb.start()] and each[verb.end() :] and target_if_clear(each[: verb.start()]):
            return each[: verb.start()], each[verb.start() :]
    return each, Phrase("")


def _split(phrase: Phrase) -> tuple[Compound | None, Phrase]:
    """Return a condition, and what is said behind it without a comma."""
    for verb in list(_VERBS.finditer(phrase.words))[:5]:
        if phrase[verb.end() :] and (condition := read_compound(phrase[: verb.start()])):
            return condition, phrase[verb.start() :]
    return read_compound(phrase), Phrase("")
