"""Which of some places stands in a menu bar, and which lead on to further menus. Knows their habits, not the pixels."""

import re
from collections.abc import Sequence

from model.reader.finding.candidate import Candidate
from model.reader.scene import Scene
from model.sight.locate import Closeness
from model.sight.text_line import PixelBox, TextLine

_NAMES = {
    *("file", "edit", "view", "search", "document", "help", "tools", "window", "format", "insert", "options", "go"),
    *("settings", "terminal", "tabs", "bookmarks", "history", "文件", "编辑", "查看", "视图", "搜索", "文档", "帮助"),
    *("工具", "窗口", "格式", "插入", "选项", "设置", "终端", "标签", "转到", "书签", "历史"),
}
_WORD = re.compile(r"[a-z]+|[\u4e00-\u9fff]+")
_LEADS_ON = re.compile(r"\w[^<>›»▸►▶]{1,30}[>›▸►▶]")
_SAME_ROW = 8  # pixels between the middles of two entries of a menu bar


def in_menu_bar(places: Sequence[Candidate], lines: Sequence[TextLine]) -> list[Candidate]:
    """Return the places in whose row other menus' names stand too."""
    return [place for place in places if place.closeness <= Closeness.WORDS and is_menu_bar(place.box, lines)]


def leading_on(scene: Scene) -> list[TextLine]:
    """Return the short lines that end in an arrow, as a menu's entry does that opens another menu beside itself."""
    return [line for line in scene.unstated_lines if _LEADS_ON.fullmatch(line.text.strip())]


def is_menu_bar(entry: PixelBox, lines: Sequence[TextLine]) -> bool:
    """Say whether other menus' names stand in the row of a place."""
    row = [line.text for line in lines if abs(line.box.centre[1] - entry.centre[1]) <= _SAME_ROW]
    words = set(_WORD.findall(" ".join(row).casefold()))
    return len(words & _NAMES) > 1
