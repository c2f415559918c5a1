"""Numbers and ordinals as people write them, in English and Chinese."""

import re

_ENGLISH = [
    "zero", "one", "two", "three", "four", "five", "six", "seven",
    "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip
_OTHERS = {"a": 1, "an": 1, "once": 1, "twice": 2, "thrice": 3, "a couple of": 2, "a few": 3, "half": 0.5, "半": 0.5}
_ORDINALS = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh",
    "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
    "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
]  # fmt: skip
_LAST = {"last": -1, "final": -1, "bottom": -1, "second to last": -2, "second last": -2, "next to last": -2, "top": 1}
_DIGITS = {**{char: value for value, char in enumerate("零一二三四五六七八九")}, "两": 2}

NUMBER = (
    rf"(?:\d{{1,4}}(?:\.\d{{1,3}})?|[{''.join(_DIGITS)}十百]{{1,5}}|半|half\s+an?|a\s+couple\s+of|a\s+few|an?"
    rf"|{'|'.join(reversed(_ENGLISH))})"
)
"""A pattern of the numbers that `read_number` reads."""

TIMES = rf"(?:once|twice|thrice|{NUMBER}\s+(?:more\s+)?times)"
"""A pattern of how often in English; `read_number` reads it too."""

ORDINAL = (
    rf"(?:(?:second|next)(?:[\s-]to)?[\s-]last|{'|'.join(reversed(_ORDINALS[1:]))}|last|final"
    r"|\d{1,3}(?:st|nd|rd|th)(?:[\s-]to[\s-]last)?)"
)
"""A pattern of the English ordinals that `read_ordinal` reads."""

CHINESE_ORDINAL = (
    rf"(?:第(?:[{''.join(_DIGITS)}十百]{{1,5}}|\d{{1,3}})(?![章节页课回集届期步\d])"
    rf"|倒数第(?:[一二两三四五]|\d)|最后一?|最末|首(?=[个条项行页]?的?[个条项行]))"
)
"""A pattern of the Chinese ordinals that `read_ordinal` reads."""


def read_number(text: str) -> float:
    """Return the value of a text that matches `NUMBER` or `TIMES`."""
    text = re.sub(r"\s+(?:more\s+)?times$", "", re.sub(r"\s+", " ", text.strip().lower()))
    if text[0].isdigit():
        return float(text)
    if text.startswith("half"):
        return 0.5
    if text in _OTHERS:
        return _OTHERS[text]
    return float(_ENGLISH.index(text)) if text in _ENGLISH else float(_read_chinese(text))


def read_ordinal(text: str) -> int:
    """Return the place that a text matching `ORDINAL` or `CHINESE_ORDINAL` names; -1 is the last, -2 the one before."""
    text = re.sub(r"[\s-]+", " ", text.strip().lower())
    if text in _LAST:
        return _LAST[text]
    if text.startswith(("最后", "最末")):
        return -1
    if text.startswith("倒数第"):
        return -_read_chinese_or_digits(text.removeprefix("倒数第"))
    if text.endswith(" to last"):
        return -_read_chinese_or_digits(text.removesuffix(" to last").rstrip("stndrh"))
    if text in _ORDINALS:
        return _ORDINALS.index(text)
    return 1 if text == "首" else _read_chinese_or_digits(text.removeprefix("第").rstrip("stndrh"))


def _read_chinese_or_digits(text: str) -> int:
    return int(text) if text.isdecimal() else _read_chinese(text)


def _read_chinese(text: str) -> int:
    """Return the value of 二十三 or 一百零五."""
    total, digit = 0, 0
    for char in text:
        if char in "十百":
            total, digit = total + (digit or 1) * (10 if char == "十" else 100), 0
        else:
            digit = _DIGITS[char]
    return total + digit
