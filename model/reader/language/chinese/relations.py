"""Reads where a thing is from another, or whose it is, in Chinese: 归档下面的, 王芳那一行的, 对话框里的.

What is said before the thing itself is the other thing.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from model.reader.language.chinese.nouns import CONTAINING, NAMED, NUMERIC, RELATIONS, SUPERLATIVES, VAGUE
from model.reader.language.things.meaning import Meant, placed_in
from model.reader.language.words.numbers import CHINESE_ORDINAL, read_ordinal
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import MASK, InstructionError
from model.reader.plan import IT, Most, Relating, Relation, Target
from model.sight.element import Kind

Read = Callable[[Phrase], Meant]

_PLACE_KIND = (
    r"(?:对话框|弹窗|弹出(?:窗口|框)|提示框|消息框|窗口|下拉菜单|下拉框|菜单|面板|文件夹|分组|部分|工具栏"
    r"|选项卡|标签页|输入框|文本框)"
)
_REGION = re.compile(
    r"(?:在)?(?:页面|窗口|屏幕|界面|网页)?的?(?:最?(?P<side>[左右上下顶底])[边侧方部面]?的?|(?P<corner>[左右][上下]角)的?)"
    r"(?:侧?边?栏|工具栏|面板|菜单栏|导航栏|状态栏|区域|部分|那?一?栏)(?:里面?|中间?|上面?|内)?(?:的|那个)?(?P<head>.*)",
    re.DOTALL,
)
_SIDES = {"左": "左边", "右": "右边", "上": "顶部", "顶": "顶部", "下": "底部", "底": "底部"}
_SPOT = re.compile(r"(?:有|出现|显示|写着)?(?P<head>.+?)的?(?:地方|位置|字样)", re.DOTALL)
_OF_IT = re.compile(r"(?:它|其|这个|那个)们?的(?P<head>.+)", re.DOTALL)
_INSIDE_IT = re.compile(r"(?:里面|里边|其中|那里|其中|里面|它里面|其内)的?(?P<head>.+)", re.DOTALL)
_BETWEEN = re.compile(r"(?:在)?(?P<to>.+?)\s*(?:和|与|跟)\s*(?P<to2>.+?)(?:之间|中间)的?(?P<head>.*)", re.DOTALL)
_ROW = re.compile(
    r"(?:主题|标题|题目)(?:是|为|叫)\s*(?P<text3>.+?)的(?:邮件|消息|帖子|信件)|(?P<text>.+?)(?:发来|发送|发|写)的(?:邮件|消息|帖子|信件|动态)"
    rf"|{CONTAINING}\s*(?P<text2>.+?)\s*字?的(?:那?一?行|邮件|消息|帖子|条目|记录|信件|动态)",
    re.DOTALL,
)
_IN_ROW = re.compile(
    rf"{CONTAINING}\s*(?P<to>.+?)\s*的(?:那一|这一|那|这)?行(?:里面?|中|内|上)?的?(?P<head>.+)", re.DOTALL
)
_LETTERED = re.compile(r"(?P<to>[A-Za-z]{1,2})(?P<axis>列)(?:里面?|中|上)?的?(?P<head>.+)", re.DOTALL)
_MOST_ROW = re.compile(
    r"(?P<column>[^的最]+?)(?P<most>最[高低大小多少贵早晚新长短]|最便宜)的?(?:那|这)?一?[行条项](?:里面?|中|内|上"
    r"|后面)?的?(?P<head>.+)",
    re.DOTALL,
)
_VALUED_ROW = re.compile(
    r"(?P<column>[^的是为\ufffc]{1,6})(?:是|为|等于)(?P<value>\ufffc|[^的]+)(?:的(?:那|这)?|那|这)一?[行条项个](?:里面?|中|上)?的?(?P<head>.*)",
    re.DOTALL,
)
"""A column and what it says in a row: 订单号是10452的那一行."""
_EDGE_ROW = re.compile(
    r"最(?P<edge>[下底末上顶])[面边方]?的?(?:那|这)?一?(?P<axis>行|列)(?:里面?|中|内|上)?的?(?P<head>.+)", re.DOTALL
)
_ORDINAL_ROW = re.compile(rf"(?P<to>{CHINESE_ORDINAL})个?(?P<axis>行|列)(?:里面?|中|内|上)?的?(?P<head>.+)", re.DOTALL)
_PLACED = tuple(
    (re.compile(rf"(?:在|位于)?(?P<to>.+?)\s*(?:{pattern})\s*的?(?P<head>.*)", re.DOTALL), how)
    for pattern, how in RELATIONS.items()
)
_WITHIN = re.compile(
    rf"(?:在)?(?P<to>.*?{_PLACE_KIND}(?:{MASK})?)(?:里面?|中间?|内|上面?|之中)?的(?P<head>.+)", re.DOTALL
)
_WITHIN_BARE = re.compile(r"(?:在)?(?P<to>.+?)(?:里面?|中|内|之中)的(?P<head>.+)", re.DOTALL)
_VAGUE = re.compile(
    rf"(?:在)?(?P<to>{VAGUE})(?:(?:里面?|中间?|内|上面?|之中)?的|(?:里面?|中|内|上面?)(?={NAMED}"
    rf"|第|最|所有|那个)|(?=第))(?P<head>.+)",
    re.DOTALL,
)
_NAMED = re.compile(rf"{NAMED}\s*(?P<text>.+?)\s*的(?P<head>.+)", re.DOTALL)
_OWN_ROW = re.compile(r"(?:那|这|同)一?(?P<axis>行|列)(?:里面?|中|内|上)?的?(?P<head>.+)", re.DOTALL)
_OWN = re.compile(r"(?P<to>[^的]*[^的中里内上下边面])的(?P<head>(?:所有|全部|每|第|最).+)", re.DOTALL)
ORDINAL_HEADER = re.compile(rf"(?P<ordinal>{CHINESE_ORDINAL})个?列的?(?:表头|标题|列名|名称)")
"""A column's own header, and nothing in that column."""
_MOSTS = tuple((re.compile(pattern), most) for pattern, most in SUPERLATIVES.items())


def is_vague(phrase: Phrase) -> bool:
    """Say whether a phrase names a place that everything is in."""
    return re.fullmatch(VAGUE, phrase.words) is not None


def read_owned(phrase: Phrase, read: Read) -> Meant | None:
    """Return what belongs to something said before it: 它的, 里面的, 那一行的; None for any other."""
    words = phrase.words
    if match := _REGION.fullmatch(words):
        region = Target(most=most_of(match["corner"] or _SIDES[match["side"]]))
        meant = _head(phrase, match, read)
        return replace(meant, target=region if meant.target == Target() else placed_in(meant.target, region))
    if match := _SPOT.fullmatch(words):
        return read(_part(phrase, match, "head"))
    if match := _OF_IT.fullmatch(words):
        return _related(phrase, match, read, "in the row of", IT)
    if match := _INSIDE_IT.fullmatch(words):
        return _related(phrase, match, read, "inside", IT)
    if match := _OWN_ROW.fullmatch(words):
        return _related(phrase, match, read, _along(match), IT)
    if match := _OWN.fullmatch(words):
        head, owner = (read(_part(phrase, match, part)) for part in ("head", "to"))
        if head.target.kind is Kind.ROW and not head.target.text:
            return replace(head, target=replace(head.target, text=owner.target.text, quoted=owner.target.quoted))
    if match := _IN_ROW.fullmatch(words):
        return _related(phrase, match, read, "in the row of", read(_part(phrase, match, "to")).target)
    return None


def read_related(phrase: Phrase, read: Read) -> Meant | None:
    """Return what a phrase means that says where a thing is, or in which row; None for any other."""
    words = phrase.words
    if match := _ROW.fullmatch(words):
        group = next(group for group in ("text", "text2", "text3") if match[group])
        name = read(_part(phrase, match, group)).target
        return Meant(replace(name, kind=Kind.ROW, shape=""))
    if match := _LETTERED.fullmatch(words):
        return _related(phrase, match, read, "in the column of", Target(match["to"]))
    if match := _BETWEEN.fullmatch(words):
        ends = [read(_part(phrase, match, end)).target for end in ("to", "to2")]
        return _with(_head(phrase, match, read), *(Relation("between", end) for end in ends))
    if match := _MOST_ROW.fullmatch(words):
        most = most_of(match["most"]) if match["most"] != "最晚" else "newest"
        column = Relation("in the column of", read(_part(phrase, match, "column")).target)
        value = Target(most=NUMERIC.get(most, most), relations=(column,))
        return _related(phrase, match, read, "in the row of", value)
    if match := _VALUED_ROW.fullmatch(words):
        column = Relation("in the column of", read(_part(phrase, match, "column")).target)
        value = replace(read(_part(phrase, match, "value")).target, relations=(column,))
        meant = _head(phrase, match, read)
        row_itself = Meant(Target(kind=Kind.ROW)) if meant.target == Target() else meant
        return _with(row_itself, Relation("in the row of", value))
    if match := _EDGE_ROW.fullmatch(words):
        row = Target(ordinal=1 if match["edge"] in "上顶" else -1, kind=_kind_along(match))
        return _related(phrase, match, read, _along(match), row)
    if match := None if ORDINAL_HEADER.fullmatch(words) else _ORDINAL_ROW.fullmatch(words):
        row = Target(ordinal=read_ordinal(match["to"]), kind=_kind_along(match))
        return _related(phrase, match, read, _along(match), row)
    return _read_placed(phrase, read)


def most_of(words: str) -> Most:
    """Return what a superlative picks by."""
    return next(most for pattern, most in _MOSTS if pattern.fullmatch(words))


def _read_placed(phrase: Phrase, read: Read) -> Meant | None:
    """Read at the first place where a relation stands; what is before it is the other thing."""
    words = phrase.words
    if match := _VAGUE.fullmatch(words):
        return read(_part(phrase, match, "head"))
    found = [(match, how) for pattern, how in _PLACED if (match := pattern.fullmatch(words))]
    found = [(match, how) for match, how in found if match["to"] not in ("最", "") and not match["to"].endswith("最")]
    within = _WITHIN.fullmatch(words) or _WITHIN_BARE.fullmatch(words)
    first = min((match.end("to") for match, _ in found), default=len(words) + 1)
    if within and within.end("to") < first and not _NAMED.fullmatch(words):
        return _related(phrase, within, read, "inside", read(_part(phrase, within, "to")).target)
    if not found:
        return None
    match, how = next(pair for pair in found if pair[0].end("to") == first)
    return _related(phrase, match, read, how, read(_part(phrase, match, "to")).target)


def _along(match: re.Match[str]) -> Relating:
    return "in the row of" if match["axis"] == "行" else "in the column of"


def _kind_along(match: re.Match[str]) -> Kind:
    return Kind.ROW if match["axis"] == "行" else Kind.HEADER


def _related(phrase: Phrase, match: re.Match[str], read: Read, how: Relating, to: Target) -> Meant:
    return _with(_head(phrase, match, read), Relation(how, to))


def _head(phrase: Phrase, match: re.Match[str], read: Read) -> Meant:
    """Return the thing itself; without a noun it may be anything."""
    head = _part(phrase, match, "head")
    return Meant(Target()) if not head or is_vague(head) else read(head)


def _with(meant: Meant, *relations: Relation) -> Meant:
    for relation in relations:
        if relation.to == Target() and relation.how not in ("inside", "in the row of", "in the column of"):
            raise InstructionError(f"It is not clear what that is {relation.how}")
    said = [relation for relation in relations if relation.to != Target()]
    return replace(meant, target=replace(meant.target, relations=(*meant.target.relations, *said)))


def _part(phrase: Phrase, match: re.Match[str], group: str) -> Phrase:
    return phrase[slice(*match.span(group))]
