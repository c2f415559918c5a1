"""Selecting, ticking, setting values, folding."""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.reader.language.chinese.nouns import CONTAINERS
from model.reader.language.limits import refuse_knowledge, refuse_long
from model.reader.language.making.pointing import each, pointed, through_menu
from model.reader.language.making.writing import typed, words_of
from model.reader.language.sentence.form import Filled
from model.reader.language.sentence.step import Make, Mention, Search, Steps
from model.reader.language.things.meaning import Meant, is_region, placed_in
from model.reader.language.things.nouns import as_checkbox, as_field
from model.reader.language.things.targets import (
    MENU_STEP,
    is_menu_path,
    read_meant,
    read_members,
    read_menu_path,
    read_place,
    read_target,
    split_list,
    target_if_clear,
)
from model.reader.language.things.values import read_owned
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import IT, Check, Click, Expand, Highlight, Instruction, Relation, Select, SetValue, Target
from model.sight.element import Kind

_CLICKED = {Kind.BUTTON, Kind.LINK, Kind.ICON, Kind.TAB, Kind.MENU, Kind.MENU_ITEM, Kind.SHAPE}
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?\s*(?:%|percent|per\s+cent)?")
_WORDS = re.compile(r"(?:the\s+)?(?:words?|text|phrase|sentence)\s*\S.*", re.IGNORECASE | re.DOTALL)
_SWITCHED = re.compile(
    r".*(?:模式|wi-?fi|wlan|vpn|无线|蓝牙|热点|通知|提醒|定位|代理|同步|免打扰|静音|漫游|共享|推送"
    r"|自动\S{2,6})",
    re.IGNORECASE,
)
"""What 打开 turns on rather than opens."""
_SECTION = re.compile(r".+\s(?:section|group|panel)|.+(?:部分|区域|分组|面板)(?:里面?|中|内)?的?", re.IGNORECASE)
"""What holds boxes: all of them are meant."""
_BOXES = re.compile(
    r"(?:all(?:\s+of)?(?:\s+the)?\s+)?(?:check|tick)?\s?box(?:es)?|every(?:thing|\s+(?:check)?box)|all(?:\s+of\s+them)?"
    r"|(?:全部|所有)的?(?:复选框|选项|框)?", re.IGNORECASE
)  # fmt: skip


def select(filled: Filled) -> Steps | None:
    """`options`, out of `source`. Buttons, links and tabs are clicked, checkboxes ticked, words highlighted."""
    phrase = filled["options"]
    if is_menu_path(phrase):
        return [Click(target) for target in read_menu_path(phrase)]
    if _WORDS.fullmatch(phrase.words) or (re.search("这个词|这段文字|这句话|[这两三四五六几]个字", phrase.words)):
        return [Highlight(words_of(_within(read_target(phrase), _source(filled["source"]))))]
    meant = read_members(phrase)
    source = _source(filled["source"])
    if source and source.kind is Kind.MENU and source.text:
        return [Click(entry) for entry in through_menu(_inside(meant[0].target, source))]
    if len(meant) == 1 and meant[0].several:
        return _select_all(meant[0], source)
    if meant[0].target == Target() and re.fullmatch(CONTAINERS, phrase.words):
        return [Select((Target(phrase.words),), source)]
    return _by_kind([pointed(one.target, phrase) for one in meant], source)


def _source(phrase: Phrase) -> Target | None:
    if not phrase:
        return None
    source = read_place(phrase)
    return None if source in (Target(), Target(kind=Kind.LIST_ITEM)) else source


def _within(target: Target, source: Target | None) -> Target:
    return _inside(target, source) if source else target


def _inside(target: Target, source: Target) -> Target:
    return placed_in(target, source)


def _select_all(meant: Meant, source: Target | None) -> Steps:
    kind = meant.target.kind
    if kind in _CLICKED:
        return each(meant, Click(IT))
    if meant.limit > 1 and not meant.every:
        return each(meant, Select((IT,), source))
    if kind is Kind.CHECKBOX:
        return [Check(())] if meant.target == Target(kind=kind) else each(meant, Check((IT,)))
    return [Select(() if meant.target == Target() else (meant.target,), source, "all")]


def _by_kind(targets: Sequence[Target], source: Target | None) -> Steps:
    kinds = {target.kind for target in targets}
    placed = [_within(target, source) for target in targets]
    if kinds <= _CLICKED:
        return [Click(entry) for target in placed for entry in through_menu(target)]
    if kinds == {Kind.CHECKBOX}:
        return [Check(tuple(placed))]
    if kinds == {Kind.TEXT} or any(target.part for target in targets):
        return [Highlight(words_of(target)) for target in placed]
    return [Select(tuple(placed))] if source and is_region(source) else [Select(tuple(targets), source)]


def select_from(filled: Filled) -> Steps | None:
    """`options` out of `source`, where that can be one; a way through menus may have "from" in a name."""
    if MENU_STEP.search(filled["options"].words[-1:]):
        return None
    try:
        _source(filled["source"])
    except InstructionError:
        return None
    return select(filled)


def select_for(filled: Filled) -> Steps | None:
    """`options` for what `source` names: its drop-down, its list; not what something is selected for."""
    if filled["options"].words[:1].islower() and len(filled["source"].words.split()) > 1:
        return None
    kind = target_if_clear(filled["options"])
    if kind and kind == Target(kind=kind.kind):
        return None
    return [Select(tuple(read_target(part) for part in split_list(filled["options"])), read_target(filled["source"]))]


def set_aspects(filled: Filled) -> Steps:
    """`options` and `options2`: size M and colour blue."""
    aspects = [str(filled[slot]).removeprefix("the ").split() for slot in ("options", "options2")]
    return [SetValue(Target(name), value) for name, value in aspects]


def select_all(filled: Filled) -> Steps:
    """All of `source`."""
    return [Select(source=_source(filled["source"]), which="all")]


def select_none(filled: Filled) -> Steps:
    """Nothing of `source`."""
    return [Select(source=_source(filled["source"]), which="none")]


def check(on: bool) -> Make:
    """Make a tick, or the end of one, of `targets`; all boxes within `source`."""

    def make(filled: Filled) -> Steps:
        phrase = filled["targets"]
        refuse_knowledge(phrase.words)
        if _BOXES.fullmatch(phrase.words) and ("all" in phrase.words or not phrase.words.lower().startswith("box")):
            return [Check((), on, _source(filled["source"]))]
        meant = read_members(phrase)
        if len(meant) == 1 and meant[0].several:
            target = _box(meant[0].target)
            all_boxes = _check_all(target, on) if meant[0].every else []
            return all_boxes or each(replace(meant[0], target=target), Check((IT,), on))
        if len(meant) == 1 and _SECTION.fullmatch(phrase.words) and not meant[0].target.relations:
            return [Check((), on, meant[0].target)]
        return [Check(tuple(_box(pointed(one.target, phrase)) for one in meant), on)]

    return make


def _box(target: Target) -> Target:
    """Return the checkbox that is meant: that of a row, where a row is named."""
    if target.kind is Kind.ROW:
        return Target(kind=Kind.CHECKBOX, relations=(Relation("in the row of", target),))
    if target == Target(relations=target.relations):
        return replace(target, kind=Kind.CHECKBOX)
    return as_checkbox(target)


def _check_all(target: Target, on: bool) -> Steps:
    """Return a tick of all boxes, or of all inside something; nothing where only some are meant."""
    if replace(target, relations=(), kind=None) != Target() or target.kind not in (None, Kind.CHECKBOX):
        return []
    match target.relations:
        case ():
            return [Check((), on)]
        case (Relation(how="inside", to=within),):
            return [Check((), on, within)]
        case _:
            return []


def check_all(on: bool) -> Make:
    """Make a tick of all boxes, or the end of all ticks."""
    return lambda _: [Check((), on)]


def turned(on: bool) -> Make:
    """Make `target` turned on or off, where that is something which can be."""

    def make(filled: Filled) -> Steps | None:
        phrase = filled["target"]
        if not _SWITCHED.fullmatch(phrase.quotation or phrase.words):
            return None
        target = read_target(phrase)
        return None if target.ordinal else [Check((target,), on)]

    return make


def check_it(on: bool) -> Make:
    """Make a tick, or the end of one, of what was spoken of last."""
    return lambda _: [Check((IT,), on)]


def check_every(on: bool) -> Make:
    """Make a tick, or the end of one, of all that `targets` means."""

    def make(filled: Filled) -> Steps:
        target = _box(read_meant(filled["targets"]).target)
        return _check_all(target, on) or each(Meant(target, every=True), Check((IT,), on))

    return make


def set_value(filled: Filled) -> Steps:
    """`target` to `value`."""
    if filled["value"].quotation is None:
        refuse_long(str(filled["value"]))
    return [SetValue(as_field(read_owned(filled["target"])), typed(filled["value"]))]


def set_it(filled: Filled) -> Steps:
    """What was spoken of last, to `value`."""
    return [SetValue(IT, typed(filled["value"]))]


def set_by(filled: Filled) -> Steps | None:
    """`value` by means of `source`: a slider is set, a list has options."""
    source = read_target(filled["source"])
    if source.kind is Kind.DROPDOWN:
        return [Select((Target(typed(filled["value"])),), source)]
    return [SetValue(source, typed(filled["value"]))] if source.kind in (Kind.SLIDER, Kind.SPINNER) else None


def set_slider(filled: Filled) -> Steps | None:
    """`source` to `value`, where that is a slider and a number."""
    source = read_target(filled["source"])
    is_number = _NUMBER.fullmatch(filled["value"].words)
    is_slider = source.kind is Kind.SLIDER or str(filled["value"]).endswith("%")
    return [SetValue(source, str(filled["value"]))] if is_slider and is_number else None


def set_with(kind: Kind) -> Make:
    """Make a value set with a slider or a spinner."""
    return lambda filled: [SetValue(Target(kind=kind), typed(filled["value"]))]


def set_named(name: str) -> Make:
    """Make a value set of what is known by a name: the colour of a colour picker."""
    return lambda filled: [SetValue(Target(name), typed(filled["value"]))]


def fold(opens: bool) -> Make:
    """Make `target` expanded or collapsed; without a name, whatever folds."""

    def make(filled: Filled) -> Steps:
        meant = read_meant(filled["target"])
        do: Instruction = Expand(IT, opens)
        return each(meant, do) if meant.several else [Expand(meant.target, opens)]

    return make


def search_through(filled: Filled) -> Steps:
    """`each`: tabs to click, or what folds to expand, until `sought` or what comes next shows."""
    target = read_meant(filled["each"]).target
    search = Search(target, fold=target.kind is not Kind.TAB)
    return [search, Mention(read_target(filled["sought"]))] if filled["sought"] else [search]


def refuse(sentence: str) -> Make:
    """Make a refusal that says why."""

    def make(filled: Filled) -> Steps:
        raise InstructionError(f"{sentence}: “{filled.phrase}”")

    return make
