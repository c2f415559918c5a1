"""Applications, windows, dialogs, pages, files, and the usual commands."""

import re

from model.reader.language.limits import refuse_choice, refuse_judgement, refuse_list, refuse_long
from model.reader.language.making.pointing import click_on, each, pointed
from model.reader.language.making.writing import typed
from model.reader.language.sentence.form import Filled
from model.reader.language.sentence.step import Make, Mention, Steps
from model.reader.language.things.targets import is_menu_path, read_meant, read_members, read_menu_path, read_target
from model.reader.language.words.chords import read_chord
from model.reader.language.words.numbers import read_number
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import (
    IT,
    Click,
    CloseDialog,
    Command,
    Edit,
    Find,
    OpenApp,
    OpenFile,
    Press,
    PrintTo,
    Repeat,
    SaveAs,
    SwitchTo,
    Target,
    Turn,
    Type,
)
from model.sight.element import Kind

_FILE = re.compile(r"[^\s/]*[^\s./]\.[A-Za-z]\w{0,4}|(?:~|\.{0,2})/\S+")
_URL = re.compile(
    r"(?:https?://\S+|(?:[\w-]+\.)+(?:com|org|net|io|cn|de|edu|gov|uk|fr|dev|info|example)(?:[:/]\S*)?|localhost(?:[:/]\S*)?)",
    re.IGNORECASE,
)
_SELECTED = ("it", "that", "this", "them", "the selection", "everything", "all", "它", "它们", "选中的内容", "内容")
_SEVERAL = re.compile(r"(?:all|every|each|both)\s|所有|每|全部", re.IGNORECASE)
_IN_FOLDER = re.compile(r"\S+\.\w+\s+(?:in|to|on|into|under)\s.+", re.IGNORECASE)
_PAGES = re.compile(r"(?:pages?\s|copies|第|\d+\b(?!\.)).*|.*[份页]", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|a|an|my)\s+|(?:app(?:lication)?|program)\s+|应用程序?|程序|软件", re.IGNORECASE)
_MENUS = {
    "File", "Edit", "View", "Insert", "Format", "Tools", "Help", "文件", "编辑", "视图", "查看", "插入", "格式", "帮助",
}  # fmt: skip
_LIST_KINDS = {Kind.ROW, Kind.TAB, Kind.LINK, Kind.DROPDOWN, Kind.LIST_ITEM, Kind.BUTTON, Kind.ICON, Kind.MENU_ITEM}


def command(name: Command) -> Make:
    """Make one of the usual commands, on what is there."""
    return lambda _: [Edit(name)]


def nothing(_: Filled) -> Steps:
    """What tells nothing by itself: "find and click"."""
    return []


def name_of(phrase: Phrase) -> str:
    """Return a name: what its quotation says, or the words without an article."""
    quoted = phrase.quotation
    if quoted is not None:
        return quoted
    if "\ufffc" in phrase.words:
        target = read_meant(phrase).target
        return target.text
    words = _ARTICLE.sub("", str(phrase), count=1) if _ARTICLE.match(str(phrase)) else str(phrase)
    refuse_list(words)
    refuse_choice(str(phrase))
    refuse_long(words, 5)
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
    window = _shown(phrase)
    name = window.text if window and window.kind is Kind.DIALOG and window.text else name_of(phrase)
    return [OpenApp(_required(name, phrase))]


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


def delete(filled: Filled) -> Steps:
    """`target`, or what is selected."""
    if not filled["target"] or filled["target"].words.lower() in _SELECTED:
        return [Edit("delete")]
    refuse_judgement(filled["target"].words)
    members = read_members(filled["target"])
    if len(members) == 1 and members[0].several:
        return each(members[0], Edit("delete", IT))
    return [Edit("delete", pointed(member.target, filled["target"])) for member in members]


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


def find_with(filled: Filled) -> Steps | None:
    """`text`, in what opens with `keys`."""
    keys = read_chord(str(filled["keys"]))
    return [Press(keys), Type(typed(filled["text"]))] if keys else None


def switch_to(filled: Filled) -> Steps:
    """`target`: a window's title or its application; a tab is clicked."""
    target = _shown(filled["target"])
    if target and target.kind is Kind.TAB:
        return [Click(target)]
    return [
        SwitchTo(target.text if target and target.kind is Kind.DIALOG and target.text else name_of(filled["target"]))
    ]


def _shown(phrase: Phrase) -> Target | None:
    try:
        return read_meant(phrase).target
    except InstructionError:
        return None


def close(filled: Filled) -> Steps | None:
    """`target`: a dialog, or a window or an application by its name."""
    meant = read_meant(filled["target"])
    target = meant.target
    if meant.several:
        return each(meant, CloseDialog(IT)) if target.kind is Kind.DIALOG else None
    if target.kind is Kind.DIALOG or target.it:
        return [CloseDialog(None if target == Target(kind=Kind.DIALOG) else target)]
    return [Edit("close", target if target.text else None)]


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


def save_as(filled: Filled) -> Steps:
    """Under `name`; the folder is the one that the dialog opens with."""
    if _IN_FOLDER.fullmatch(filled["name"].words):
        raise InstructionError(f"I can only save under a name; put “{filled['name']}” in quotation marks if it is one")
    return [SaveAs(_required(name_of(filled["name"]), filled["name"]))]


def find(filled: Filled) -> Steps:
    """`target`: text to look for; something on the screen is only named."""
    target = _shown(filled["target"])
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


def print_to(filled: Filled) -> Steps:
    """To the file `name`."""
    if _PAGES.fullmatch(filled["name"].words):
        raise InstructionError(f"I can only print the whole: what should I do with “{filled['name']}”?")
    return [PrintTo(_required(name_of(filled["name"]), filled["name"]))]


def _required(name: str, phrase: Phrase) -> str:
    if not name.strip():
        raise InstructionError(f"It is not clear what “{phrase}” names")
    return name.strip()
