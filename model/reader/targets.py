"""What an instruction points at: `the second "OK" button`, `第二个“确定”按钮`. Knows nothing of the screen."""

import re
from dataclasses import replace

from model.reader.instructions import Target
from model.reader.limits import refuse_choice
from model.reader.numbers import CHINESE_ORDINAL, ORDINAL, read_ordinal
from model.reader.quotes import MASK, InstructionError, mask, unquote

_ENGLISH_KIND = (
    r"(?:(?:(?:push|radio|menu|text|input|search|check|list|combo)\s+)?"
    r"(?:button|link|menu|item|tab|field|box|checkbox|icon|option|entry|label|heading|row|folder|input|area))"
)
_PLAIN_KIND = r"(?:button|link|icon|checkbox)"
"""What a bare name may follow: "button ONE"; other kinds begin names, like "Tab 2" and "Text Editor"."""

_CHINESE_KIND = r"(?:按钮|按键|链接|菜单项?|选项卡?|标签页?|图标|输入框|文本框|搜索框|复选框|单选框|下拉框|字段|框|栏)"
KIND = rf"(?:{_ENGLISH_KIND}|{_CHINESE_KIND})"
"""A pattern of what people call the kinds of controls."""

_WHICH = re.compile(
    rf"(?:the\s+)?(?P<ordinal>(?<=the\s){ORDINAL}|\d{{1,2}}(?:st|nd|rd|th)|{CHINESE_ORDINAL}(?=个))(?:个|\s+)|the\s+",
    re.I,
)
_QUOTED = re.compile(
    rf"(?:{KIND}\s*)?(?:(?:labell?ed|called|named|that\s+(?:says|reads)|名为|叫)\s*)?(?P<text>{MASK}+)(?:\s*{KIND})?",
    re.I,
)
_BARE = re.compile(rf"(?:{_PLAIN_KIND}\s+(?=\D))?(?P<text>.+?)(?:\s+{_ENGLISH_KIND}|\s*{_CHINESE_KIND})?", re.I | re.S)
MENU_STEP = re.compile(r"\s*(?:->|[>›▸→»＞])\s*")
"""What stands between the names on a way through menus."""


def read_target(text: str) -> Target:
    """Return what a part of a goal points at. Raises `InstructionError` where that cannot be told."""
    text = text.strip()
    which = _WHICH.match(mask(text))
    ordinal = read_ordinal(which["ordinal"]) if which and which["ordinal"] else 0
    words = text[which.end() :] if which else text
    masked = mask(words)
    if MASK not in masked:
        refuse_choice(text)
    match = (_QUOTED if MASK in masked else _BARE).fullmatch(masked)
    found = words[slice(*match.span("text"))] if match else ""
    name = unquote(found) if MASK in masked else found
    if not name or not name.strip():
        raise InstructionError(f"It is not clear what {text or 'nothing'} points at")
    return Target(name.strip(), ordinal)


def read_menu_path(text: str) -> list[Target]:
    """Return the targets of `File > Save As...`: an entry of the menu bar, then entries of the opened menus."""
    masked, names, start = mask(text), [], 0
    for step in MENU_STEP.finditer(masked):
        names.append(text[start : step.start()])
        start = step.end()
    targets = [read_target(name) for name in (*names, text[start:])]
    return [replace(target, where="menu" if place else "menu bar") for place, target in enumerate(targets)]


def is_menu_path(masked: str) -> bool:
    """Say whether a masked text names several menu entries."""
    return MENU_STEP.search(masked.strip(" >")) is not None
