"""Reads a clause that stands alone: what it tells, where, and what it leaves to the one before it.

Conditions and loops, which hold other clauses, are read elsewhere.
"""

import re

from model.reader.language.chinese.words import BUTTONS as CHINESE_BUTTONS
from model.reader.language.english.words import BUTTONS as ENGLISH_BUTTONS
from model.reader.language.english.words import VERB
from model.reader.language.sentence.clause import read_clause
from model.reader.language.sentence.clauses import Clause
from model.reader.language.sentence.conditions import read_condition
from model.reader.language.sentence.repeating import for_each
from model.reader.language.sentence.step import Steps
from model.reader.language.things.context import Context
from model.reader.language.things.places import located
from model.reader.language.things.targets import read_meant, read_members, read_place, read_target
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import Click, Instruction, Target, WaitFor

_ANOTHER = re.compile(
    r"(?:(?:on|at|in|to)\s+)?(?P<what>the\s+.*|(?-i:[a-z]+)|.*\bone|[A-Z\d\ufffc].*|.*\ufffc.*|(?:点|勾|选)?第.+|最后一个|最.+的)",
    re.DOTALL,
)

_IN_PLACE = re.compile(
    rf"(?:在|从)\s*(?:(?P<place>.+?)\s*(?:里面?|中|内|上|之中)|(?P<place3>.+?(?:行|列|页面|界面)))\s*(?P<rest>\S.+)"
    rf"|(?:in|from|on|inside|within|under|at|into)\s+(?P<place2>.+?),?\s+(?P<rest2>(?-i:{VERB}).+)",
    re.DOTALL | re.IGNORECASE,
)

_PLACE_FIRST = re.compile(r"(?!在|从)(?P<place>[^\ufffc]{1,12}?)(?:里面?|中|内|上)(?P<rest>[把将].+)", re.DOTALL)
_BUTTON = re.compile(rf"{ENGLISH_BUTTONS}|{CHINESE_BUTTONS}", re.IGNORECASE)
_EVENT = re.compile(r"(?:弹出|出现|跳出|看到|看见).+|.+(?:弹出来?|出现|出来|消失|不见)了?")
_CONTEXT_MENU = re.compile(
    r"(?:the\s+)?(?:context|right-click|shortcut)\s+menu\s+(?:of|for|on)\s+(?P<whose>.+)|(?P<whose2>.+?)的?(?:右键|上下文|快捷)菜单",
    re.IGNORECASE | re.DOTALL,
)
_PRONOUN = re.compile(r"\b(?:it|its|that one)\b|它|其|那一行", re.IGNORECASE)
_REMARK = re.compile(
    r"(?P<what>(?:the|my|this)\s.+?)(?:\s+is|\s+are|['’]s)\s+(?:far\s+|a\s+bit\s+|way\s+)?(?:too|very|so)\s+\w+"
    r"|(?P<what2>.{1,8}?)(?:有点|太|好|很|不够)(?:大|小|亮|暗|高|低|快|慢|响|吵|轻)(?:声)?了?",
    re.IGNORECASE | re.DOTALL,
)
"""Why something is to be done: the volume is too loud, set it to 20 %."""
_EXCUSE = re.compile(
    r"(?:my|i|i['’]m|we|sorry|我)(?:\s|(?=[\u3400-\u9fff]))(?!.*(?:want|need|like|wish|想|要))[^\ufffc]{1,40}",
    re.IGNORECASE | re.DOTALL,
)
_REQUEST = re.compile(
    r"(?:so\s+)?(?:please|(?:can|could|would|will)\s+(?:you|u))\b|请|麻烦|帮我?|能不能", re.IGNORECASE
)
_SAME = re.compile(
    r"(?:and\s+)?(?:do\s+)?(?:exactly\s+)?(?:the\s+)?same(?:\s+thing)?\s+(?:for|with|to|on|in)\s+(?P<what>.+)"
    r"|(?:对|给|把|为)?\s*(?P<what2>.+?)\s*(?:也|同样)(?:是|都|要)?(?:这样|这么|一样|如此|同样|照做|照办)?(?:做|操作|处理|弄)?",
    re.IGNORECASE | re.DOTALL,
)


class SingleClauses:
    """Reads clauses one by one, in the context that they share."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def read(self, phrase: Phrase, then: bool, following: list[Clause]) -> list[Instruction]:
        """Return what a clause tells. Raises `InstructionError` for one that tells nothing."""
        steps = self.steps(phrase)
        if steps is not None:
            return self._context.resolve(steps)
        if following and _is_excuse(phrase, following[0]):
            return []
        if following and (topic := _topic(phrase, following[0])):
            self._context.last = topic
            return []
        if following and _EVENT.fullmatch(phrase.words) and (shows := read_condition(phrase)):
            return self._context.resolve([WaitFor(shows.target, gone=not shows.holds)])
        if _BUTTON.fullmatch(phrase.words):
            return self._context.resolve([Click(Target(phrase.words.strip()))])
        if same := _SAME.fullmatch(phrase.words):
            return self._same(phrase[slice(*same.span("what" if same["what"] else "what2"))])
        another = _ANOTHER.fullmatch(phrase.words) if then else None
        if another and (again := self._context.again(read_meant(phrase[another.start("what") :]).target)):
            return self._context.resolve([again])
        raise InstructionError(f"I do not understand “{phrase}”")

    def tells(self, phrase: Phrase) -> bool:
        """Say whether a clause tells something by itself."""
        try:
            return self.steps(phrase) is not None
        except InstructionError:
            return False

    def _same(self, other: Phrase) -> list[Instruction]:
        """Return what was done last, done to others: "do the same for B and C"."""
        done = [self._context.same(member.target) for member in read_members(other)]
        if not all(done):
            raise InstructionError(f"It is not clear what is to be done the same for “{other}”")
        return [instruction for instructions in done for instruction in instructions]

    def steps(self, phrase: Phrase) -> Steps | None:
        """Return what one clause tells; it may name the place first."""
        match = _IN_PLACE.fullmatch(phrase.words) or _PLACE_FIRST.fullmatch(phrase.words)
        try:
            steps = read_clause(phrase)
        except InstructionError:
            if match is None:
                raise
            return self._in_place(phrase, match)
        return self._in_place(phrase, match) if steps is None and match else steps

    def _in_place(self, phrase: Phrase, match: re.Match[str]) -> Steps | None:
        place = next(group for group in ("place", "place2", "place3") if match.groupdict().get(group))
        rest = "rest2" if place == "place2" else "rest"
        steps, where = read_clause(phrase[slice(*match.span(rest))]), phrase[slice(*match.span(place))]
        if steps is None:
            return None
        if opened := self.in_context_menu(where, steps):
            return opened
        if read_place(where) != Target() and (meant := read_meant(where)).several:
            return [for_each(meant.target, self._context.resolve(steps, in_loop=True), meant.limit)]
        return located(steps, read_place(where))

    def in_context_menu(self, place: Phrase, steps: Steps) -> list[Instruction]:
        """Return what is chosen from the menu that a right click opens; nothing for any other place."""
        menu = _CONTEXT_MENU.fullmatch(place.words)
        if menu is None:
            return []
        whose = place[slice(*menu.span("whose" if menu["whose"] else "whose2"))]
        return self._context.resolve([Click(read_target(whose), "right"), *steps])


def _is_excuse(phrase: Phrase, following: Clause) -> bool:
    """Say whether a clause only tells why the next one asks for something: my eyes are bad, can you …"""
    is_asked = not following.new and _REQUEST.match(following.phrase.words)
    return bool(is_asked and _EXCUSE.fullmatch(phrase.words))


def _topic(phrase: Phrase, following: Clause) -> Target | None:
    """Return what is named first, where the next clause tells what is done with it."""
    if remark := _REMARK.fullmatch(phrase.words):
        phrase = phrase[slice(*remark.span("what" if remark["what"] else "what2"))]
    if following.new or not (remark or _PRONOUN.search(following.phrase.words)):
        return None
    try:
        meant = read_meant(phrase)
    except InstructionError:
        return None
    target = meant.target
    described = target.kind or target.most or target.ordinal or target.relations or target.quoted
    return target if (described or remark) and not meant.several and not target.it else None
