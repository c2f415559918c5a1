"""Reads a Chinese noun phrase: 归档下面的第二个删除按钮. Knows nothing of the screen."""

import re
from dataclasses import replace
from functools import lru_cache

from model.reader.language.chinese.nouns import (
    COLOURS,
    CONTAINERS,
    NAMED,
    NOUNS,
    NUMERIC,
    SHAPES,
    SUPERLATIVES,
    VAGUE,
)
from model.reader.language.chinese.relations import ORDINAL_HEADER, most_of, read_owned, read_related
from model.reader.language.limits import refuse_choice, refuse_list, refuse_long
from model.reader.language.things import nouns
from model.reader.language.things.addresses import read_address
from model.reader.language.things.meaning import Meant
from model.reader.language.things.nouns import Noun
from model.reader.language.words.numbers import CHINESE_ORDINAL, read_number, read_ordinal
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import MASK, InstructionError
from model.reader.plan import IT, Most, Target
from model.sight.element import Kind

_NOUN = "|".join(f"(?:{pattern})" for pattern in NOUNS)
KIND = rf"(?:{_NOUN}|{CONTAINERS})"
"""A pattern of what people call the kinds of things."""

_IT = re.compile(r"(?:[他她]|里面|里边|其中|那里|它们?|其|这个|那个|此|该项|刚才那个|上述)")
_NAMED = re.compile(rf"{NAMED}\s*(?P<text>.+?)\s*的(?P<head>.+)", re.DOTALL)
_EVERY = re.compile(r"(?:所有|全部|每一?[个封条张项]?|各个?)(?:的)?(?P<rest>.*)", re.DOTALL)
_DETERMINER = re.compile(
    rf"(?:从上(?:往|到|至)下(?:数)?|{VAGUE}的?(?=(?:[左右][上下]角|[左右][边侧面]|顶部|底部)的)"
    r"|(?:弹出|打开|出现|出来|显示|当前|列出|标出|写)[来着]?的|[这那](?:个|条|封|张|项|篇|位)|这些|那些|一个|该"
    r"|那(?=最)|[上下](?:面|方)的?(?=第))"
)
_COUNT = re.compile(r"前?(?P<count>[两三四五六七八九十]|\d{1,2})个(?=.)")
_ORDINAL = re.compile(
    rf"(?P<ordinal>{CHINESE_ORDINAL})(?:个|(?:条|项|张|封|种|款|件|份|台|部(?!分)|篇|本|只|块|辆|套|笔|间|道|首)(?=.))?的?"
)
_ORDINAL_KIND = re.compile(
    rf"(?P<ordinal>{CHINESE_ORDINAL})个?(?P<kind>行|列|段落?|单词|词|字)(?:的(?:文字|内容"
    rf"|文本))?"
)
_MOST = re.compile(rf"(?P<most>{'|'.join(SUPERLATIVES)})(?:(?:显示|写|标)着?的|的?(?:[那这]一?[个封条行张项份篇只])?)")
_HUE, _FORM = "|".join(COLOURS), "|".join(SHAPES)
_COLOUR = re.compile(
    rf"[浅深暗亮大]?(?P<colour>{_HUE})色?(?:的|(?={KIND}$|{_FORM}))|(?P<colour2>{_HUE})色的?(?={KIND}$|{_FORM}|.+{KIND}$)"
)
_SHADE = re.compile(rf"(?P<colour>{'|'.join(COLOURS)})色")
_QUOTED = re.compile(
    rf"(?:{VAGUE}(?:上|里|中)?的?)?(?:[这那][几两三]?[个句段行](?:字|词|话"
    rf"|文字)?)?(?:小?标题)?(?:(?P<before>{KIND})\s*)?(?:{NAMED})?\s*(?P<name>{MASK})\s*(?:(?:这"
    rf"|那)?[一二两三四五六七八九十几]?个?(?:字样?|词)(?!段)|[这那]一?[个项]|这|那)?(?:设置|页面|界面|功能|箭头)?"
    rf"的?(?P<after>{KIND})?(?:里面?|中|上)?"
)
_SUFFIX = re.compile(rf"(?P<name>.*?)\s*(?P<kind>{KIND})", re.DOTALL)
_PREFIX = re.compile(
    r"(?P<kind>文件夹|文件(?![夹名类大格路列管中属系])|按钮|链接|标签页|选项卡|复选框|选项|图标"
    r"|目录)\s*(?P<name>[\w.\- ]+)"
)
_SHAPE = re.compile("|".join(f"(?P<s{place}>{pattern})" for place, pattern in enumerate(SHAPES)))
_MESSAGE = re.compile(r"确认|提示|警告|登录|错误|消息")
_KINDS = tuple((re.compile(pattern), noun) for pattern, noun in NOUNS.items())


@lru_cache(maxsize=256)  # nested relations are looked at more than once
def read_noun_phrase(phrase: Phrase) -> Meant:
    """Return what a noun phrase means. Raises `InstructionError` where that cannot be told."""
    phrase = Phrase(phrase.words.strip(" ，。：、:,"), phrase.quoted)
    if _IT.fullmatch(phrase.words):
        return Meant(IT)
    if cells := read_address(phrase):
        return Meant(cells)
    if not phrase:
        raise InstructionError("It is not clear what is meant")
    return (
        read_owned(phrase, read_noun_phrase)
        or _read_every(phrase)
        or read_related(phrase, read_noun_phrase)
        or _read_head(phrase)
    )


def _read_every(phrase: Phrase) -> Meant | None:
    match = _EVERY.fullmatch(phrase.words)
    if match is None:
        return None
    rest = _part(phrase, match, "rest")
    return replace(_files(read_noun_phrase(rest)), every=True) if rest else Meant(Target(), every=True)


def _files(meant: Meant) -> Meant:
    """Return every 文件 as the files that are listed."""
    is_files = meant.target.text in ("文件", "目录") and not meant.target.quoted
    return replace(meant, target=replace(meant.target, text="", kind=Kind.ROW)) if is_files else meant


def _part(phrase: Phrase, match: re.Match[str], group: str) -> Phrase:
    return phrase[slice(*match.span(group))]


def _read_head(phrase: Phrase) -> Meant:
    if match := _NAMED.fullmatch(phrase.words):
        name = read_noun_phrase(_part(phrase, match, "text")).target
        head = read_noun_phrase(_part(phrase, match, "head"))
        return replace(head, target=replace(head.target, text=name.text, quoted=name.quoted))
    if match := ORDINAL_HEADER.fullmatch(phrase.words):
        return Meant(Target(ordinal=read_ordinal(match["ordinal"]), kind=Kind.HEADER))
    if match := _ORDINAL_KIND.fullmatch(phrase.words):
        noun = noun_of(match["kind"]) or nouns.THING
        return Meant(noun.of(Target(ordinal=read_ordinal(match["ordinal"]))))
    return _read_adjectives(phrase)


def _read_adjectives(phrase: Phrase) -> Meant:
    """Take the adjectives off, one after another, and read the name that is left."""
    ordinal, limit, most, colour = 0, 0, None, ""
    rest, known = phrase, False
    while rest:
        words = rest.words
        if match := _DETERMINER.match(words):
            known = True
        elif match := _COUNT.match(words):
            limit = int(read_number(match["count"]))
        elif (match := _ORDINAL.match(words)) and not ordinal:
            ordinal = read_ordinal(match["ordinal"])
            if ordinal < 0 and re.match(r"[两二三四五六七八九十\d]+[个行条项张]", words[match.end() :]):
                raise InstructionError(f"I can only count from the beginning: “{phrase}”")
        elif (match := _MOST.match(words)) and not most and _is_measure(words, match):
            most = most_of(match["most"])
        elif (match := _COLOUR.match(words)) and not colour:
            colour = COLOURS[match["colour"] or match["colour2"]]
        else:
            break
        known, rest = True, rest[match.end() :]
    target = _read_name(rest, phrase, known, most)
    if most and noun_of(rest.words) == nouns.MEASURE:
        most = NUMERIC.get(most, most)
    target = replace(target, ordinal=ordinal or target.ordinal, most=most, colour=colour or target.colour)
    meant = Meant(target, limit=limit)
    return _files(meant) if ordinal or most or limit else meant


def _is_measure(words: str, match: re.Match[str]) -> bool:
    """Say whether 最大, 右上角 or 左侧 at the beginning is an adjective and no part of a name."""
    rest, is_joined = words[match.end() :], any(joint in match[0] for joint in "的那这")
    return is_joined or match["most"].endswith("角") or rest[:1] in ("", "第") or noun_of(rest) is not None


def _read_name(phrase: Phrase, whole: Phrase, known: bool, most: Most | None) -> Target:
    words = phrase.words
    if not words:
        if known or most:
            return IT
        raise InstructionError(f"It is not clear what “{whole}” points at")
    if MASK in words:
        return _read_quoted(phrase, whole)
    if shape := _SHAPE.fullmatch(words):
        return Target(
            shape=next(list(SHAPES.values())[int(key[1:])] for key, text in shape.groupdict().items() if text)
        )
    if known and (shade := _SHADE.fullmatch(words)):
        return Target(colour=COLOURS[shade["colour"]])
    refuse_list(words)
    refuse_long(words)
    refuse_choice(words, str(whole))
    if prefix := _PREFIX.fullmatch(words):
        noun = noun_of(prefix["kind"]) or nouns.THING
        if prefix["name"].strip().isdigit():
            return Target(words)
        return noun.of(Target(prefix["name"].strip()))
    return _read_bare(words)


def _read_bare(words: str) -> Target:
    suffix = _SUFFIX.fullmatch(words)
    noun = noun_of(suffix["kind"]) if suffix else None
    if not suffix or (
        suffix["name"] and noun in (nouns.MEASURE, nouns.AMOUNT, nouns.CHARACTER, nouns.WORD, nouns.HEADER)
    ):
        return Target(words)
    if not suffix["name"]:
        return _whole_kind(words, noun)
    name = suffix["name"].strip().removesuffix("的")
    refuse_long(name, whole=words)
    if noun == nouns.BOX:
        noun = nouns.DIALOG if _MESSAGE.fullmatch(name) else nouns.FIELD
    return replace((noun or nouns.THING).of(Target(name)), part="")


def _whole_kind(words: str, noun: Noun | None) -> Target:
    """Return what a kind's name means alone."""
    if words in ("文件", "目录"):  # a menu's name, where it is not counted
        return Target(words)
    if noun == nouns.SEARCH:
        return noun.of(Target(words[:2]))
    if noun is None or noun in (nouns.MEASURE, nouns.CHARACTER):
        return Target()
    return Target(words) if noun == nouns.AMOUNT else noun.of(Target())


def _read_quoted(phrase: Phrase, whole: Phrase) -> Target:
    match = _QUOTED.fullmatch(phrase.words)
    name = phrase[slice(*match.span("name"))].quotation if match else None
    if not match or not name or not name.strip():
        raise InstructionError(f"It is not clear what {whole} points at")
    noun = noun_of(match["after"] or match["before"] or "") or nouns.THING
    noun = nouns.FIELD if noun == nouns.BOX else noun
    return replace(noun.of(Target(name.strip(), quoted=True)), part="")


def noun_of(words: str) -> Noun | None:
    """Return what a kind's name means, or None for any other words."""
    return next((noun for pattern, noun in _KINDS if pattern.fullmatch(words)), None)
