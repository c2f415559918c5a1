"""What the reader cannot tell: which things are meant by more than their words, and texts that are to be made up.

Such a part of a goal is refused before anything is done. Words in quotation marks are never meant: they stand for
themselves. Knows nothing of the screen.
"""

import re

from model.reader.language.quotes import InstructionError

_CHOSEN = re.compile(
    r"(?:any|either|everything|whichever|whatever|whoever)\b\s*\S|(?:the\s+)?(?:best|worst|right|wrong|correct|proper|suitable"
    r"|appropriate|matching|following|remaining|others?|better|nicest)\s(?!click)"
    r"|(?:.*\s)?as\s+(?:it|they|many|much|soon|long|fast)\b|.+\bin\s+(?:the\s+)?(?:\w+\s+)?order\b"
    r"|.+\b(?:but\b|rather\s+than|except|unless|if|whose|which|who|whichever|similar\s+to|(?:you|we|they|i)\s+(?:like|want|think|need|prefer|no)"
    r"|that\s+(?!says\b|reads\b)\w)"
    r"|.+\bor\s+(?:click|press|type|select|choose|use|tap|just)\b|.*(?:或者|或是|还是)"
    r"|(?:所有|全部的|每[一个张项行]|任[意何一]|各个|随便|最(?!后|近|小化|大化|初)\w)\S"
    r"|(?:正确|错误|合适|恰当|适当|更\w+|其他|其余|剩下|对)的|.+(?:都|全都)$|.*(?:如果|除非|除了|以外的|相近|相似|类似|你喜欢|我喜欢|不需要的|需要的)",
    re.IGNORECASE | re.DOTALL,
)
_WORD, _HAN = re.compile(r"[^\s\u3400-\u9fff]+"), re.compile(r"[\u3400-\u9fff]")
_SENTENCE = re.compile(
    r"\b(?:so\s+that|so\s+(?:i|we|you)|such\s+as|because|instead\s+of|using|whenever|although|in\s+order\s+to)\b|^(?:with|from|using|in|on|out|of|are|is|was|were)\s|^被|被(?:勾选|选中|打开)",
    re.IGNORECASE,
)
_MADE_UP = re.compile(
    r"(?:suitable|appropriate|random|sensible|proper|correct|good|nice)\s+\S|(?:the|an?|your|my|his|her|their|some|any|all|every|each|this|that|these|those|whatever|what|how|something|anything|me|us|it|out)\b"
    r"(?:\s+\S|$)"
    r"|(?:[一几两三][首篇段封句些个条家张份只本部道种]|[首篇段封](?:信|诗|文|话|邮件)|所有|全部|每个|任意|一些|你的|我的|关于|上面|下面|这个|那个|合适的|答案)"
    r"|.*(?:的答案|的诗|的文章|笑话|好听的话)$",
    re.IGNORECASE,
)


def refuse_choice(words: str, whole: str = "") -> None:
    """Raise `InstructionError` where an unquoted target means more than the thing that reads so."""
    if _CHOSEN.match(words.strip()):
        raise InstructionError(
            f"I cannot tell what “{(whole or words).strip()}” means, only what the screen reads; "
            "name one thing at a time, in quotation marks if its own words are these"
        )


def refuse_list(words: str) -> None:
    """Raise `InstructionError` where an unquoted name goes on behind a comma: that tells something else."""
    *_, last = re.split(r",(?=\s)|[，、;；]", words)
    if last != words:
        raise InstructionError(f"I do not understand “{last.strip()}”")


def refuse_long(words: str, most: int = 8) -> None:
    """Raise `InstructionError` where unquoted words are too many for a name; a Han character is half a word."""
    count = len(_WORD.findall(words)) + len(_HAN.findall(words)) / 2
    if count > most or _SENTENCE.search(words):
        raise InstructionError(
            f"“{words.strip()}” is no name that I could look for; if it is one, put it in quotation marks"
        )


def refuse_invention(words: str) -> None:
    """Raise `InstructionError` where unquoted words describe a text to be typed rather than say it."""
    if _MADE_UP.match(words.strip()):
        raise InstructionError(
            f"I cannot make up a text: if “{words.strip()}” is to be typed as it stands, put it in quotation marks"
        )
