"""What a text measures: the number, the price, the duration or the date that it reads. Knows text only."""

import re
from datetime import date

_NUMBER = r"[-+−]?\d[\d,  ]*(?:[.]\d+)?"
_PRICE = re.compile(rf"[$€£¥₹￥]\s*({_NUMBER})|({_NUMBER})\s*(?:[€$£¥元]|USD|EUR|dollars?)", re.IGNORECASE)
_PLAIN = re.compile(_NUMBER)
_DURATION = re.compile(
    r"(?:(\d+)\s*(?:h|hrs?|hours?|小时)\b)?\s*(?:(\d+)\s*(?:m|mins?|minutes?|分钟?)\b)?", re.IGNORECASE
)
_DATES = (
    (re.compile(r"\b(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})"), (0, 1, 2)),
    (re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b"), (2, 0, 1)),
    (re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b"), (2, 1, 0)),
)


def number_in(text: str) -> float | None:
    """Return the price that a text reads, or else its first number."""
    price = _PRICE.search(text)
    found = price[1] or price[2] if price else next(iter(_PLAIN.findall(text)), None)
    if found is None:
        return None
    digits = re.sub(r"[,  ]", "", found).replace("−", "-")
    return float(digits) if digits.strip("+-") else None


def minutes_in(text: str) -> float | None:
    """Return the duration that a text reads, in minutes."""
    for match in _DURATION.finditer(text):
        if match[1] or match[2]:
            return 60.0 * int(match[1] or 0) + int(match[2] or 0)
    return None


def date_in(text: str) -> date | None:
    """Return the date that a text reads: 2016-12-31, 12/31/2016 or 31.12.2016."""
    for pattern, order in _DATES:
        if match := pattern.search(text):
            year, month, day = (int(match.groups()[place]) for place in order)
            if 1 <= month <= 12 and 1 <= day <= 31:
                try:
                    return date(year, month, day)
                except ValueError:
                    continue
    return None
