"""Typing, clearing, highlighting, and the clipboard."""

import re
from dataclasses import replace

from model.reader.address import read_cells
from model.reader.language.english import relations as english_relations
from model.reader.language.limits import refuse_invention
from model.reader.language.making.pointing import each, pointed
from model.reader.language.sentence.form import Filled
from model.reader.language.sentence.step import Make, Steps
from model.reader.language.things.addresses import read_address
from model.reader.language.things.nouns import as_field
from model.reader.language.things.targets import read_meant, read_place, read_target
from model.reader.language.things.values import read_owned, read_value
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import MASK, InstructionError
from model.reader.plan import (
    IT,
    TEXT_AREA,
    Clear,
    Command,
    Edit,
    Highlight,
    Instruction,
    OpenApp,
    Press,
    SetValue,
    Target,
    Type,
)
from model.sight.element import Kind

_PRONOUN = re.compile(r"(?:it|that|this|them|它|这个|那个)", re.IGNORECASE)
_CONTENT_WORD = re.compile(r"(?:following\s+)?(?:text|words?|phrase|string|value|letters?|line)", re.IGNORECASE)
_ALL = re.compile(
    r"everything|all|all\s+(?:of\s+)?(?:the\s+)?text|the\s+(?:whole|entire)\s+(?:text|document)|全部|所有文字|全文",
    re.IGNORECASE,
)
_SELECTED = re.compile(
    r"(?:the\s+)?(?:selected|highlighted|marked)\s+\w+|(?:the\s+)?selection"
    r"|选中的.{0,4}",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?:the\s+)?(?:text|words?|phrase|sentence)\s+(?=\S)", re.IGNORECASE)
_MARK = re.compile(r"[,;:]$")
_UNNAMED = re.compile(r"[这那]?个?(?:大|小|副)?(?:标题|正文)")
_LISTED = re.compile(
    r".*\s(?:list|cart|calendar|basket|bag|queue|playlist|favou?rites)"
    r"|.*(?:清单|列表|日历|购物[车篮袋])",
    re.IGNORECASE,
)
_CANVAS = re.compile(
    r"(?:the|this)\s+(?:\w+\s+)?(?:editor|document|terminal|console|calculator|window|text|file)"
    r"|(?:文本|文字)?编辑器|计算器|文档|终端|文件|正文|窗口|命令行",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"(?:(?:the|this)\s+)?(?:text\s?area|(?:text\s+)?editing\s+area)|编辑区域?|文本区域?|文本域", re.IGNORECASE
)
_FORM = re.compile(r"^表格?[：:，]|[\u3400-\u9fff][：，]")
_EMPTIED = re.compile(
    r"\b(?:trash|bin|cart|basket|history|cache|cookies|clipboard|inbox|desktop|formatting|filters?|format|screen|console)$"
    r"|(?:回收站|废纸篓|购物车|历史记录?|缓存|剪贴板|收件箱|桌面|垃圾箱)$",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:the\s+)?(?:very\s+)?(?:end|beginning|start|top|bottom)(?:\s+of\b|$)"
    r"|.*(?:末尾|结尾|开头|最后面?|最前面?)$"
)
_TOLD = re.compile(r"打开|启动|点击|单击|双击|输入(?![框栏法])|勾选|关闭|切换|滚动|按下")
_ONE_VALUE = re.compile(r"(?=\S*[\d@])\S+")
"""A number, an address: a text of its own, with which no other words go on."""
_DEFINITE = re.compile(r"(?:the|this|that|my|its)\s|.*\ufffc", re.IGNORECASE)


def typed(words: Phrase) -> str:
    """Return text to be typed: what its quotation says, or the words as they stand."""
    quoted = words.quotation
    if quoted is None and MASK in words.words:
        raise InstructionError(f'{words} has quotation marks inside; quote the whole text, with \\" inside')
    if quoted is None:
        refuse_invention(str(words))
        return str(words)
    return quoted


def read_fields(phrase: Phrase) -> list[Target | None]:
    """Return the field that a phrase means, or each of both; None for a whole text: what has the focus."""
    if _CANVAS.fullmatch(phrase.words):
        return [None]
    if _AREA.fullmatch(phrase.words):
        return [TEXT_AREA]
    if _TOLD.match(phrase.words):
        raise InstructionError(f"It is not clear into which field “{phrase}” is typed")
    if _END.match(phrase.words):
        raise InstructionError(f"I can type into a field, and not at “{phrase}”; put the caret there first")
    meant = read_meant(phrase)
    if _LISTED.fullmatch(phrase.words):
        raise InstructionError(f"It is not said into which field of “{phrase}” that is typed")
    if english_relations.is_vague(phrase):
        raise InstructionError(f"It is not said which field of “{phrase}” is typed into")
    field = as_field(meant.target)
    if field == Target() or field.kind in (Kind.BUTTON, Kind.LINK, Kind.TAB):
        raise InstructionError(f"It is not clear into which field “{phrase}” is typed")
    if (cells := read_cells(field.text)) and field.kind is Kind.CELL and cells.is_range:
        raise InstructionError(f"One text goes into one cell; say into which of {cells}")
    if meant.limit or (meant.every and "both" in phrase.words.lower()):
        return [replace(field, ordinal=place + 1) for place in range(meant.limit or 2)]
    if meant.every:
        raise InstructionError(f"It is not clear which one of “{phrase}” is meant")
    return [field]


def type_into(filled: Filled) -> Steps:
    """`text` into `field`; a pronoun or a value that stands on the screen is read there first."""
    fields = read_fields(filled["field"])
    if reading := _read_source(filled["text"]):
        return [Type("", field, reading=reading) for field in fields]
    text = typed(filled["text"])
    return [Type(text, field) for field in fields]


def type_in_app(filled: Filled) -> Steps:
    """`text` in the application `app`, which is opened."""
    return [OpenApp(str(filled["app"])), Type(typed(filled["text"]))]


def search_in(filled: Filled) -> Steps | None:
    """For `text` in `field`: typed there and entered."""
    place = read_place(filled["field"])
    if _CANVAS.fullmatch(filled["field"].words) or place == Target():
        return None
    if place == Target(place.text):
        raise InstructionError(f"It is not clear into which field “{filled['field']}” is typed")
    return [*type_into(filled), Press(("enter",))]


def type_after(filled: Filled) -> Steps:
    """`text`, said behind a colon, into `field` or into what has the focus."""
    return type_into(filled) if filled["field"] else type_text(filled)


def type_in(filled: Filled) -> Steps | None:
    """`text` in `field`: where both are bare words, only a field that is named as one."""
    is_prose = filled["text"].quotation is None and not _ONE_VALUE.fullmatch(filled["text"].words)
    if is_prose and not _DEFINITE.match(filled["field"].words):
        try:
            if as_field(read_meant(filled["field"]).target).kind not in (Kind.FIELD, Kind.CELL, Kind.SPINNER):
                return None
        except InstructionError:
            return None
    return type_into(filled)


def type_text(filled: Filled) -> Steps:
    """`text`, into what has the focus."""
    if filled.phrase.words.startswith("写") and filled["text"].quotation is None:
        raise InstructionError(
            f"I cannot make up a text: put what is to be written for “{filled.phrase}” in quotation marks"
        )
    if filled["text"].quotation is None and _FORM.search(filled["text"].words):
        raise InstructionError(f"It is not clear what of “{filled['text']}” is typed where")
    if reading := _read_source(filled["text"]):
        return [Type("", reading=reading)]
    return [Type(typed(filled["text"]))]


def type_named(filled: Filled) -> Steps:
    """`text` into the field that `label` names, and `text2` into that of `label2`."""
    pairs = [("label", "text"), ("label2", "text2")]
    return [
        Type(typed(filled[text]), Target(str(filled[label]), kind=Kind.FIELD)) for label, text in pairs if filled[text]
    ]


def type_label(filled: Filled) -> Steps | None:
    """`text` into the field that `label` names, or into `field` where that is several or has a name of its own."""
    label = str(filled["label"])
    if _CONTENT_WORD.fullmatch(label):
        return None
    fields = read_fields(filled["field"]) if filled["field"] else []
    if len(fields) < 2 and not any(field and (field.text or field.relations or field.ordinal) for field in fields):
        fields = [Target(label, kind=Kind.FIELD)]
    return [Type(typed(filled["text"]), field) for field in fields]


def type_cased(upper: bool) -> Make:
    """Make typing of `text` in capitals, or in small letters, into `field`."""

    def make(filled: Filled) -> Steps:
        text = typed(filled["text"])
        fields: list[Target | None] = [*read_fields(filled["field"])] if filled["field"] else [None]
        return [Type(text.upper() if upper else text.lower(), field) for field in fields]

    return make


def _read_source(words: Phrase) -> Target | None:
    """Return what is to be read for a text, None where the text itself is said."""
    if _PRONOUN.fullmatch(words.words):
        return IT
    return read_value(words)


def clear(filled: Filled) -> Steps:
    """`field`, or what has the focus."""
    return clear_field(filled) if filled["field"] else [Clear()]


def clear_field(filled: Filled) -> Steps:
    """`field`, or each of several."""
    if _EMPTIED.search(filled["field"].words):
        raise InstructionError(f"“{filled['field']}” is no field that I could clear; say what to click for it")
    meant = read_meant(filled["field"])
    if meant.every:
        return each(replace(meant, target=as_field(meant.target)), Clear(IT))
    if cells := read_address(filled["field"]):
        return [Clear(cells)]
    return [Clear(field) for field in read_fields(filled["field"])]


def words_of(target: Target) -> Target:
    """Return a target of text by its words alone, where it has some: "the text lorem"."""
    return replace(target, kind=None) if target.kind is Kind.TEXT and target.text else target


def highlight(filled: Filled) -> Steps:
    """`target`: the words, or a text."""
    return [Highlight(words_of(pointed(read_meant(filled["target"]).target, filled["target"])))]


def highlight_all(filled: Filled) -> Steps:
    """The whole text of `target`."""
    return [Highlight(as_field(read_meant(filled["target"]).target))]


def style(command: Command) -> Make:
    """Make a text style of `target`, or of what is selected."""

    def make(filled: Filled) -> Steps:
        edit = Edit(command)
        if not filled["target"] or _PRONOUN.fullmatch(filled["target"].words):
            return [edit]
        return [_marked(filled["target"]), edit]

    return make


def style_both(filled: Filled) -> Steps:
    """`style` and `style2` of `target`."""
    commands = [_style(filled[slot].words.lower()) for slot in ("style", "style2")]
    return [*(style(commands[0])(filled) or []), Edit(commands[1])]


def _style(name: str) -> Command:
    return "bold" if name == "bold" else "italic" if name.startswith("italic") else "underline"


def copy_to(filled: Filled) -> Steps:
    """`target` copied, and pasted into `field`."""
    return [Edit("copy", _content(filled["target"])), *(Edit("paste", field) for field in read_fields(filled["field"]))]


def clipboard(command: Command) -> Make:
    """Make a copy or a cut of `target`, or of what is selected."""

    def make(filled: Filled) -> Steps:
        if filled["target"] and _ALL.fullmatch(filled["target"].words):
            return [Edit("select all"), Edit(command)]
        return [Edit(command, _content(filled["target"]))]

    return make


def _content(phrase: Phrase) -> Target | None:
    if not phrase or _PRONOUN.fullmatch(phrase.words) or _SELECTED.fullmatch(phrase.words):
        return None
    target = as_field(read_meant(phrase).target)
    if target.kind is Kind.TEXT and not target.text and [relation.how for relation in target.relations] == ["inside"]:
        target = as_field(target.relations[0].to)
    return None if target in (Target(), IT, Target(kind=Kind.TEXT)) else target


def paste(filled: Filled) -> Steps:
    """Into `field`, or where the caret is."""
    return [Edit("paste", field) for field in read_fields(filled["field"])] if filled["field"] else [Edit("paste")]


def style_named(filled: Filled) -> Steps:
    """`style` of `target`. A mark behind its words is one of them: no sentence has one before "the style"."""
    steps = style(_style(filled["style"].words.lower()))(filled) or []
    mark = _MARK.search(filled["target"].words)
    match steps:
        case [Highlight(target), *rest] if mark and target.text and not target.quoted:
            return [Highlight(replace(target, text=target.text + mark[0])), *rest]
        case _:
            return steps


def colour(filled: Filled) -> Steps:
    """`colour` of `target`, which is text."""
    return [_marked(filled["target"]), SetValue(Target("color"), filled["colour"].words.lower())]


def _marked(phrase: Phrase) -> Instruction:
    if _ALL.fullmatch(phrase.words):
        return Edit("select all")
    if _UNNAMED.fullmatch(phrase.words):
        raise InstructionError(f"It is not clear which text “{phrase}” means; quote its words")
    words = _CALLED.match(phrase.words)
    return Highlight(words_of(read_target(phrase[words.end() :] if words else phrase)))


def set_as(filled: Filled) -> Steps:
    """`text` as the `label`: the date, the time."""
    return [SetValue(as_field(read_owned(filled["label"])), typed(filled["text"]))]
