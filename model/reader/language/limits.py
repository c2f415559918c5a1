"""What the reader cannot tell: which things are meant by more than their words, and texts that are to be made up.

Such a part of a goal is refused before anything is done. Words in quotation marks are never meant: they stand for
themselves. Knows nothing of the screen.
"""

import re

from model.reader.language.words.quotes import InstructionError

_CHOSEN = re.compile(
    r"(?:any|either|everything|whichever|whatever|whoever)\b\s*\S|(?:the\s+)?(?:best|worst|right|wrong|correct"
    r"|proper|suitable"
    r"|appropriate|matching|following|remaining|others?|better|nicest|nice|pretty|cool|funny|random)\s(?!click)"
    r"|(?:.*\s)?as\s+(?:it|they|many|much|soon|long|fast)\b|.+\bin\s+(?:the\s+)?(?:\w+\s+)?order\b"
    r"|.+\b(?:but\b|rather\s+than|except|unless|if|whose|which|who|whichever|similar\s+to|(?:you|we|they"
    r"|i)\s+(?:like|want|think|need|prefer|no)"
    r"|that\s+(?!says\b|reads\b)\w)"
    r"|.+\b(?:times|twice|seconds)\b|.+\bor\s+(?:click|press|type|select|choose|use|tap|just)\b|.*(?:或者|或是|还是)"
    r"|(?:所有|全部的|每[一个张项行]|任[意何一]|各个|随便|最(?!后|近|小化|大化|初)\w)\S"
    r"|(?:正确|错误|合适|恰当|适当|更\w+|旧|好看|好听|漂亮|合理|随机|其他|其余|剩下|对)的|.*(?:好看|漂亮|合适"
    r"|喜欢)的|.+(?:都|全都)$|.*(?:如果|除非|除了|以外的|相近|相似|类似|你喜欢|我喜欢|不需要的|需要的)",
    re.IGNORECASE | re.DOTALL,
)
_WORD, _HAN = re.compile(r"[^\s\u3400-\u9fff]+"), re.compile(r"[\u3400-\u9fff]")
_MOST_HAN = 12
_SENTENCE = re.compile(
    r"\b(?:so\s+that|so\s+(?:i|we|you)|such\s+as|because|instead\s+of|using|whenever|although|in\s+order\s+to)\b"
    r"|^(?-i:with|from|using|in|on|out|of|are|is|was|were)\s|^被|被(?:勾选|选中|打开)",
    re.IGNORECASE,
)
_SYNTAX = re.compile(
    r"\b(?:is|are|was|were|isn['’]t|aren['’]t|until|till|unless|except|without|whether|because|where|while|then"
    r"|its|it['’]s"
    r"|they|them|he|she|should|would|could|cannot|please|before|after|during|also|than|if|when|by\s+\w+ing"
    r"|to\s+the|all\s+the\s+way|instead|there|him|her|does|did|has|have)\b"
    r"|^(?:for|at|under|into|onto|like|and|or|but|than)\s"
    r"|(?<![Gg]ot)\s(?:it|them)$|.(?:进入|点击|打开|勾选|切换到|(?<!性)粘贴)|(?:上面|下面|后面|前面|里面|旁边|左边|右边)的"
    r"|[里中上]的?(?:倒数)?第|现在|[两三四五]个$|的$"
    r"|^(?:再|然后|并|也|还|的|是)(?![见生购印制行列])|^个(?![人性税数体])|^了(?!解)|^完(?![成整毕全善美结])"
    r"|[吗呢吧]$|直到|为止|如果|要是|的话|然后|之后|以后|的时候|除了|除非"
    r"|请(?![求假柬客])|帮我|把(?![手握关])|别(?![名墅的人])|不要|就[点按选输勾关打]|什么|怎么|编[一个造]"
    r"|想[一个出]|[的新]一$|[几每这那]$|哪[个里些]|多少|几[个件]|^[你您我他她](?:们|$)|你"
)
"""Little words that join a sentence and stand in no name, but for those with capitals: "Find and Replace"."""

_KNOWN_ELSEWHERE = re.compile(
    r"^(?:an?|some|your|you|about)\s|\b(?:weather|tomorrow|tonight|yesterday|like|should|best|joke|story|poem|opinion"
    r"|mean|means|meaning|you)\b"
    r"|天气|明天|昨天|今晚|意思|笑话|故事|建议|推荐|怎么|附近|[你您]|^(?:我|他|她)$",
    re.IGNORECASE,
)

_UNREAD = re.compile(
    r"\b(?:field|box|cell|column|row|button|link|icon|checkbox|dialog|\w*\d)\s+(?:to|into|in|with|and|for|on|from"
    r"|at|that|which)\b"
    r"|\b(?:tall|thin|wid|bright|dark|near|farth|nic|deep|clos)est\b|\b(?:size|colou?r)\s+of\b|^(?!(?:terms|find"
    r"|search|save|copy|cut|drag|close|log)\b)[a-z]+ and [a-z]"
    r"|\S\s+(?:named|called|labell?ed|titled)\s|^(?:whole|entire)\s|^(?:整个|整张|名叫|名为|叫做?)|^人(?:的|电话|号码|姓名|地址|邮箱)"
    r"|(?<!^[我你您他她])(?<!目)的(?=.)|^(?!(?:sign|log|continue|share|pay|open|start)\b)[a-z\d].*\swith\s"
    r"|\s(?:a\s+little|a\s+bit|slightly|somewhat|yesterday|today|tomorrow|tonight|(?:last|next)\s+(?:week|month|year))$"
    r"|\s(?:the|an?|by|of)$|.勾$|\S\s(?:sent|wrote|made|posted|created|uploaded|shared)\b|.(?:加载|载入)(?:好|完)|^[一二两三四五六七八九十\d]+[次遍]"
    r"|^(?:带(?![宽货头])|没有?|有(?![道限赞效关声线氧机色序])|标有|标着|画着|印着)(?=[\u3400-\u9fff])"
    r"|^(?:some|any)(?:thing|one|where)\b|^empty\s"
    r"|(?:按钮|箭头|输入框|复选框|下拉框|单元格|图标|链接|那一行|标签页|右键)[\u3400-\u9fff]|作为|(?:中央|正中)$"
    r"|从[上下]往|.第[一二两三四五六七八九十\d]+[个行列项条]|能不能|能否|.到.+的|^(?:多个|一些|几个|很多)"
)
"""A kind of control, an order or a count in the middle of a name: a relation that was not understood."""

_WORTH = re.compile(
    r"(?:(?:the|all|any|every|all\s+the|my)\s+)?(?:(?-i:spam|junk|clutter|rubbish|garbage|trash)|duplicates?"
    r"|(?:duplicate|unwanted|unused|useless|unneeded|irrelevant|outdated|old)\s+\w+)|(?:所有|全部)?(?:的)?(?:垃圾|重复|无用|没用|多余|过期|过时)的?\S*",
    re.IGNORECASE,
)
_MADE_UP = re.compile(
    r"(?:suitable|appropriate|random|sensible|proper|correct|good|nice)\s+\S|(?:the|an?|your|my|his|her|their"
    r"|some|any|all|every|each|this|that|these|those|whatever|what|how|something|anything|me|us|it|out)\b"
    r"(?:\s+\S|$)"
    r"|(?:today|tomorrow|yesterday|the current)\b|(?:\w+\s+)*(?:code|story|poem|letter|text|list)\s+(?:that|to"
    r"|for|about)\b|今天|明天|昨天|当前的?(?:日期|时间)|[段首篇封](?=.)|的\S*"
    r"|(?:[一几两三][首篇段封句些个条家张份只本部道种]|[首篇段封](?:信|诗|文|话|邮件)|所有|全部|每个|任意|一些"
    r"|你的|我的|关于|上面|下面|这个|那个|合适的|答案)"
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


def refuse_judgement(words: str) -> None:
    """Raise `InstructionError` where what is meant is told by what it is worth and not by what the screen reads."""
    if _WORTH.fullmatch(words.strip()):
        raise InstructionError(
            f"I cannot tell which are meant by “{words.strip()}”; name them by what the screen reads"
        )


def refuse_list(words: str) -> None:
    """Raise `InstructionError` where an unquoted name goes on behind a comma: that tells something else."""
    *_, last = re.split(r",(?=\s)|[，、;；]", words)
    if last != words:
        raise InstructionError(f"I do not understand “{last.strip()}”")


def refuse_knowledge(words: str) -> None:
    """Raise `InstructionError` where what is asked for is nothing that a screen says."""
    if _KNOWN_ELSEWHERE.search(words.strip()):
        raise InstructionError(f"I can only tell what stands on the screen, and not “{words.strip()}”")


def refuse_long(words: str, most: int = 8, whole: str = "") -> None:
    """Raise `InstructionError` where unquoted words are too many for a name; a Han character is half a word."""
    count = len(_WORD.findall(words)) + len(_HAN.findall(words)) / 2
    if (
        len(_HAN.findall(words)) > _MOST_HAN
        or count > most
        or _SENTENCE.search(words)
        or _SYNTAX.search(words)
        or _UNREAD.search(words)
    ):
        raise InstructionError(
            f"“{(whole or words).strip()}” is no name that I could look for; if it is one, put it in quotation marks"
        )


def refuse_invention(words: str) -> None:
    """Raise `InstructionError` where unquoted words describe a text to be typed rather than say it."""
    if _MADE_UP.match(words.strip()):
        raise InstructionError(
            f"I cannot make up a text: if “{words.strip()}” is to be typed as it stands, put it in quotation marks"
        )
