"""Reads one clause as steps: made plain, then by the first form that it fits. Knows nothing of other clauses."""

import re

from model.reader.language.chinese import voice as chinese_voice
from model.reader.language.chinese.forms import FORMS as CHINESE
from model.reader.language.chinese.order import reordered
from model.reader.language.english import voice as english_voice
from model.reader.language.english.forms import FORMS as ENGLISH
from model.reader.language.sentence import form
from model.reader.language.sentence.conditions import read_condition
from model.reader.language.sentence.step import Steps
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import Tell

_HAN = re.compile(r"[\u3400-\u9fff]")
_NEGATION = re.compile(
    r"(?:do\s+not|don['’]t|never|avoid|refrain|without|stop)\b.*|(?:千万|请)?(?:不要|别(?!名)|勿|不许|不能|切勿"
    r"|不用|不需要).*",
    re.IGNORECASE | re.DOTALL,
)
_QUESTIONS = (
    re.compile(r"(?:is|are)\s+(?P<condition>there\s+.+)", re.IGNORECASE | re.DOTALL),
    re.compile(r"(?:is|are|has)\s+(?P<condition>.+)", re.IGNORECASE | re.DOTALL),
    re.compile(
        r"(?:看看|告诉我|检查|检查一下|看一下|请问)?\s*(?:在?(?:这个?|当前|本)?(?:一?页面?|屏幕|界面|窗口|网页"
        r"|这里)[上里中]?面?)?(?P<condition>有没有.+)",
        re.DOTALL,
    ),
    re.compile(
        r"(?:please\s+)?(?:tell\s+me|know|say|check|see|find\s+out|report|verify|let\s+me\s+know|look"
        r"|confirm)\s+(?:if|whether|that)(?:\s+or\s+not)?\s+(?P<condition>.+)",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        r"(?:看看|告诉我|检查|检查一下|看一下|查看|确认|判断|查一下)?\s*(?P<subject>.+?)(?:是否|是不是|有没有"
        r"|有没)(?P<predicate>.+)",
        re.DOTALL,
    ),
    re.compile(
        r"(?:看看|告诉我|检查|看一?下|查看)?\s*(?P<subject>.+?)(?P<able>能不能|能否"
        r"|可不可以)(?P<predicate>点击?)",
        re.DOTALL,
    ),
    re.compile(r"(?:看看?|查看|告诉我|检查)?\s*(?P<condition>.+?)(?:吗|么|没有|没)", re.DOTALL),
    re.compile(r"(?:确认|核实|检查)(?:一下)?(?P<condition>.+)", re.DOTALL),
)
_STATE = re.compile(
    r"(?<=\s)(?:(?:already|still|not|now)\s+)?(?:gr[ea]yed\s+out|(?:turned|switched)\s+(?:on|off)"
    r"|on\s+(?:the\s+)?(?:screen|page)|\S+)$",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"(?P<verb>type|enter|write|put|fill(?:\s+in)?|set|change|drag|select|choose|move"
    r"|input)\s+(?P<first>\S.*?\s(?P<by>in|into|to|with|from|as|for|under|at|on)\s+\S.*?)"
    r"(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?P<second>\S.*?\s(?P=by)\s+(?!.*\s(?P=by)\s).+)",
    re.IGNORECASE | re.DOTALL,
)
_CHINESE_CLICKS = re.compile(r"(?:点击|单击|点一下|点|按下|按)(?!住)")
_CLICKS = re.compile(r"(?:(?:left|right|double)[\s-]*)?(?:click|press|tap|hit|push|find|select|open)\b", re.IGNORECASE)


def made_plain(phrase: Phrase) -> Phrase:
    """Return a clause without what is polite, in the imperative."""
    phrase = chinese_voice.asked(phrase)
    for lead in (english_voice.LEADING, chinese_voice.LEADING, english_voice.LEADING):
        if match := lead.match(phrase.words):
            phrase = phrase[match.end() :]
    for trail in (english_voice.TRAILING, chinese_voice.TRAILING):
        if match := trail.search(phrase.words):
            phrase = phrase[: match.start()]
    if phrase.words.startswith("The "):  # a sentence begins with a capital, a name has its own
        phrase = Phrase("t" + phrase.words[1:], phrase.quoted)
    return chinese_voice.plain(phrase) if _HAN.search(phrase.words) else english_voice.plain(phrase)


def read_clause(phrase: Phrase) -> Steps | None:
    """Return what a plain clause tells, or None where no form fits.

    Raises `InstructionError` where one fits, and what it says cannot be carried out.
    """
    if _NEGATION.fullmatch(phrase.words):
        raise InstructionError(f"I can only be told what to do, not what to leave: “{phrase}”")
    if question := _read_question(phrase):
        return question
    if parts := _shared_verb(phrase):
        read = [read_clause(part) for part in parts]
        if all(steps is not None for steps in read):
            return [step for steps in read for step in steps or ()]
    if _CLICKS.match(phrase.words) and (purpose := english_voice.PURPOSE.search(phrase.words)):
        phrase = phrase[: purpose.start()]
    if _CHINESE_CLICKS.match(phrase.words) and (purpose := chinese_voice.PURPOSE.search(phrase.words)):
        phrase = phrase[: purpose.start()]
    if _HAN.search(phrase.words):
        return _read_chinese(phrase)
    steps = form.first(ENGLISH, phrase)
    return steps if steps is not None else form.first(CHINESE, phrase)


def _read_chinese(phrase: Phrase) -> Steps | None:
    """Return what a clause with Chinese words tells, in the order that it is said in or in another."""
    refusal: InstructionError | None = None
    for order in (phrase, *reordered(phrase)):
        try:
            if (steps := form.first(CHINESE, order)) is not None:
                return steps
        except InstructionError as error:
            refusal = refusal or error
    if refusal:
        raise refusal
    return form.first(ENGLISH, phrase)


def _shared_verb(phrase: Phrase) -> list[Phrase]:
    """Return "type a in X" and "type b in Y" for "type a in X and b in Y"; nothing for any other clause."""
    match = _SHARED.fullmatch(phrase.words)
    if not match:
        return []
    verb = phrase[slice(*match.span("verb"))]
    return [Phrase.join([verb, phrase[slice(*match.span(part))]]) for part in ("first", "second")]


def _read_question(phrase: Phrase) -> Steps | None:
    """Return the question whether something is so, None for any other clause."""
    for pattern in _QUESTIONS:
        match = pattern.fullmatch(phrase.words)
        if not match:
            continue
        if "condition" in pattern.groupindex:
            stated = _stated(phrase, match)
        elif "able" in pattern.groupindex:
            subject, predicate = (phrase[slice(*match.span(part))] for part in ("subject", "predicate"))
            stated = Phrase.join([subject, Phrase("能"), predicate], "")
        else:
            stated = Phrase.join([phrase[slice(*match.span("subject"))], phrase[slice(*match.span("predicate"))]], "")
        if condition := read_condition(stated) or read_condition(_with_verb(stated)):
            return [Tell(condition.target, "is", condition)]
    return None


def _stated(phrase: Phrase, match: re.Match[str]) -> Phrase:
    return phrase[slice(*match.span("condition"))]


def _with_verb(phrase: Phrase) -> Phrase:
    """Return "the button enabled" as "the button is enabled"."""
    last = _STATE.search(phrase.words)
    if not last:
        return phrase
    cut = last.start()
    return Phrase.join([phrase[:cut], Phrase("is"), phrase[cut:]])
