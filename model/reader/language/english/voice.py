"""How politely, passively or wishfully an English instruction is said: put into the plain imperative.

Data and its use; what a clause then tells is read elsewhere.
"""

import re

from model.reader.language.words.phrase import Phrase

_FLAGS = re.IGNORECASE | re.DOTALL

LEADING = re.compile(
    r"(?:\s|[:,]|[-*•–]\s|(?:and|then|now|next(?!\s+to\b)|first(?!\s+name)(?:ly|\s+of\s+all)?|second(?:ly)?|third(?:ly)?"
    r"|finally|lastly|afterwards|after\s+that|also|please|pls|plz|kindly|just|quickly|simply|ok(?:ay)?(?=\W+\w)"
    r"|be\s+(?:a\s+dear|so\s+(?:good|kind))(?:\s+(?:and|as\s+to))?|do\s+me\s+a\s+favou?r(?:\s+and|:)?|(?:use|using)\s+the\s+(?:mouse\s+|scroll\s+)?wheel\s+to|hey|hi|hello|so|well|but|&|go\s+ahead(?:\s+and)?|(?:find\s+out|see|check|look\s+up)(?=\s+(?:how|what"
    r"|which)\b)|go\s+and|go(?=\s*$)|go\s+on\s+and|would\s+you\s+mind|do\s+you\s+mind|is\s+it\s+possible\s+to"
    r"|all\s+you\s+(?:need|have)\s+to\s+do\s+is(?:\s+to)?|i\s+would\s+appreciate\s+it\s+if\s+you|let['’]?s"
    r"|try\s+to|be\s+sure\s+to|make\s+sure\s+to|remember\s+to|don['’]?t\s+forget\s+to"
    r"|(?:can|could|would|will)\s+(?:you|u)(?:\s+(?:please|kindly|help\s+me(?:\s+(?:to|and))?|just|try\s+to|mind))*"
    r"|(?:can|could|shall|should|may|let)\s+(?:we|us)(?:\s+(?:please|just))?|only(?=\s+then)|(?:i|we)(?:['’]d"
    r"|\s+would)?\s+(?:like|love|want|need)\s+(?:you\s+)?to|i\s+want\s+to|help\s+me(?:\s+(?:to|and))?"
    r"|you\s+(?:should|must|need\s+to|have\s+to|can)|(?:fill\s+(?:in|out)\s+(?:the|this)\s+form"
    r"|do\s+the\s+following|task|goal|steps?|instructions?|to\s?do)(?:\s+as\s+follows)?\s*:(?=\s)"
    r"|when\s+(?:you\s+are\s+|you['’]re\s+)?(?:done|finished|ready)|your\s+(?:task|job)\s+is\s+to|the\s+(?:task"
    r"|goal)\s+is\s+to|to\s+do\s+(?:this|that|so)"
    r"|at\s+the\s+end|in\s+the\s+end|at\s+last|(?:once|when|after)\s+(?:that|this|it)(?:['’]s|\s+is)\s+(?:done"
    r"|finished|ready)|once\s+(?:done|finished|ready)|from\s+there|there(?=\s*,)|all\s+i\s+want\s+is(?:\s+to)?"
    r"|what\s+i\s+(?:want|need)\s+is(?:\s+to)?|i(?:['’]m|\s+am)\s+going\s+to\s+need\s+you\s+to|feel\s+free\s+to"
    r"|it\s+would\s+be\s+(?:great|nice)\s+if\s+you\s+(?:could|would)|step\s+\d+|\d+[.)](?=\s))(?![\w'’-]))+",
    re.IGNORECASE,
)
"""What may stand before an instruction and tells nothing to do."""

TRAILING = re.compile(
    r"(?:\s*(?:,\s*)?\b(?:for\s+me|please|pls|plz|thx|ty|thanks(?:\s+(?:a\s+lot|so\s+much|very\s+much))?|thank\s+you(?:\s+(?:very|so)\s+much)?"
    r"|(?<!buy\s)(?<!pay\s)(?<!not\s)(?<!shop\s)(?<!order\s)(?<!book\s)(?<!install\s)(?<!update\s)now|right\s+away|(?<!the\s)first"
    r"|afterwards|immediately|at\s+once|as\s+well|too|when\s+(?:you['’]?re\s+|you\s+are\s+)?(?:done|finished|ready)"
    r"|if\s+you\s+(?:can|could|would|please|don['’]?t\s+mind)|(?:when|if|once)\s+(?:asked|prompted|needed"
    r"|necessary|it\s+asks)|in\s+order\s+to\s+.+|again|instead(?:\s+of\s+.+)?|carefully|quickly|real\s+quick|asap"
    r"|in\s+the\s+end|at\s+last|if\s+possible|once\s+more|one\s+more\s+time|from\s+there)"
    r"|\s*(?:[,!?:;]|(?<!\.)\.(?!\.)))+$",
    re.IGNORECASE,
)
"""What may stand after it."""

PURPOSE = re.compile(
    r"(?<=\S)\s+(?:in\s+order\s+|so\s+as\s+)?to\s+(?:mark|delete|continue|proceed|open|close|confirm|submit"
    r"|finish|see|show"
    r"|view|enable|disable|remove|find|go|get|log\s+(?:in|out)"
    r"|sign\s+(?:in|up|out)|save|accept|apply|start|move|complete|dismiss|expand|reveal|trash"
    r"|star)\b(?:\s+.+)?$", _FLAGS
)  # fmt: skip
"""What a click is for, said behind it."""

PARTICIPLES = {
    "ticked off": "tick", "ticked": "tick", "checked": "check", "unticked": "untick", "unchecked": "uncheck",
    "not checked": "uncheck", "not ticked": "uncheck", "selected": "select", "chosen": "choose", "picked": "select",
    "clicked on": "click", "clicked": "click", "double-clicked": "double-click", "right-clicked": "right-click",
    "pressed": "press", "opened": "open", "closed": "close", "expanded": "expand", "collapsed": "collapse",
    "cleared": "clear", "emptied": "clear", "copied": "copy", "saved": "save", "highlighted": "highlight",
    "enabled": "turn on", "disabled": "turn off", "turned on": "turn on", "turned off": "turn off",
    "switched on": "turn on", "switched off": "turn off", "on": "turn on", "off": "turn off", "set": "set",
    "changed": "change", "dragged": "drag", "moved": "drag", "typed": "type", "entered": "enter", "written": "write",
    "filled in": "fill in", "filled": "fill", "renamed": "rename", "deselected": "deselect", "activated": "click",
    "bold": "bold", "tapped": "tap", "hovered over": "hover over", "put": "put",
    "deleted": "delete", "removed": "delete", "printed": "print", "scrolled": "scroll",
}  # fmt: skip

GERUNDS = {
    "clicking": "click", "tapping": "tap", "pressing": "press", "hitting": "press", "scrolling": "scroll",
    "going": "go", "typing": "type", "waiting": "wait", "dragging": "drag", "double-clicking": "double-click",
    "turning": "turn",
    "reloading": "reload", "refreshing": "refresh", "selecting": "select", "checking": "check", "ticking": "tick",
    "choosing": "choose", "picking": "pick", "opening": "open", "closing": "close", "entering": "enter",
    "writing": "write", "setting": "set", "changing": "change", "moving": "move", "hovering": "hover",
    "unchecking": "uncheck", "expanding": "expand", "collapsing": "collapse", "saving": "save", "copying": "copy",
    "pasting": "paste", "clearing": "clear", "filling": "fill", "turning on": "turn on", "turning off": "turn off",
    "telling": "tell", "reading": "read", "finding": "find", "putting": "put", "right-clicking": "right-click",
}  # fmt: skip

_DONE = "|".join(sorted(map(re.escape, PARTICIPLES), key=len, reverse=True)).replace(r"\ ", r"\s+")
_BE = r"(?:should|must|has\s+to|have\s+to|needs?\s+to|ought\s+to|is\s+to|are\s+to|shall|can)\s+be"
_WISH = r"(?:i\s+want|i\s+need|i(?:['’]d|\s+would)\s+like|we\s+want|have|get|i\s+wish)(?:\s+to\s+have)?"
_SURE = r"(?:make\s+sure|ensure|see\s+to\s+it|be\s+sure)(?:\s+that)?"
_REST = r"(?P<rest>(?:\s+.+)?)"
_PASSIVE = tuple(
    re.compile(pattern, _FLAGS)
    for pattern in (
        rf"(?P<what>.+?)\s+(?:should|must|shall|is\s+to)(?:\s+not|n['’]t)\s+be\s+(?P<done>(?P<no>)(?:ticked|checked)){_REST}",
        rf"(?P<what>.+?)\s+{_BE}\s+(?P<done>{_DONE}){_REST}",
        rf"{_WISH}\s+(?P<what>.+?)\s+(?:to\s+be\s+)?(?P<done>{_DONE}){_REST}",
        rf"{_SURE}\s+(?P<what>.+?)\s+(?:is|are|gets?)\s+(?P<done>{_DONE}){_REST}",
        r"(?P<what>.+?)\s+(?P<done>should|must|has\s+to|needs\s+to)\s+(?:be(?:\s+set\s+to)?|read|say"
        r"|equal)(?P<rest>\s+(?=[A-Z\d\ufffc])(?-i:[A-Z\d\ufffc]).*)",
        r"(?P<what>.+?)\s+needs?\s+(?P<done>ticking|checking|clearing|clicking)(?P<rest>)",
        r"leave\s+(?P<what>.+?)\s+(?P<done>unchecked|unticked|checked|ticked|empty)(?P<rest>)",
        r"keep\s+(?P<what>.+?)\s+(?P<done>unchecked|unticked|checked|ticked)(?P<rest>)",
    )
)
_GERUND = "|".join(map(re.escape, GERUNDS))
_KEEP = re.compile(
    rf"(?:(?:keep(?:\s+on)?|continue|go\s+on|start|begin|try|after|by|upon|once\s+you\s+are\s+done"
    rf"|when\s+done)\s+)?(?P<doing>{_GERUND}){_REST}",
    _FLAGS,
)
_MANNER = re.compile(
    r"(?:scroll|swipe|drag|click|move|press|hover)\b[^\ufffc]*?(?P<how>\b(?:slowly|gently|gradually|carefully"
    r"|slightly|smoothly)\b)",
    re.IGNORECASE,
)
_BY_DOING = re.compile(
    rf"(?:go|navigate|get|sort|open|submit|filter|finish|start|log|return"
    rf"|order)\b.*?\s+by\s+(?P<doing>{_GERUND}){_REST}",
    _FLAGS,
)
"""What is reached by an instruction: the instruction is what is told."""
IS_PASSIVE = re.compile(
    r"\b(?:should|must|has\s+to|have\s+to|needs?\s+to|is\s+to|are\s+to|shall)\s+be\b|\bneeds?\s+\w+ing\b", re.IGNORECASE
)
_BE_SO = ("should", "must", "has to", "needs to")
_STEMS = {"ticking": "tick", "checking": "check", "clearing": "clear", "clicking": "click", "empty": "clear"}


def plain(phrase: Phrase) -> Phrase:
    """Return a clause in the imperative: "X should be checked" as "check X"."""
    if manner := _MANNER.match(phrase.words):
        start, end = manner.span("how")
        phrase = Phrase.join([phrase[:start], phrase[end:]])
    for pattern in _PASSIVE:
        if match := pattern.fullmatch(phrase.words):
            done = " ".join(match["done"].lower().split())
            done = f"not {done}" if "no" in match.re.groupindex else done
            what, rest = phrase[slice(*match.span("what"))], phrase[slice(*match.span("rest"))]
            if done in _BE_SO:
                return Phrase.join([Phrase("set"), what, Phrase("to"), rest])
            return Phrase.join([Phrase(PARTICIPLES.get(done) or _STEMS[done]), what, rest])
    if match := _BY_DOING.fullmatch(phrase.words):
        return Phrase.join([Phrase(GERUNDS[match["doing"].lower()]), phrase[slice(*match.span("rest"))]])
    if match := _KEEP.fullmatch(phrase.words):
        return Phrase.join([Phrase(GERUNDS[match["doing"].lower()]), phrase[slice(*match.span("rest"))]])
    return phrase
