"""Chooses among places that fit a target equally well, and says why. Knows the menus' habits, not the pixels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from model.reader.instructions import Target
from model.reader.statement import Said, find_outside
from model.sight.locate import Closeness, Match, comparable
from model.sight.text_line import PixelBox, TextLine

Point = tuple[float, float]

_MENU_NAMES = {
    *("file", "edit", "view", "search", "document", "help", "tools", "window", "format", "insert", "options", "go"),
    *("settings", "terminal", "tabs", "bookmarks", "history", "文件", "编辑", "查看", "视图", "搜索", "文档", "帮助"),
    *("工具", "窗口", "格式", "插入", "选项", "设置", "终端", "标签", "转到", "书签", "历史"),
}
_WORD = re.compile(r"[a-z]+|[\u4e00-\u9fff]+")
_NOTHING = Said()
_SAME_ROW = 8  # pixels between the middles of two entries of a menu bar


@dataclass(frozen=True)
class Choice:
    """The place chosen for a target, and the reason in a sentence."""

    match: Match
    why: str = ""


def choose(
    target: Target, lines: Sequence[TextLine], near: Point | None, said: Said = _NOTHING, tried: int = 0
) -> Choice | None:
    """Return the place that the target means, or None where nothing fits. Where the goal is written down, nothing does.

    Among equals: the one that the target counts to; in a menu bar, that bar's; else the one nearest to `near`, where
    the last action was; else the first in reading order. After so many that were `tried` in vain, the next best.
    """
    matches = find_outside(target.text, lines, said)
    if target.ordinal:
        return _counted(target.ordinal, comparable(matches))
    if target.where == "menu bar":
        matches = _in_menu_bar(matches, lines) or matches
    if not matches:
        return None
    ranked = sorted(comparable(matches), key=lambda match: (_fit(match, target), _distance(match, near)))
    if tried:
        return Choice(ranked[min(tried, len(ranked) - 1)], f"{tried} of {len(ranked)} places showed no effect.")
    equal = sum(_fit(match, target) == _fit(ranked[0], target) for match in ranked)
    which = "nearest to the last action" if near else "first"
    return Choice(ranked[0], f"{equal} places fit; I take the {'one ' if near else ''}{which}." if equal > 1 else "")


def _fit(match: Match, target: Target) -> tuple[int, bool, int]:
    """Smaller is better. Within a longer line the case counts too: "In" is not the "in" of a sentence."""
    closeness, surplus = match.rank
    in_case = "".join(target.text.split()) in "".join(match.line.text.split())
    return closeness, not in_case, surplus


def _distance(match: Match, near: Point | None) -> float:
    return match.box.distance_to(near) if near else 0.0


def _counted(ordinal: int, matches: Sequence[Match]) -> Choice | None:
    if len(matches) < ordinal or not matches:
        return None
    chosen = matches[-1 if ordinal < 0 else ordinal - 1]
    return Choice(chosen, f"{len(matches)} places fit; I count them from the top.")


def _in_menu_bar(matches: Sequence[Match], lines: Sequence[TextLine]) -> list[Match]:
    """Keep matches by whole words in a row that names other usual menus too."""
    return [match for match in matches if match.closeness <= Closeness.WORDS and _is_menu_bar(match.box, lines)]


def _is_menu_bar(entry: PixelBox, lines: Sequence[TextLine]) -> bool:
    row = [line.text for line in lines if abs(line.box.centre[1] - entry.centre[1]) <= _SAME_ROW]
    words = set(_WORD.findall(" ".join(row).casefold()))
    return len(words & _MENU_NAMES) > 1
