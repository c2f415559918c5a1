"""Applications, windows, files and addresses: what is opened, brought to the front, saved, closed."""

import re

from model.reader.language.limits import refuse_choice, refuse_list, refuse_long, refuse_thing
from model.reader.language.making.pointing import click_on, each
from model.reader.language.making.writing import typed
from model.reader.language.sentence.form import Filled
from model.reader.language.sentence.step import Steps
from model.reader.language.things.targets import is_menu_path, read_meant, read_menu_path, read_target, target_if_clear
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import (
    IT,
    Click,
    CloseDialog,
    Edit,
    OpenApp,
    OpenFile,
    Press,
    PrintTo,
    SaveAs,
    SwitchTo,
    Target,
    Type,
)
from model.sight.element import Kind

_FILE = re.compile(r"[^\s/]*[^\s./]\.[A-Za-z]\w{0,4}|(?:~|\.{0,2})/\S+")
_URL = re.compile(
    r"(?:https?://\S+|(?:[\w-]+\.)+(?:com|org|net|io|cn|de|edu|gov|uk|fr|dev|info|example)(?:[:/]\S*)?|localhost(?:[:/]\S*)?)",
    re.IGNORECASE,
)
_IN_FOLDER = re.compile(r"\S+\.\w+\s+(?:in|to|on|into|under)\s.+", re.IGNORECASE)
_PAGES = re.compile(r"(?:pages?\s|copies|第|\d+\b(?!\.)).*|.*[份页]", re.IGNORECASE)
_ARTICLE = re.compile(
    r"(?:the|a|an|my)\s+|我的(?!电脑)|(?:app(?:lication)?|program)\s+|应用程序?|程序|软件", re.IGNORECASE
)
_MENUS = {
    "File", "Edit", "View", "Insert", "Format", "Tools", "Help", "文件", "编辑", "视图", "查看", "插入", "格式", "帮助",
}  # fmt: skip
_LIST_KINDS = {Kind.ROW, Kind.TAB, Kind.LINK, Kind.DROPDOWN, Kind.LIST_ITEM, Kind.BUTTON, Kind.ICON, Kind.MENU_ITEM}


def name_of(phrase: Phrase) -> str:
    """Return a name: what its quotation says, or the words without an article."""
    quoted = phrase.quotation
    if quoted is not None:
        return quoted
    if "\ufffc" in phrase.words:
        target = read_meant(phrase).target
        return target.text
    if _FILE.fullmatch(phrase.words):
        return phrase.words
    words = _ARTICLE.sub("", str(phrase), count=1) if _ARTICLE.match(str(phrase)) else str(phrase)
    refuse_list(words)
    refuse_choice(str(phrase))
    refuse_long(words, 5)
    refuse_thing(words)
    return words.strip()


def open_any(filled: Filled) -> Steps | None:
    """`target`: a way through menus, an address, a file, something on the screen, or an application."""
    phrase = filled["target"]
    if is_menu_path(phrase):
        return [Click(target) for target in read_menu_path(phrase)]
    if _URL.fullmatch(str(phrase)) and not _is_file(phrase):
        return visit(filled)
    if _is_file(phrase):
        return [OpenFile(typed(phrase))]
    if phrase.words.title() in _MENUS or phrase.words in _MENUS:
        return [Click(target) for target in read_menu_path(phrase)]
    if shown := _open_shown(phrase):
        return shown
    window = target_if_clear(phrase)
    name = window.text if window and window.kind is Kind.DIALOG and window.text else name_of(phrase)
    if window and _FILE.fullmatch(name):
        return [Click(window, clicks=2)]
    return [OpenApp(_required(name, phrase))]


def open_part(filled: Filled) -> Steps | None:
    """The part of an application that `target` names: what reads so is clicked."""
    target = target_if_clear(filled["target"])
    return [Click(target)] if target and target == Target(target.text, quoted=target.quoted) else None


def _is_file(phrase: Phrase) -> bool:
    words = phrase.quotation or phrase.words
    return bool(_FILE.fullmatch(words)) and not words.lower().endswith((".com", ".org", ".net", ".cn", ".example"))


def _open_shown(phrase: Phrase) -> Steps | None:
    """Something on the screen is clicked: what has a kind, an order, a place or a measure."""
    try:
        meant = read_meant(phrase)
    except InstructionError:
        return None
    target = meant.target
    shown = target.kind in _LIST_KINDS or target.relations or target.ordinal or target.most or target.it
    if not (shown or meant.several):
        return None
    return click_on(phrase, clicks=2 if _FILE.fullmatch(target.text) else 1)


def open_folder(filled: Filled) -> Steps | None:
    """`target`: a folder, by a double click."""
    if _is_file(filled["target"]) or " from " in filled["target"].words:
        return None
    return [Click(Target(name_of(filled["target"]), quoted=filled["target"].quotation is not None), clicks=2)]


def open_app(filled: Filled) -> Steps:
    """`target`: the application's name."""
    return [OpenApp(_required(name_of(filled["target"]), filled["target"]))]


def open_named_file(filled: Filled) -> Steps | None:
    """`name`, where it reads like a file's."""
    return [OpenFile(name_of(filled["name"]))] if _is_file(filled["name"]) else None


def open_file_with(filled: Filled) -> Steps | None:
    """`name`, where it reads like a file's, in the application `app`."""
    if not _is_file(filled["name"]):
        return None
    return [OpenApp(_required(name_of(filled["app"]), filled["app"])), OpenFile(name_of(filled["name"]))]


def save_to(filled: Filled) -> Steps | None:
    """To `name`, where it reads like a file's."""
    return [SaveAs(name_of(filled["name"]))] if _is_file(filled["name"]) else None


def open_in_tab(filled: Filled) -> Steps:
    """`target`: a link."""
    return [Click(read_target(filled["target"]), held=("ctrl",))]


def open_file(filled: Filled) -> Steps:
    """`name`."""
    return [OpenFile(_required(name_of(filled["name"]), filled["name"]))]


def visit(filled: Filled) -> Steps:
    """`target`: an address, typed where browsers take it."""
    return [Press(("ctrl", "l")), Type(typed(filled["target"]), enter=True)]


def go_to(filled: Filled) -> Steps | None:
    """`target`: an address, a way through menus, or something to click."""
    phrase = filled["target"]
    if _URL.fullmatch(phrase.quotation or str(phrase)):
        return visit(filled)
    return click_on(phrase)


def switch_to(filled: Filled) -> Steps:
    """`target`: a window's title or its application; a tab is clicked."""
    target = target_if_clear(filled["target"])
    if target and target.kind is Kind.TAB:
        return [Click(target)]
    return [
        SwitchTo(target.text if target and target.kind is Kind.DIALOG and target.text else name_of(filled["target"]))
    ]


def close(filled: Filled) -> Steps | None:
    """`target`: a dialog, or a window or an application by its name."""
    meant = read_meant(filled["target"])
    target = meant.target
    if filled["target"].words.lower() in ("everything", "all", "全部", "所有", "所有的"):
        raise InstructionError(f"It is not clear which of “{filled['target']}” is meant")
    if meant.several:
        return each(meant, CloseDialog(IT)) if target.kind is Kind.DIALOG else None
    if target.kind is Kind.DIALOG or target.it:
        return [CloseDialog(None if target == Target(kind=Kind.DIALOG) else target)]
    return [Edit("close", None if target in (Target(), Target(kind=target.kind)) else target)]


def save_as(filled: Filled) -> Steps:
    """Under `name`; the folder is the one that the dialog opens with."""
    if _IN_FOLDER.fullmatch(filled["name"].words):
        raise InstructionError(f"I can only save under a name; put “{filled['name']}” in quotation marks if it is one")
    return [SaveAs(_required(name_of(filled["name"]), filled["name"]))]


def print_to(filled: Filled) -> Steps:
    """To the file `name`."""
    if _PAGES.fullmatch(filled["name"].words):
        raise InstructionError(f"I can only print the whole: what should I do with “{filled['name']}”?")
    return [PrintTo(_required(name_of(filled["name"]), filled["name"]))]


def _required(name: str, phrase: Phrase) -> str:
    if not name.strip():
        raise InstructionError(f"It is not clear what “{phrase}” names")
    return name.strip()
