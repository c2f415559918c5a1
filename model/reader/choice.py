"""Chooses among places that fit a target equally well, and says why. Knows the menus' habits, not the pixels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from model.reader.instructions import Target
from model.sight.locate import Closeness, Match, comparable, find
from model.sight.text_line import PixelBox, TextLine

Point = tuple[float, float]

_MENU_NAMES = {
    *("file", "edit", "view", "search", "document", "help", "tools", "window", "format", "insert", "options", "go"),
    *("settings", "terminal", "tabs", "bookmarks", "history", "文件", "编辑", "查看", "视图", "搜索", "文档", "帮助"),
    *("工具", "窗口", "格式", "插入", "选项", "设置", "终端", "标签", "转到", "书签", "历史"),
}
_WORD = re.compile(r"[a-z]+|[\u4e00-\u9fff]+")
_SAME_ROW = 8  # pixels between the middles of two entries of a menu bar


@dataclass(frozen=True)
class Choice:
    """The place chosen for a target, and the reason in a sentence."""

    match: Match
    why: str = ""


def choose(target: Target, lines: Sequence[TextLine], near: Point | None) -> Choice | None:
    """Return the place that the target means, or None where nothing fits.

    Among equals: the one that the target counts to; in a menu bar, that bar's; else the one nearest to `near`, where
    the last action was; else the first in reading order.
    """
    matches = find(target.text, lines)
    if target.ordinal:
        return _counted(target.ordinal, comparable(matches))
    if target.where == "menu bar":
        matches = _in_menu_bar(matches, lines) or matches
    if not matches:
        return None
    rank = min(match.rank for match in matches)
    best = [match for match in matches if match.rank == rank]
    if len(best) == 1:
        return Choice(best[0])
    if near is None:
        return Choice(best[0], f"{len(best)} places fit; I take the first.")
    nearest = min(best, key=lambda match: match.box.distance_to(near))
    return Choice(nearest, f"{len(best)} places fit; I take the one nearest to the last action.")


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
