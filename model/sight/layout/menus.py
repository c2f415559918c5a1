"""The menu bar: a row of words near the top of a window, of which some are the usual menus' names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.sight.element import Element, Kind

_NAMES = frozenset(
    {
        *("file", "edit", "view", "search", "document", "help", "tools", "window", "format", "insert", "options", "go"),
        *(
            "settings",
            "terminal",
            "tabs",
            "bookmarks",
            "history",
            "图像",
            "文件",
            "编辑",
            "查看",
            "视图",
            "搜索",
            "文档",
        ),
        *("帮助", "工具", "窗口", "格式", "插入", "选项", "设置", "终端", "标签", "转到", "书签", "历史"),
    }
)
_WORD = re.compile(r"[a-z]+|[\u4e00-\u9fff]+")
_USUAL = 2  # names that make a row a menu bar
_SAME_ROW, _GAP = 0.5, 4.0  # of a word's height


def mark_menus(elements: Sequence[Element]) -> list[Element]:
    """Return the elements, the words of menu bars as menus."""
    texts = [element for element in elements if element.kind in {Kind.TEXT, Kind.MENU} and element.part_of is None]
    menus: set[Element] = set()
    for named in (text for text in texts if _is_usual(text)):
        row = _row_of(named, texts)
        if sum(map(_is_usual, row)) >= _USUAL:
            menus.update(row)
    return [replace(element, kind=Kind.MENU) if element in menus else element for element in elements]


def _is_usual(element: Element) -> bool:
    words = _WORD.findall(element.text.casefold())
    return len(words) == 1 and words[0] in _NAMES


def _row_of(word: Element, texts: Sequence[Element]) -> list[Element]:
    """Return the words that go on to both sides without a wider gap than menus have."""
    height = word.box.height
    level = [text for text in texts if abs(text.box.centre[1] - word.box.centre[1]) <= _SAME_ROW * height]
    ordered = sorted(level, key=lambda text: text.box.x1)
    place = ordered.index(word)
    first, last = place, place
    while first and ordered[first].box.x1 - ordered[first - 1].box.x2 <= _GAP * height:
        first -= 1
    while last + 1 < len(ordered) and ordered[last + 1].box.x1 - ordered[last].box.x2 <= _GAP * height:
        last += 1
    return ordered[first : last + 1]
