"""What the reader cannot tell: which things are meant by more than their words, and texts that are to be made up.

Such a part of a goal is refused before anything is done. Words in quotation marks are never meant: they stand for
themselves. Knows nothing of the screen.
"""

import re

from model.reader.language.words.quotes import InstructionError

_HAN_PLACE = r"(?:上面|下面|后面|前面|里面|旁边|左边|右边)的"
_HAN_COUNT = r"[一二两三四五六七八九十\d]+"


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.DOTALL)


_ANY = r"(?:any|either|everything|whichever|whatever|whoever)\b\s*\S"
_JUDGED = (
    r"(?:the\s+)?(?:best|worst|right|wrong|correct|proper|suitable|appropriate|matching|following|remaining|others?"
    r"|better|nicest|nice|pretty|cool|funny|random)\s(?!click)"
)
_COMPARED = r"(?:.*\s)?as\s+(?:it|they|many|much|soon|long|fast)\b|.+\bin\s+(?:the\s+)?(?:\w+\s+)?order\b"
_NARROWED = (
    r".+\b(?:but\b|rather\s+than|except|unless|if|whose|which|who|whichever|similar\s+to"
    r"|(?:you|we|they|i)\s+(?:like|want|think|need|prefer|no)|that\s+(?!says\b|reads\b)\w)"
)
_COUNTED = r".+\b(?:times|twice|seconds)\b"
_OR = r".+\bor\s+(?:click|press|type|select|choose|use|tap|just)\b|.*(?:或者|或是|还是)"
_ANY_CHINESE = r"(?:所有|全部的|每[一个张项行]|任[意何一]|各个|随便|最(?!后|近|小化|大化|初)\w)\S|.+(?:都|全都)$"
_JUDGED_CHINESE = (
    r"(?:正确|错误|合适|恰当|适当|更\w+|旧|好看|好听|漂亮|合理|随机|其他|其余|剩下|对)的"
    r"|.*(?:好看|漂亮|合适|喜欢)的"
)
_NARROWED_CHINESE = r".*(?:如果|除非|除了|以外的|相近|相似|类似|你喜欢|我喜欢|不需要的|需要的)"
_CHOSEN = _any_of(_ANY, _JUDGED, _COMPARED, _NARROWED, _COUNTED, _OR, _ANY_CHINESE, _JUDGED_CHINESE, _NARROWED_CHINESE)
"""What is picked among several by more than its words: which ones, how good, but not these."""

_WORD, _HAN = re.compile(r"[^\s\u3400-\u9fff]+"), re.compile(r"[\u3400-\u9fff]")
_MOST_HAN = 12

_REASON = r"\b(?:so\s+that|so\s+(?:i|we|you)|such\s+as|because|instead\s+of|using|whenever|although|in\s+order\s+to)\b"
_BEGINS_LITTLE = (
    r"^(?-i:with|from|using|in|on|out|of|are|is|was|were)\s"
    r"|^(?:for|at|under|into|onto|like|and|or|but|than)\s"
)
_JOINING = (
    r"\b(?:is|are|was|were|isn['’]t|aren['’]t|until|till|unless|except|without|whether|because|where|while|then|its"
    r"|it['’]s|they|them|he|she|should|would|could|cannot|please|before|after|during|also|than|if|when|by\s+\w+ing"
    r"|to\s+the|all\s+the\s+way|instead|there|him|her|does|did|has|have)\b"
)
_ENDS_IN_PRONOUN = r"(?<![Gg]ot)\s(?:it|them)$|(?-i:^I$)|^(?:we|us|me)$"
_PASSIVE_CHINESE = r"^被|被(?:勾选|选中|打开)"
_VERB_CHINESE = r".(?:进入|点击|打开|勾选|切换到|(?<!性)粘贴)"
_BEGINS_LITTLE_CHINESE = (
    r"^(?:再|然后|并|也|还|的|是)(?![见生购印制行列])|^个(?![人性税数体])|^了(?!解)|^完(?![成整毕全善美结])"
)
_ENDS_LITTLE_CHINESE = r".[就则再才]$|[两三四五]个$|的$|[吗呢吧]$|[的新]一$|[几每这那]$"
_PLACED_CHINESE = rf"{_HAN_PLACE}|[里中上]的?(?:倒数)?第|现在|(?:外面|外边|以外|之外|空白处)$"
_JOINING_CHINESE = (
    r"直到|为止|如果|要是|的话|然后|之后|以后|的时候|除了|除非|请(?![求假柬客])|帮我|把(?![手握关])|别(?![名墅的人])"
    r"|不要|就[点按选输勾关打]"
)
_ASKED_CHINESE = r"什么|怎么|编[一个造]|想[一个出]|哪[个里些]|多少|几[个件]"
_PERSON_CHINESE = r"^(?:[您我他她](?:们|$))|你"
_SENTENCE = _any_of(
    _REASON, _BEGINS_LITTLE, _JOINING, _ENDS_IN_PRONOUN, _PASSIVE_CHINESE, _VERB_CHINESE, _BEGINS_LITTLE_CHINESE,
    _ENDS_LITTLE_CHINESE, _PLACED_CHINESE, _JOINING_CHINESE, _ASKED_CHINESE, _PERSON_CHINESE,
)  # fmt: skip
"""Little words that join a sentence and stand in no name, but for those with capitals: "Find and Replace"."""

_KNOWN_ELSEWHERE = _any_of(
    r"^(?:an?|some|your|you|about)\s|\sabout$",
    r"\b(?:weather|tomorrow|tonight|yesterday|like|should|best|joke|story|poem|opinion|mean|means|meaning|you)\b",
    r"clipboard|剪贴板|天气|明天|昨天|今晚|意思|笑话|故事|建议|推荐|怎么|附近|[你您]|^(?:我|他|她)$",
)

_DESCRIBED = (
    r"^(?!(?:number|date|name|type|place|country|terms|method)\s+of\s+\w+$)"
    r"(?-i:[a-z])(?:(?!\s(?:up|in|out|off|on)\s).)*\s(?:of|for|on|in|at|from|by|about|into|under|through|via)\s+\S"
)
_LEADING_TO = (
    r"^(?!(?:add|back|go|reply|save|switch|move|return|send|copy|export|print|share|skip|subscribe|connect|sign|log"
    r"|close|up|link|pin|jump|convert|next|related|welcome)\b)(?-i:[a-z])\S*(?:\s\S+)*\sto\s\S"
)
_KIND_WITHIN = (
    r"\b(?:field|\w*box|cell|column|row|button|link|icon|checkbox|dialog|\w*\d)\s+"
    r"(?:to|into|in|with|and|for|on|from|at|that|which)\b"
)
_UNSEEN_MEASURE = r"\b(?:tall|thin|wid|bright|dark|near|farth|nic|deep|clos)est\b|\b(?:size|colou?r)\s+of\b"
_TWO_THINGS = r"^(?!(?:terms|find|search|save|copy|cut|drag|close|log)\b)[a-z]+ and [a-z]"
_CALLED = r"\S\s+(?:named|called|labell?ed|titled)\s|名叫|名为|叫做?"
_PART_OF = r"^(?:whole|entire)\s|^(?:整个|整张)|\s(?:the|an?|by|of)$"
_ENDS_LITTLE = (
    r"^(?-i:[a-z]).*\s(?:over|away|again|around|forward|together|apart|along|too|also|still|already|yet|here|ahead|instead"
    r"|anyway|properly|quickly|slowly|first|next|back)$"
)
_MANNER_CHINESE = (
    r"^(?:稍微?|略微|都(?!市)|全都|很|非常|比较|最好|尽量|尽快|赶紧|分别|依次|顺便|另外|还有|以及|不停|一直|反复|连续|仅)"
    r"|.(?:应该?|需要|看看|一下|起来|出来|下去|上去|过来|过去|试试|要)$"
)
_LOOKS = (
    r"^(?-i:(?:top|bottom|upper|lower)[\s-](?:left|right)|big|small|large|huge|tiny|little|tall|thin|thick|wide|round)\s\S"
    r"|^[大小圆方长](?:大|小|圆|方|长)?的"
)
_POSSESSED = r"\w['’]s\s(?-i:[a-z])"
_TOWARDS = r"\S\s\S+\sto\s(?-i:[a-z])|\w-shaped\b"
_WITH = r"^(?!(?:sign|log|continue|share|pay|open|start)\b)[a-z\d].*\swith\s"
_DEGREE_OR_TIME = (
    r"\s(?:a\s+little|a\s+bit|slightly|somewhat|yesterday|today|tomorrow|tonight"
    r"|(?:last|next)\s+(?:week|month|year))$"
)
_BY_SOMEONE = r"\S\s(?:sent|wrote|made|posted|created|uploaded|shared)\b"
_NOTHING_NAMED = (
    r"^(?:last|final|first|next|other)\s(?:two|three|four|five|six|\d+)\b|"
    r"^(?-i:(?:un)?(?:checked|ticked)|(?:de)?selected|highlighted|disabled|enabled|active)(?:\s|$)"
    r"|^(?:some|any)(?:thing|one|where)\b|^empty\s|^(?:空白?|反应|动静|变化|效果)$|^(?:多个|一些|几个|很多)"
)
_OF_CHINESE = r"^人(?:的|电话|号码|姓名|地址|邮箱)|(?<!^[我你您他她])(?<!目)的(?=.)|.到.+的"
_ENDS_TOLD_CHINESE = r".勾$|.完了?$|.(?:加载|载入)(?:好|完)|(?:中央|正中)$"
_MOST_WITHIN_CHINESE = r".最[高低大小多少贵早晚新长短近便]|(?:表格?|列表|窗口|文件夹?|框|菜单)[里中上内]."
_COUNT_WITHIN_CHINESE = rf"^{_HAN_COUNT}[次遍]|.第{_HAN_COUNT}[个行列项条]"
_LOOK_CHINESE = (
    r"^小(?=[\u3400-\u9fff]{2}$)(?!时|写|号|程序|红书|米|说|计|组|工具|提示|结|数|学|型|节|店|费|票|区|游戏|李|王|张)"
    r"|^(?:带(?![宽货头])|没有?|有(?![道限赞效关声线氧机色序])|标有|标着|画着|印着)(?=[\u3400-\u9fff])"
)
_KIND_WITHIN_CHINESE = (
    r"(?:弹窗|对话框|按钮|箭头|输入框|复选框|下拉框|单元格|图标|链接|那一行|标签页|右键)[\u3400-\u9fff]"
    r"|作为|从[上下]往|能不能|能否"
)
_UNREAD = _any_of(
    _DESCRIBED, _LEADING_TO, _KIND_WITHIN, _UNSEEN_MEASURE, _TWO_THINGS, _CALLED, _PART_OF, _ENDS_LITTLE,
    _MANNER_CHINESE, _LOOKS, _POSSESSED, _TOWARDS, _WITH, _DEGREE_OR_TIME, _BY_SOMEONE, _NOTHING_NAMED, _OF_CHINESE,
    _ENDS_TOLD_CHINESE, _COUNT_WITHIN_CHINESE, _MOST_WITHIN_CHINESE, _LOOK_CHINESE, _KIND_WITHIN_CHINESE,
)  # fmt: skip
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
    r"|.*(?:的答案|的诗|的文章|笑话|好听的话)$|.*的[\u3400-\u9fff]{1,6}$",
    re.IGNORECASE,
)


_THING = _any_of(
    r"^(?:current|selected|highlighted|following|this|these|first|next)\s",
    r"\b(?:cell|row|column|line|word|paragraph|button|field|checkbox|function|feature|option|panel|query|page|section"
    r"|settings? (?:for|of)|conversation|discussion|thread|topic|one|ones|stuff)$",
    r"^(?:当前|选中|这个|那个|第)|(?:单元格|行|列|按钮|功能|选项|面板|对话|聊天记录)$",
)
"""What no application is called."""


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
    if len(_HAN.findall(words)) > _MOST_HAN or count > most or _SENTENCE.search(words) or _UNREAD.search(words):
        raise InstructionError(
            f"“{(whole or words).strip()}” is no name that I could look for; if it is one, put it in quotation marks"
        )


def refuse_thing(words: str) -> None:
    """Raise `InstructionError` where what is to be opened or started is a thing within an application."""
    if _THING.search(words.strip()):
        raise InstructionError(f"“{words.strip()}” is no application, file or window that I know by its name")


def refuse_invention(words: str) -> None:
    """Raise `InstructionError` where unquoted words describe a text to be typed rather than say it."""
    if _MADE_UP.match(words.strip()):
        raise InstructionError(
            f"I cannot make up a text: if “{words.strip()}” is to be typed as it stands, put it in quotation marks"
        )
