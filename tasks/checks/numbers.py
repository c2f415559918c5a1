"""Numbers as people write them: 1,234.50; １２３; 12 %; 1.234,50; −5; $3; 1.2万."""

import re
import unicodedata

_FIRST = r"[1-9]\d{0,2}"  # what a group of three may follow
_DIGITS = "|".join(
    (
        rf"{_FIRST}(?:,\d{{3}})+(?:\.\d+)?",
        rf"{_FIRST}(?:[ '’]\d{{3}})+(?:[.,]\d+)?",
        rf"{_FIRST}(?:\.\d{{3}})+,\d+",
        rf"{_FIRST}(?:\.\d{{3}}){{2,}}",
        r"\d+[.,]\d+",
        r"\d+",
        r"\.\d+",
    )
)
_COUNTED = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_SHARES = {"%": 100, "‰": 1000}
_CURRENCY = "[$€£¥]"
_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9_.,])(?P<sign>[-+−–])?(?:{_CURRENCY}\s?)?(?P<digits>{_DIGITS})(?P<power>[eE][-+]?\d{{1,3}})?"
    rf"(?![\d_]|[.,]\d)(?:\s?(?P<unit>[{''.join([*_SHARES, *_COUNTED])}]))?(?:\s?{_CURRENCY})?"
)


def numbers_in(text: str) -> list[tuple[float, ...]]:
    """Return each number that stands in a text, as the values that it may mean: 12 % is 12, or 0.12."""
    return [_values(found) for found in _NUMBER.finditer(_plain(text))]


def values_of(text: str) -> tuple[float, ...]:
    """Return the values that a text may mean which is one number and nothing else; none for another text."""
    found = _NUMBER.fullmatch(_plain(text).strip())
    return _values(found) if found else ()


def _plain(text: str) -> str:
    """Return the text with its full-width digits and marks, and its special spaces, as the usual ones."""
    return unicodedata.normalize("NFKC", text)


def _values(found: "re.Match[str]") -> tuple[float, ...]:
    value = float(_with_point(found["digits"]) + (found["power"] or ""))
    if found["sign"] not in (None, "+"):
        value = -value
    unit = found["unit"] or ""
    return (value, value / _SHARES[unit]) if unit in _SHARES else (value * _COUNTED.get(unit, 1),)


def _with_point(digits: str) -> str:
    """Return digits without the marks of groups, and with a point before the fraction."""
    digits = re.sub("[ '’]", "", digits)
    if re.fullmatch(rf"{_FIRST}(,\d{{3}})+|{_FIRST}(\.\d{{3}}){{2,}}", digits):
        return re.sub("[.,]", "", digits)
    point = max(digits.rfind("."), digits.rfind(","))
    return f"{re.sub('[.,]', '', digits[:point])}.{digits[point + 1 :]}" if point >= 0 else digits
