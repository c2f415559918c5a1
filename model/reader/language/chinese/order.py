"""Puts a Chinese clause into the order in which the forms say it: what is done, then to what.

People name first what they speak of: 把X打开, X全部勾上, X点两下, X里输入Y. Another order is tried where no form
fits.
"""

import re
from collections.abc import Iterator

from model.reader.language.chinese.words import DONE, SLOTS, VERBS
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import MASK

_EVERY = r"(?:全都|都全部|都|全部|全|统统|逐个|逐一|依次|一个个|挨个)"
_END = r"(?:一下|了|掉|上|好|起来|下来|一遍)*"
_VERB = "|".join(sorted(DONE, key=len, reverse=True))
_FIRST = re.compile(
    rf"(?:把|将|给)?\s*(?P<what>.+?)\s*(?P<every>{_EVERY})?\s*(?P<verb>(?<!开)(?:{_VERB})){_END}\s*(?P<times>{SLOTS['several']})?",
    re.DOTALL,
)
_FOR = re.compile(
    r"(?:给|为|对|替)\s*(?P<whose>.+?)\s*(?P<verb>点击|点选|点一下|点|选择"
    r"|勾选)\s*(?P<what>[^了\s].*)",
    re.DOTALL,
)
_ROWED = re.compile(
    r"(?P<whose>(?!在|从|给|对|把).+?(?:[那这]一?行|一行))(?:里面?|上|中|后面|旁边)?的?(?P<verb>点击|点选|点一下"
    r"|点|勾选)(?P<what>[^了\s].*)",
    re.DOTALL,
)
_THERE = re.compile(
    rf"(?P<place>(?!在|从|把|将|给|用|对|{'|'.join(VERBS.values())}).{{1,20}}?)(?P<in>里面?|中|上面?|处|那里|框"
    rf"|栏)\s*(?P<rest>(?:{'|'.join(VERBS.values())}).+)",
    re.DOTALL,
)
_THING = re.compile(rf"(?!在|从|{'|'.join(VERBS.values())}).*[\u3400-\u9fff\ufffc]", re.DOTALL)
_MANY = re.compile(r"所有|全部|每|各|前.+个")


def reordered(phrase: Phrase) -> Iterator[Phrase]:
    """Yield a clause's parts in other orders, the likeliest first."""
    if (match := _FIRST.fullmatch(phrase.words)) and _is_said_last(match):
        what, times = _part(phrase, match, "what"), _part(phrase, match, "times")
        every = Phrase("所有" if match["every"] and not _MANY.search(what.words) else "")
        if times and DONE[match["verb"]] == "点击":
            yield Phrase.join([Phrase("点击"), times, what], "")
        yield Phrase.join([Phrase(DONE[match["verb"]]), every, what, times], "")
    if match := _FOR.fullmatch(phrase.words):
        whose, what = _part(phrase, match, "whose"), _part(phrase, match, "what")
        yield Phrase.join([Phrase(match["verb"]), whose, Phrase("那一行的"), what], "")
    if match := _ROWED.fullmatch(phrase.words):
        whose, what = _part(phrase, match, "whose"), _part(phrase, match, "what")
        yield Phrase.join([Phrase(match["verb"]), whose, Phrase("的"), what], "")
    if match := _THERE.fullmatch(phrase.words):
        inside = "" if match["in"] in "框栏" else match["in"]
        end = match.end("in") if not inside else match.end("place")
        yield Phrase.join([Phrase("在"), phrase[:end], Phrase(inside or "里"), _part(phrase, match, "rest")], "")


def _is_said_last(match: re.Match[str]) -> bool:
    """Say whether a verb ends a clause; one of a single character may as well end a name."""
    what, told = match["what"], match["every"] or match["times"] or not match[0].endswith(match["verb"])
    named = what.endswith(MASK) or ("的" in what and "得" not in what)
    return bool(_THING.match(what)) and bool(named or len(match["verb"]) > 1 or told)


def _part(phrase: Phrase, match: re.Match[str], group: str) -> Phrase:
    return phrase[slice(*match.span(group))] if match[group] else Phrase("")
