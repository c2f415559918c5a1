"""How politely, passively or wishfully a Chinese instruction is said: put into the plain imperative."""

import re

from model.reader.language.words.phrase import Phrase

LEADING = re.compile(
    r"(?:\s|[:：，,]|(?:填|写|弄|做|输|选|勾|改|操作)(?:好|完)了?$|用(?:滑块|滑动条)(?=把|将)|(?:我)?(?:想|要)?知道|[您你]好(?=[，,！!\s请麻能]|$)|用(?:鼠标)?滚轮|(?:输入|填|写|选)(?:好|完)(?=[按点再])|稍微|稍稍|略微|慢慢地?|轻轻地?|缓缓地?|你帮我|请问|请你?|麻烦(?:你|您)?|劳驾|劳烦(?:你|您)?|拜托|帮我?(?:忙)?|帮忙|替我|给我|你(?:能|可以)(?:不能|不可以)?|能不能|能否|可以|可不可以|能"
    r"|(?:使用|用)快捷键(?=[\u3400-\u9fff]{2})|别忘了|不要忘了?|记得|首先|先|其次|接着|接下来|随后|然后|之后|最后(?![一两二三四五六七八九十几\d])|再次|再(?!见)|并且|并|同时(?!按)|而且|现在|马上|立刻|直接|就|则|那么|那就|我(?:想要?|要|需要|希望)(?:你|您)?(?:帮我)?"
    r"|需要|你需要|你要|您|好的|嗯|第[一二三四五六七八九]步|步骤\s*\d|\d+[.、)](?=\S)|连续|逐一|连(?=[按点击])|依次(?!点击|单击|点选|点(?!开))|重新(?![加载入启命排])|再次|重头|手动|用鼠标(?![左右中])|使用鼠标(?![左右中])|用键盘|在键盘上|(?:填|写|弄|做|输|选|勾|改|设置|输入|操作|处理)?(?:好|完成?)(?:了(?:之后|以后|后|再|就)?|之后|以后|后|再|就)|的话|一共|(?:任务|目标|步骤|(?:执行|完成)?(?:以下|如下)操作|填写(?:这个|以下|该)?表单)[:：]|来|去(?=点|打|按|找))+"
)
"""What may stand before an instruction and tells nothing to do."""

TRAILING = re.compile(
    r"(?:\s*(?:[。！!，,；;：:、]|(?<!\.)\.|行不行|好不好|可不可以|怎么样|好么|吧|哦|啊|呢|谢谢你?|(?<!我)看看|瞧瞧|好吗|可以吗|行吗|一下吧|就行了?|即可|就可以了?|就好了?|为止)+)+$"
)
"""What may stand after it."""

_PASSIVE = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r"(?P<what>.+?)\s*(?:应该|应当|需要|必须|要|得|应)被?(?P<done>勾选|勾上|开着|关着|选中|点击|打开|关闭|取消勾选|展开|折叠|清空)(?P<rest>)",
        r"(?:确保|保证|务必让|让|使)\s*(?P<what>.+?)\s*(?:是|处于|被|已经?|已被)?(?P<done>没有?被?勾选|未勾选|不勾选|取消勾选|没有?被?选中|勾选|选中|打开|关闭|关着|开着|展开|折叠)(?P<rest>)(?:状态|的)*",
        r"(?P<what>.+?)\s*(?:不应该?|不要|不能|不该|不应当|别|不用|不必|不需要)被?(?P<done>勾选|勾上?|打勾)(?P<rest>)",
    )
)
_DONE = {
    "选中": "勾选",
    "关着": "取消勾选",
    "开着": "勾选",
    "未勾选": "取消勾选",
    "不勾选": "取消勾选",
    "没有勾选": "取消勾选",
    "没勾选": "取消勾选",
}


PURPOSE = re.compile(
    r"(?<=.)(?:来|以便?|去)?把它(?:展开|打开|关闭|关掉|折叠|收起|选中)$|(?<=.)(?:来|以便?|去)?进入.{1,6}$|(?<=\ufffc)(?:表头|列|按钮|图标|链接)?\s*(?:来|以便?)?(?:排序|筛选|确认|继续|提交|保存|关闭|完成|打开|进入|退出).{0,12}$"
    r"|(?<=..)(?:来|以便?)?(?:关闭|退出|提交|保存)(?:对话框|窗口|表单|更改|设置|页面)$",
    re.DOTALL,
)
"""What a click is for, said behind it."""


_FILLERS = re.compile(
    r"(?<=[点按击敲选勾填写入看查找搜读数算滚滑翻拖拉移开关切存印新制贴消空试改换调记认念])(?:一下子?)(?=.)", re.DOTALL
)
"""What makes an instruction sound lighter, and tells nothing."""

_ASKED = re.compile(r"(?:请问)?(?:你|您)?(?:能不能|能否|能|可以|可否|可不可以)(?P<what>.+?)吗?", re.DOTALL)


def asked(phrase: Phrase) -> Phrase:
    """Return what is politely asked for: 能帮我…吗 as 帮我…."""
    match = _ASKED.fullmatch(phrase.words)
    return phrase[slice(*match.span("what"))] if match else phrase


_SUBJECT_FIRST = re.compile(
    r"(?P<what>[^,，如要假]+?)(?:如果|要是|假如)(?P<state>.+?)(?:的话)?[,，]?(?:就|则)(?P<rest>.+)", re.DOTALL
)


def plain(phrase: Phrase) -> Phrase:
    """Return a clause in the imperative: “X”应该被勾选 as 勾选“X”, “X”要是关着就打开 as 如果“X”关着就打开."""
    if match := _SUBJECT_FIRST.fullmatch(phrase.words):
        what, state, rest = (phrase[slice(*match.span(part))] for part in ("what", "state", "rest"))
        return Phrase.join([Phrase("如果"), what, state, Phrase("就"), rest], "")
    phrase = Phrase(_FILLERS.sub("", phrase.words), phrase.quoted)
    for place, pattern in enumerate(_PASSIVE):
        if match := pattern.fullmatch(phrase.words):
            verb = match["done"].replace("被", "").replace("没有", "没")
            verb = "取消勾选" if place == 2 or verb.startswith("没") else _DONE.get(verb, verb)
            return Phrase.join([Phrase(verb), phrase[slice(*match.span("what"))]], "")
    return phrase
