"""Sees that a plan accounts for what its goal says: a sentence understood by half would be worse than none.

All that is quoted has to stand in the plan, and of what fills a form's slots each word that does not only describe:
"the second red button" is a kind, an order and a colour, and no name.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass

from model.reader.language.chinese import nouns as chinese
from model.reader.language.english import nouns as english
from model.reader.language.things.addresses import read_address
from model.reader.language.words.chords import read_chord
from model.reader.language.words.numbers import CHINESE_ORDINAL, NUMBER, ORDINAL
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import MASK, InstructionError, unquote
from model.reader.plan import CloseDialog, Condition, Instruction, Target, Tell, WaitFor

_CROSS = ("x", "×", "close")  # how a dialog's own button is written
_TYPED = re.compile(rf"{MASK}(\s+widget\b)?", re.IGNORECASE)  # a "radio" widget is called by its type
_LITTLE = (
    r"the|an?|this|that|these|those|my|your|its?|his|her|their|any|all|every(?:thing)?|each|both|same|single|of|in|on"
    r"|at|to|by|from|for|with|as|and|or|is|are|also|only|range|under|within|inside|into|where|which|them|one|ones|subject|title|attachment"
    r"|photo|picture|song|product|note|task|event|contact|person|user|page|step|slide"
)
_SEEN = (
    r"pop(?:s|ped)? up|appear(?:s|ed)?|open(?:s|ed)?|shown?|shows|displayed|visible|below|above|here|there|selected"
    r"|highlighted|copied|corner|side|edge|hand|cent(?:er|re)|middle|left|right|top|bottom|up|down|colou?red|light"
    r"|dark|bright|pale|shades?|tints?|arrow|own|empty|blank"
)
_EVERYWHERE = (
    r"(?:whole|entire|current|scroll)?\s*(?:page|web ?page|screen|desktop|form|document|editor|view|inbox"
    r"|app(?:lication)?|browser|list|tree|area|grid|website|site|keyboard|mouse)|anywhere|somewhere"
)
_EVERYWHERE_CHINESE = (
    r"页面|网页|屏幕|界面|表单|文档|编辑器|计算器|应用程序?|浏览器|本页|[这一]+页|菜单栏|工具栏|侧边?栏|桌面|结果|表格"
    r"|表(?!头)"
)
_LITTLE_CHINESE = (
    r"位于|从上[往到至]下数?|所有|弹出来|出来|内容|标题|主题|题目|设置|功能|当前|显示|弹出|打开|出现|标出|列出|全部|自己|中间|之间|地方|位置|对应|所在|选中|发来|发送|箭头|鼠标"
    r"|[几一二两三四五六七八九十]+[次个张条]|[浅深暗亮色"
    r"的在里中内上下边面是有和与及或这那个条封张项篇位份种款件台本只块辆套笔间道首一全各每都该此了着被把将从她他到对给其它们行列前后带两三]"
)
_ENGLISH = "|".join([
    *english.NOUNS, english.CONTAINERS, *english.SUPERLATIVES, *english.CORNERS, *english.RELATIONS, english.LABELLED,
    english.OWNED, english.CONTAINING, english.ROOM, _EVERYWHERE, _LITTLE, _SEEN, ORDINAL, NUMBER,
])  # fmt: skip
_CHINESE = "|".join([
    _EVERYWHERE_CHINESE, chinese.CONTAINERS, *chinese.NOUNS, *chinese.SUPERLATIVES, *chinese.RELATIONS,
    *chinese.COLOURS, *chinese.SHAPES, chinese.NAMED, chinese.CONTAINING, CHINESE_ORDINAL, _LITTLE_CHINESE,
])  # fmt: skip
_DESCRIBING = re.compile(rf"\b(?:{_ENGLISH})(?:e?s)?\b|{_CHINESE}", re.IGNORECASE)
_PART = re.compile(
    rf"(?:the|this|that)\s+(?!{english.VAGUE})(?:{english.CONTAINERS})|(?:这个|那个)?(?!{chinese.VAGUE})(?:{chinese.CONTAINERS})",
    re.IGNORECASE,
)
"""A part of the screen that is known by no name: of it nothing can be made."""
_PICKING: tuple[tuple[re.Pattern[str], Callable[[Target], object]], ...] = (
    (
        re.compile(
            r"\b(?:(?:left|right|top|bottom)most|(?:larg|bigg|small|high|low|cheap|long|short|new|old|lat)est)\s"
            r"|最[大小高低贵长短新旧早](?!化)|最便宜"
        ),
        lambda target: target.most,
    ),
    (
        re.compile(
            r"\b(?:second|third|fourth|fifth|sixth|\d(?:nd|rd|th))\s(?!of\b)|第[二三四五六七八九十\d]+(?![步页])"
        ),
        lambda target: target.ordinal,
    ),
    (re.compile(rf"\b(?:{'|'.join(english.COLOURS)})\s(?!card)"), lambda target: target.colour),
)
"""Words that pick one of several, and what a target has that is picked so."""
_NAME = re.compile(r"[A-Za-z][\w'’]*|[\u3400-\u9fff]+")


def refuse_dropped(goal: Phrase, plan: Sequence[Instruction]) -> None:
    """Raise `InstructionError` for a quotation that no instruction says anything of."""
    said = [text.lower() for text in _texts(tuple(plan))]
    closes = any(isinstance(instruction, CloseDialog) for instruction in plan)
    for quotation, is_type in zip(goal.quoted, _TYPED.findall(goal.words), strict=True):
        text = (unquote(quotation) or "").strip().lower()
        keys = read_chord(text)
        is_said = any(text in other for other in said) or (keys is not None and all(key in said for key in keys))
        if not is_said and not is_type and not (closes and text in _CROSS):
            raise InstructionError(f"It is not clear what is to be done with {quotation}")


def refuse_unpicked(goal: Phrase, plan: Sequence[Instruction]) -> None:
    """Raise `InstructionError` for a word that picks one of several, where nothing in the plan is picked so."""
    targets = list(_targets(tuple(plan)))
    texts = " ".join(_texts(tuple(plan))).lower()
    for pattern, is_picked in _PICKING:
        word = pattern.search(goal.words)
        if word and not any(map(is_picked, targets)) and word[0].lower().strip() not in texts:
            raise InstructionError(f"What should I do with “{word[0].strip()}”?")


def _targets(value: object) -> Iterator[Target]:
    if isinstance(value, Target):
        yield value
    if isinstance(value, tuple | list):
        for item in value:
            yield from _targets(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _targets(getattr(value, field.name))


def refuse_unnamed(plan: object) -> None:
    """Raise `InstructionError` for what is to be read or waited for and is nothing at all."""
    if isinstance(plan, list | tuple):
        for item in plan:
            refuse_unnamed(item)
    elif is_dataclass(plan):
        if isinstance(plan, Tell | WaitFor | Condition) and plan.target == Target():
            raise InstructionError("It is not clear what is to be looked at; say what it reads, or what it is next to")
        for field in fields(plan):
            refuse_unnamed(getattr(plan, field.name))


def refuse_lost(said: Phrase, made: object) -> None:
    """Raise `InstructionError` for a word of a slot that what was made of it says nothing of."""
    if _PART.fullmatch(said.words):
        raise InstructionError(f"What should I do with “{said}”? I cannot tell where that is")
    if read_address(said):
        return
    texts = " ".join(_texts(made)).lower()
    for part in _DESCRIBING.sub(MASK, said.words).split(MASK):
        for word in _NAME.findall(part):
            if word.lower() not in texts:
                raise InstructionError(f"What should I do with “{word}” in “{said}”?")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in (field for field in fields(value) if field.name != "where"):
            yield from _texts(getattr(value, field.name))
