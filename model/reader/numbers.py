"""Small numbers as people write them, in English and Chinese."""

_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CHINESE = "一二三四五六七八九十"

NUMBER = rf"(?:\d{{1,4}}(?:\.\d{{1,3}})?|[{_CHINESE}两半]|half\s+an?|an?|{'|'.join(_ENGLISH)})"
"""A pattern of the numbers that `read_number` reads."""

ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|last|\d{{1,2}}(?:st|nd|rd|th))"
"""A pattern of the English ordinals that `read_ordinal` reads."""

CHINESE_ORDINAL = rf"(?:第(?:[{_CHINESE}]|\d{{1,2}})|最后一?)"
"""A pattern of the Chinese ordinals that `read_ordinal` reads."""


def read_number(text: str) -> float:
    """Return the value of a text that matches `NUMBER`."""
    text = text.strip().lower()
    if text[0].isdigit():
        return float(text)
    if text == "半" or text.startswith("half"):
        return 0.5
    if text in _ENGLISH:
        return _ENGLISH.index(text) + 1
    return {"两": 2}.get(text) or _CHINESE.find(text) + 1 or 1


def read_ordinal(text: str) -> int:
    """Return the place that a text matching `ORDINAL` or `CHINESE_ORDINAL` names; -1 is the last."""
    text = text.lower().removeprefix("第")
    if text.startswith(("last", "最后")):
        return -1
    if text in _ORDINALS:
        return _ORDINALS.index(text) + 1
    return _CHINESE.index(text) + 1 if text in _CHINESE else int(text.rstrip("stndrh"))
