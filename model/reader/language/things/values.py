"""What stands for a text that is to be read on the screen: "the value of Country", "the last word in the text area"."""

import re
from dataclasses import replace

from model.reader.language.limits import refuse_choice
from model.reader.language.things.meaning import Meant
from model.reader.language.things.nouns import as_field
from model.reader.language.things.targets import read_meant, read_target
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import MASK, InstructionError
from model.reader.plan import Relation, Target
from model.sight.element import Kind

_FLAGS = re.IGNORECASE | re.DOTALL
_CONTENT = r"(?:value|text|content|contents|number|amount)"
_OF = re.compile(
    rf"(?:the\s+)?(?P<what>{_CONTENT}|[^\s{MASK}]+(?:\s+[^\s{MASK}]+)?)\s+(?:of|for)\s+(?P<whose>.+)", _FLAGS
)
_CONTENT_OF = re.compile(
    rf"(?:the\s+)?(?P<what>{_CONTENT}|price|cost|score|total)\s+(?:of|for)\s+(?P<whose>.+)", _FLAGS
)
_CORNER = re.compile(r"(?:页面|屏幕|窗口)?的?(?:[左右][上下]角|顶部|底部)")
_PART = re.compile(r"\b(?:line|word|paragraph|character|letter)$", re.IGNORECASE)
_OF_CHINESE = re.compile(r"(?P<whose>.+?)(?:对应)?的(?P<what>[^的\s]{1,6})", re.DOTALL)
_CONTENT_CHINESE = r"(?:值|数值|内容|文字|数字|文本)"
_CONTENT_OF_CHINESE = re.compile(rf"(?P<whose>.+?)(?:对应)?的(?P<what>{_CONTENT_CHINESE}|价格|金额|总额)", re.DOTALL)
_PLACE_CHINESE = re.compile(r"[^\ufffc框]+[里中上内]|[浅深]?.色", re.DOTALL)
_PLACED = re.compile(
    r"(?:the\s+)?(?:(?:value|text|number|word|line|paragraph|amount|price|content|contents)s?\s+(?:in|inside|next\s+to|below"
    r"|above|under|beside|to\s+the|on\s+the|from)\s.+|\S+\s+(?:word|line|paragraph)(?:\s+.+)?)", _FLAGS
)  # fmt: skip
_PLACED_CHINESE = re.compile(
    r".+(?:旁边|左边|右边|上面|下面|上方|下方|左侧|右侧)的(?:值|数值|内容|文字|数字|文本)|.*第.+(?:个词|行|段)"
)


def read_value(phrase: Phrase) -> Target | None:
    """Return where a value stands that is described by whose it is or where; None for words that say themselves."""
    if match := _CONTENT_OF.fullmatch(phrase.words) or _CONTENT_OF_CHINESE.fullmatch(phrase.words):
        refuse_choice(str(phrase))
        return _of(phrase, match)
    if _PLACED.fullmatch(phrase.words) or _PLACED_CHINESE.fullmatch(phrase.words):
        return _with_fields(read_meant(phrase)).target
    return None


def read_asked(phrase: Phrase) -> Target:
    """Return where what is asked for stands."""
    match = _OF.fullmatch(phrase.words) or _OF_CHINESE.fullmatch(phrase.words)
    if match and not _PART.search(match["what"]) and not _CORNER.match(phrase.words):
        try:
            if target := _of(phrase, match):
                return target
        except InstructionError:
            pass
    return read_meant(phrase).target


def read_owned(phrase: Phrase) -> Target:
    """Return what is set: "the quantity of tea" is the quantity in that row."""
    match = _OF.fullmatch(phrase.words) or _OF_CHINESE.fullmatch(phrase.words)
    if match and not re.fullmatch(f"{_CONTENT}|{_CONTENT_CHINESE}", match["what"], re.IGNORECASE):
        what, whose = (read_meant(phrase[slice(*match.span(part))]).target for part in ("what", "whose"))
        if whose.text and not whose.kind and not whose.relations and what.text and what == Target(what.text):
            return replace(what, relations=(Relation("in the row of", whose),))
    elif match and (cell := _of(phrase, match)) and cell.kind is Kind.CELL:
        return cell
    return read_target(phrase)


def _of(phrase: Phrase, match: re.Match[str]) -> Target | None:
    what, whose = match["what"], read_meant(phrase[slice(*match.span("whose"))]).target
    if whose.relations or not whose.text or _PLACE_CHINESE.fullmatch(match["whose"]):
        return None
    is_content = re.fullmatch(_CONTENT, what, re.IGNORECASE) or re.fullmatch(_CONTENT_CHINESE, what)
    if is_content and whose.kind is Kind.CELL:
        return whose
    if is_content:
        return Target(relations=(Relation("labelled", whose),))
    return Target(relations=(Relation("in the column of", Target(what)), Relation("in the row of", whose)))


def _with_fields(meant: Meant) -> Meant:
    """Text is in fields, so a box is one."""
    relations = tuple(replace(relation, to=as_field(relation.to)) for relation in meant.target.relations)
    return replace(meant, target=replace(meant.target, relations=relations))
