"""Makes up windows: what stands in one, as plain data that each toolkit's program shows in its own way.

The same seed gives the same window. Every label stands once in a window, so that a query has one answer.
"""

import random
from collections.abc import Iterator
from typing import Any

Spec = dict[str, Any]

ICONS = {
    "document-save": "save", "document-open": "open", "document-print": "print", "edit-undo": "undo",
    "edit-redo": "redo", "edit-cut": "cut", "edit-copy": "copy", "edit-paste": "paste", "edit-find": "search",
    "list-add": "add", "list-remove": "remove", "go-previous": "back", "go-next": "forward", "go-home": "home",
    "view-refresh": "refresh", "user-trash": "delete", "window-close": "close", "document-new": "new file",
    "media-playback-start": "play", "media-playback-pause": "pause", "zoom-in": "zoom in", "zoom-out": "zoom out",
    "help-contents": "help", "folder-new": "new folder", "go-up": "up", "go-down": "down",
    "preferences-system": "settings",
    "mail-attachment": "attach", "emblem-favorite": "heart", "audio-volume-muted": "mute",
}  # fmt: skip
"""Icons by freedesktop's names, and what sight is to call them."""

_MENUS = ("File", "Edit", "View", "Insert", "Format", "Tools", "Window", "Help", "文件", "编辑", "视图", "帮助")
_LABELS = (
    "Name", "Email address", "Street", "City", "Postal code", "Phone", "Company", "Website", "Title", "Author",
    "Subject", "Account number", "Reference", "Server", "Proxy host", "Project", "Keywords", "Comment", "Nickname",
    "Department", "姓名", "邮箱", "地址", "电话", "公司名称", "备注", "标题", "用户名",
)  # fmt: skip
_CHOICES = (
    "Language",
    "Country",
    "Time zone",
    "Paper size",
    "Font",
    "Currency",
    "Sort order",
    "Encoding",
    "语言",
    "国家",
)
_NUMBERS = ("Quantity", "Copies", "Margin", "Opacity", "Timeout", "Port", "数量", "页数")
_SLIDERS = ("Volume", "Brightness", "Zoom level", "音量", "亮度")
_TICKS = (
    "Wrap long lines", "Show hidden files", "Enable notifications", "Check spelling", "Remember me",
    "Start with the system",
    "Use a proxy", "Send usage data", "Keep backups", "Highlight matches", "Open links in new tabs", "Play a sound",
    "自动保存", "显示行号", "启用夜间模式", "记住密码",
)  # fmt: skip
_RADIOS = (
    "Small icons",
    "Large icons",
    "Details view",
    "Portrait",
    "Landscape",
    "Every hour",
    "Once a day",
    "横向",
    "纵向",
)
_TABS = ("General", "Appearance", "Network", "Privacy", "Advanced", "Shortcuts", "常规", "高级", "外观")
_BUTTONS = ("OK", "Cancel", "Apply", "Save changes", "Reset", "Browse...", "Submit", "Continue", "确定", "取消", "保存")
_VALUES = (
    "Anna Schmidt",
    "42 Main Street",
    "info@example.org",
    "Berlin",
    "10115",
    "+49 30 1234",
    "Blue",
    "李明",
    "上海",
)
_OPTIONS = ("English", "Germany", "UTC+1", "A4", "Noto Sans", "Euro", "Ascending", "UTF-8", "中文", "中国")
_HEADERS = ("Item", "Price", "Stock", "Date", "Owner", "Size")
_CELLS = ("Chair", "Table", "Lamp", "Desk", "Sofa", "Shelf", "Clock", "Mirror")
_LINES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "红色", "绿色", "蓝色")
_SENTENCES = (
    "Changes take effect after a restart.", "All fields are optional.", "The connection is encrypted.",
    "请填写以下内容。",
    "Choose what is shown in the list.",
)  # fmt: skip

_ROWS = {1.0: 9, 1.5: 6, 2.0: 4}  # so many fit at a scale


def window_spec(seed: int, scale: float) -> Spec:
    """Return the window of a seed; what is shown at a larger scale is less."""
    chance = random.Random(seed)
    rows = _ROWS[scale]
    small = scale >= 2
    tabs = chance.sample(_TABS, 3)
    return {
        "title": f"Window {seed}",
        "menus": chance.sample(_MENUS, 4 if small else 5),
        "icons": chance.sample(sorted(ICONS), 6 if small else 9),
        "sentence": chance.choice(_SENTENCES),
        "fields": list(_fields(chance, rows)),
        "ticks": [
            *_ticks(chance, _TICKS, "checkbox", 2 if small else 4),
            *_ticks(chance, _RADIOS, "radio button", 2 if small else 3),
        ],
        "tabs": tabs,
        "list": [] if scale > 1 else chance.sample(_LINES, 4),
        "table": [] if small else _table(chance, 2 if scale > 1 else 4),
        "buttons": chance.sample(_BUTTONS, 3),
        "labels_above": chance.random() < 0.25 and scale == 1,
    }


def _fields(chance: random.Random, count: int) -> Iterator[Spec]:
    """Yield what is filled in: mostly fields, some without a label but with a placeholder."""
    labels, colon = chance.sample(_LABELS, count), chance.choice(("", ":"))
    choices, numbers, sliders = (iter(chance.sample(names, len(names))) for names in (_CHOICES, _NUMBERS, _SLIDERS))
    for place, label in enumerate(labels):
        what = chance.random()
        if place == 1 or what < 0.2:
            yield {"kind": "drop-down", "label": next(choices) + colon, "value": chance.choice(_OPTIONS)}
        elif place == 2 or what < 0.3:
            yield {"kind": "spinner", "label": next(numbers) + colon, "value": chance.randint(1, 90)}
        elif place == 3 or what < 0.36:
            yield {"kind": "slider", "label": next(sliders) + colon, "value": chance.randint(10, 90)}
        elif what < 0.46:
            yield {"kind": "field", "label": "", "placeholder": label, "value": ""}
        else:
            value = chance.choice(_VALUES) if chance.random() < 0.5 else ""
            yield {"kind": "field", "label": label + colon, "placeholder": "", "value": value}


def _ticks(chance: random.Random, names: tuple[str, ...], kind: str, count: int) -> list[Spec]:
    chosen = chance.sample(names, count)
    on = chance.randrange(count)
    ticked = [chance.random() < 0.5 if kind == "checkbox" else place == on for place in range(count)]
    return [{"kind": kind, "label": name, "checked": state} for name, state in zip(chosen, ticked, strict=True)]


def _table(chance: random.Random, rows: int) -> list[list[str]]:
    items = chance.sample(_CELLS, rows)
    cells = [
        [item, f"{chance.randint(1, 900)}.{chance.randint(10, 99)}", str(chance.randint(100, 999))] for item in items
    ]
    return [chance.sample(_HEADERS, 3), *cells]
