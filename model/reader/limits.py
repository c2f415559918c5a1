"""What the reader cannot tell: which things are meant by more than their words, and texts that are to be made up.

Such a part of a goal is refused before anything is done. Words in quotation marks are never meant: they stand for
themselves. Knows nothing of the screen.
"""

import re

from model.reader.quotes import InstructionError

_SUPERLATIVES = (
    r"(?:larg|small|bigg|high|low|cheap|short|long|old|young|new|lat|earli|near|clos|furth|farth|great|fast|slow|light"
    r"|dark|bright|heavi|wid|tall|thinn)est|most|least|best|worst"
)
_CHOSEN = re.compile(
    r"(?:all|every|each|both|any|either|everything|whichever)\b\s*\S"
    rf"|the\s+(?:{_SUPERLATIVES}|correct|wrong|matching|following|remaining|others?)\s"
    r"|.+\b(?:except|unless|if|whose|which|that\s+(?!says\b|reads\b))\b"
    r"|(?:所有|全部的|每[一个张项行]|任[意何一]|各个|最(?!后|近|小化|大化|初)\w)\S|.*(?:如果|除非|除了|以外的)",
    re.IGNORECASE | re.DOTALL,
)
_MADE_UP = re.compile(
    r"(?:the|an?|your|my|his|her|their|some|any|all|every|each|this|that|these|those|whatever|what|how)\b\s+\S"
    r"|(?:[一几两三][首篇段封句些]|所有|全部|每个|任意|你的|我的|关于|上面|下面|这个|那个)\S",
    re.IGNORECASE,
)


def refuse_choice(words: str) -> None:
    """Raise `InstructionError` where an unquoted target means more than the thing that reads so."""
    if _CHOSEN.match(words.strip()):
        raise InstructionError(
            f"I cannot tell what “{words.strip()}” means, only what the screen reads; "
            "name one thing at a time, in quotation marks if its own words are these"
        )


def refuse_invention(words: str) -> None:
    """Raise `InstructionError` where unquoted words describe a text to be typed rather than say it."""
    if _MADE_UP.match(words.strip()):
        raise InstructionError(
            f"I cannot make up a text: if “{words.strip()}” is to be typed as it stands, put it in quotation marks"
        )
