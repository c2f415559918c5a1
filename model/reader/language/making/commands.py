"""The usual commands, dialogs, pages, searches, and buttons that are known by their verbs."""

import re

from model.reader.language.limits import refuse_judgement, refuse_long
from model.reader.language.making.pointing import click_on, each, pointed
from model.reader.language.making.writing import typed
from model.reader.language.sentence.form import Filled
from model.reader.language.sentence.step import Make, Mention, Steps
from model.reader.language.things.targets import read_meant, read_members, read_target, target_if_clear
from model.reader.language.words.chords import read_chord
from model.reader.language.words.numbers import read_number
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import (
    IT,
    Click,
    CloseDialog,
    Command,
    Edit,
    Find,
    Press,
    Repeat,
    Target,
    Turn,
    Type,
)
from model.sight.element import Kind

_SELECTED = ("it", "that", "this", "them", "the selection", "everything", "all", "它", "它们", "选中的内容", "内容")
_SEVERAL = re.compile(r"(?:all|every|each|both)\s|所有|每|全部", re.IGNORECASE)


def command(name: Command) -> Make:
    """Make one of the usual commands, on what is there."""
    return lambda _: [Edit(name)]


def mention(filled: Filled) -> Steps:
    """`target`, with which something is done next."""
    return [Mention(read_target(filled["target"]))]


def nothing(_: Filled) -> Steps:
    """What tells nothing by itself: "find and click"."""
    return []


def delete(filled: Filled) -> Steps:
    """`target`, or what is selected."""
    if not filled["target"] or filled["target"].words.lower() in _SELECTED:
        return [Edit("delete")]
    refuse_judgement(filled["target"].words)
    members = read_members(filled["target"])
    if len(members) == 1 and members[0].several:
        return each(members[0], Edit("delete", IT))
    return [Edit("delete", pointed(member.target, filled["target"])) for member in members]


def find_with(filled: Filled) -> Steps | None:
    """`text`, in what opens with `keys`."""
    keys = read_chord(str(filled["keys"]))
    return [Press(keys), Type(typed(filled["text"]))] if keys else None


def close_it(_: Filled) -> Steps:
    """What was spoken of last."""
    return [CloseDialog(IT)]


def close_dialog(filled: Filled) -> Steps:
    """The dialog in front; `way` is the button that closes it, where that is not its own "x"."""
    way = filled["way"]
    if not way or read_meant(way).target.text.lower() in ("x", "×", "close"):
        return [CloseDialog()]
    return click_on(way)


def click_named(name: str) -> Make:
    """Make a click on what reads so."""
    return lambda _: [Click(Target(name))]


def click_window(filled: Filled) -> Steps:
    """The button of the window that the clause names in Chinese."""
    name = next(name for name in ("最小化", "最大化", "还原") if name in filled.phrase.words)
    return [Click(Target(name))]


def click_home(_: Filled) -> Steps:
    """What reads 首页."""
    return [Click(Target("首页"))]


def click_sent(filled: Filled) -> Steps:
    """What reads as the clause's verb: "send it"."""
    return [Click(Target(filled.phrase.words.split()[0].lower()))]


def click_first(filled: Filled) -> Steps:
    """What reads as the first word of the clause: "Minimize the window"."""
    return [Click(Target(filled.phrase.words.split()[0].title()))]


def click_add(filled: Filled) -> Steps:
    """What reads "add to cart"."""
    *_, where = filled.phrase.words.split()
    return [Click(Target(f"add to {where.lower()}"))]


def undo_times(filled: Filled) -> Steps:
    """The last `number` of changes."""
    return [Repeat((Edit("undo"),), int(read_number(filled["number"].words)))]


def turn_to(filled: Filled) -> Steps:
    """The page of the number `page`: what reads so is clicked."""
    return [Click(Target(filled["page"].words))]


def click_said(filled: Filled) -> Steps:
    """What reads as the clause itself does: "Log out"."""
    return [Click(Target(str(filled.phrase)))]


def turn(to: str) -> Make:
    """Make a turn of the page."""
    return lambda _: [Turn(to)]  # type: ignore[arg-type]


def find(filled: Filled) -> Steps:
    """`target`: text to look for; something on the screen is only named."""
    target = target_if_clear(filled["target"])
    if filled.phrase.words.startswith(("找到", "找出")) and target:
        return [Mention(target)]
    if _SEVERAL.match(filled["target"].words):
        raise InstructionError(f"It is not clear which one of “{filled['target']}” is to be found")
    is_text = target is None or (target.kind is Kind.TEXT and target.text)
    if target and not is_text and target != Target(target.text, quoted=target.quoted):
        return [Mention(target)]
    return find_text(filled)


def find_text(filled: Filled) -> Steps:
    """`target`: text to look for."""
    if filled["target"].quotation is None:
        refuse_long(str(filled["target"]))
    return [Find(typed(filled["target"]))]
