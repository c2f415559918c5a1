"""Waiting, questions and conditions."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from model.reader.language.limits import refuse_knowledge
from model.reader.language.making.writing import typed
from model.reader.language.sentence.form import Filled, Form, first
from model.reader.language.sentence.repeating import waiting
from model.reader.language.sentence.step import Steps
from model.reader.language.things.meaning import is_region
from model.reader.language.things.nouns import as_checkbox, as_field
from model.reader.language.things.targets import read_meant, read_place, read_target
from model.reader.language.things.values import read_asked
from model.reader.language.words.numbers import read_number
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import IT, Condition, Pause, Property, Relation, Target, Tell, WaitFor
from model.sight.element import Kind

_LONGEST_PAUSE = 60.0  # seconds in one action
_MOMENT = 2.0  # seconds

_CONTENT = re.compile(r"(?:the\s+)?contents?|内容|文字内容", re.IGNORECASE)
_TOOLTIP = re.compile(r"\b(?:tooltip|hint)\s+(?:of|for)\b|(?:按钮|图标|链接)的(?:提示|悬停)", re.IGNORECASE)
_OPENED = re.compile(
    r".*(?:文件夹?|图片|照片|视频|相册|网站|\b(?:videos?|photos?|pictures?|websites?|folders?|files?))", re.IGNORECASE
)
_WHOLE = re.compile(
    r"everything\b.*|.*(?:所有|全部)的?(?:字|文字|内容)|(?:the|this|my)\s+(?:whole\s+)?(?:page|screen|document|window|list|table|form)|(?:这个?|整个?)?(?:页面?|屏幕|文档|窗口|列表|表格)",
    re.IGNORECASE,
)
_RESULT = re.compile(r"(?:the\s+)?results?|结果", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|its|this)\s+|\s+(?:of|in|on)\s+(?:the|this)\s+\w+$", re.IGNORECASE)

_BOXES: dict[Property, Callable[[Target], Target]] = {"checked": as_checkbox, "empty": as_field}

MakeCondition = Callable[[Filled], Condition | None]


def pause(filled: Filled) -> Steps:
    """`number` of seconds, or of minutes where `minutes` is there; neither is a moment."""
    seconds = read_number(filled["number"].words) * (60 if filled["minutes"] else 1) if filled["number"] else _MOMENT
    parts = max(1, math.ceil(seconds / _LONGEST_PAUSE))
    return [Pause(seconds / parts)] * parts


def wait_for(filled: Filled) -> Steps:
    """`target`."""
    target = read_target(filled["target"])
    return [WaitFor(Target(filled["target"].words) if target == Target(kind=Kind.LINK) else target)]


def wait_until(conditions: Sequence[Form[Condition]]) -> Callable[[Filled], Steps | None]:
    """Make a wait until `condition` holds, one of a language's."""

    def make(filled: Filled) -> Steps | None:
        condition = first(conditions, filled["condition"])
        return None if condition is None else [waiting(condition)]

    return make


def wait_gone(filled: Filled) -> Steps:
    """`target`, until it is gone."""
    return [WaitFor(read_target(filled["target"]), gone=True)]


def when(filled: Filled) -> Steps:
    """`target` is waited for."""
    return [WaitFor(read_target(filled["target"]))]


def tell(filled: Filled) -> Steps:
    """`target`: what is to be read. A name alone is that of a value."""
    refuse_knowledge(filled["target"].words)
    if _TOOLTIP.search(filled["target"].words):
        raise InstructionError(
            f"“{filled['target']}” shows only while the pointer is over its thing; say to hover first"
        )
    if _OPENED.fullmatch(filled["target"].words):
        raise InstructionError(f"“{filled['target']}” is to be opened, and I am not told where; name it to open it")
    if _CONTENT.fullmatch(filled["target"].words):
        return [Tell(IT)]
    target = read_asked(filled["target"])
    if is_region(target) or (target.colour and target.text and not target.kind):
        raise InstructionError(f"It is not clear what is to be read: “{filled['target']}”")
    if _WHOLE.fullmatch(filled["target"].words):
        raise InstructionError(f"I can read one thing at a time: which one of “{filled['target']}”?")
    if target == Target() or _RESULT.fullmatch(filled["target"].words):
        target = Target(str(_ARTICLE.sub("", filled["target"].words)).strip())
    in_row = [relation for relation in target.relations if relation.how == "in the row of"]
    if in_row and target.text and target == Target(target.text, relations=target.relations):
        target = Target(relations=(Relation("in the column of", Target(target.text)), *target.relations))
    if target == Target(target.text, quoted=target.quoted):
        target = Target(relations=(Relation("labelled", target),))
    return [Tell(target)]


def tell_checked(filled: Filled) -> Steps:
    """What is asked for by "check": the status of something."""
    asked = filled.phrase[len("check") :]
    refuse_knowledge(str(asked))
    return [Tell(read_asked(asked))]


def tell_there(_: Filled) -> Steps:
    """What stands at a place that is said before it."""
    return [Tell(Target())]


def tell_shown(filled: Filled) -> Steps:
    """`target` itself: what a drop-down shows."""
    return [Tell(read_target(filled["target"]))]


def tell_most(filled: Filled) -> Steps:
    """Which `what` is `most`."""
    return [Tell(read_meant(Phrase.join([Phrase("the"), filled["most"], filled["what"]])).target)]


def tell_whose(filled: Filled) -> Steps:
    """Which `what` has the `most` in a `column`."""
    return _whose(filled, Phrase.join([Phrase("the"), filled["most"], Phrase("number")]))


def tell_whose_chinese(filled: Filled) -> Steps:
    """Which `what` has the `most` in a `column`, in Chinese."""
    return _whose(filled, Phrase.join([filled["most"], Phrase("的数字")], ""))


def _whose(filled: Filled, number: Phrase) -> Steps:
    value = read_meant(number).target
    value = replace(value, relations=(Relation("in the column of", read_target(filled["column"])),))
    asked = read_target(filled["what"])
    if asked.kind:
        raise InstructionError(f"I can tell a name or a number, and not which “{filled['what']}” it is")
    what = Relation("in the column of", asked)
    return [Tell(Target(relations=(what, Relation("in the row of", value))))]


def tell_most_chinese(filled: Filled) -> Steps:
    """Which `what` is `most`, in Chinese."""
    return [Tell(read_meant(Phrase.join([filled["most"], Phrase("的"), filled["what"]], "")).target)]


def tell_where(filled: Filled) -> Steps:
    """`what` stands at `where`."""
    return [Tell(read_meant(Phrase.join([filled["what"], filled["where"]])).target)]


def tell_line(filled: Filled) -> Steps:
    """The text's `line`, by its number."""
    return [Tell(Target(ordinal=int(read_number(filled["line"].words)), part="line"))]


def count(filled: Filled) -> Steps:
    """`target`: what is to be counted."""
    target = read_meant(filled["target"]).target
    if target.most:
        raise InstructionError(f"I cannot tell which are meant by “{filled['target']}”, so as to count them")
    target = Target(kind=Kind.ROW) if target.text in ("文件", "目录") and not target.quoted else target
    return [Tell(target if target != Target() else Target(str(filled["target"])), "count")]


def count_in(filled: Filled) -> Steps:
    """`target`, in `source`."""
    place, steps = read_place(filled["source"]), count(filled)
    if place.kind is Kind.DROPDOWN:
        raise InstructionError(f"What “{filled['source']}” offers shows only while it is open; say to open it first")
    tell = steps[0]
    if place == Target() or not isinstance(tell, Tell):
        return steps
    return [replace(tell, target=replace(tell.target, relations=(*tell.target.relations, Relation("inside", place))))]


def count_rows(filled: Filled) -> Steps:
    """Rows that contain `text`."""
    name = read_target(filled["text"])
    return [Tell(Target(name.text, kind=Kind.ROW, quoted=name.quoted), "count")]


def holds(named: Property, *, yes: bool = True) -> MakeCondition:
    """Make a condition on `target`."""
    change = _BOXES.get(named, _unchanged)

    def make(filled: Filled) -> Condition:
        target = change(read_meant(filled["target"]).target)
        is_box = target.kind not in (Kind.BUTTON, Kind.TAB, Kind.ROW, Kind.LIST_ITEM)
        if named == "checked" and target.kind in (Kind.DIALOG, Kind.MENU):
            return Condition(target, "visible", holds=yes)
        return Condition(target, named if is_box or named != "checked" else "selected", holds=yes)

    return make


def shows_it(_: Filled) -> Condition:
    """Whether what was spoken of last is there."""
    return Condition(IT)


def _unchanged(target: Target) -> Target:
    return target


def reads(*, yes: bool = True) -> MakeCondition:
    """Make a condition that `target` reads `text`."""
    return lambda filled: Condition(read_target(filled["target"]), "reads", typed(filled["text"]), yes)
