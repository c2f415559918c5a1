"""Instructions in English: patterns for masked clauses, tried in order."""

from model.reader import builders
from model.reader.numbers import NUMBER
from model.reader.quotes import MASK
from model.reader.rules import rule

_TARGET = r"(?P<target>.+?)"
_APP = r"(?:app(?:lication)?|program)"

RULES = (
    rule(
        rf"(?:(?P<how>left|right|middle|double|triple)[\s-]*)?(?:click|tap)(?:\s+(?:on|at))?\s+{_TARGET}",
        builders.click,
    ),
    rule(
        rf"(?:open|choose|select|use|click|go\s+to)\s+(?:the\s+)?menu(?:\s+(?:item|entry|path))?\s+{_TARGET}",
        builders.open_menu,
    ),
    rule(rf"(?:open|choose|use|click)\s+(?:the\s+)?{_TARGET}\s+menu", builders.open_menu),
    rule(rf"(?:open|go\s+to)\s+{_TARGET}", builders.choose),
    rule(rf"(?:select|choose|pick|push)\s+{_TARGET}", builders.click),
    rule(rf"hover(?:\s+(?:the\s+)?(?:mouse|pointer|cursor))?(?:\s+(?:over|on|above))?\s+{_TARGET}", builders.hover),
    rule(
        rf"(?:move|point)\s+(?:(?:the\s+)?(?:mouse|pointer|cursor)\s+)?(?:over|onto|on|to|at)\s+{_TARGET}",
        builders.hover,
    ),
    rule(rf"drag\s+(?P<source>.+?)\s+(?:onto|on\s+to|into|to|over)\s+{_TARGET}", builders.drag),
    rule(
        rf"(?:type|enter|input|write|put)\s+(?:the\s+text\s+)?(?P<text>{MASK}+)"
        rf"\s+(?:into|in\s+to|inside|in|to|on|at)\s+{_TARGET}",
        builders.type_text,
    ),
    rule(rf"(?:type|input|write)\s+(?P<text>.+?)\s+into\s+{_TARGET}", builders.type_text),
    rule(rf"fill(?:\s+in)?\s+{_TARGET}\s+with\s+(?P<text>.+)", builders.type_text),
    rule(rf"enter\s+(?P<text>{MASK}+)", builders.type_text),
    rule(r"(?:type|input|write)\s+(?:the\s+text\s+)?(?P<text>.+)", builders.type_text),
    rule(r"(?:press|hit|strike)\s+(?P<keys>.+)", builders.press),
    rule(
        rf"scroll\s+(?P<direction>up|down|left|right)(?:\s+by)?(?:\s+(?P<number>{NUMBER}))?"
        rf"(?:\s*(?:notch(?:es)?|times?|lines?|clicks?|steps?))?(?:\s+(?:in|on|over|inside)\s+{_TARGET})?",
        builders.scroll,
    ),
    rule(
        rf"wait(?:\s+(?:for|about))?\s+(?P<number>{NUMBER})\s*(?:s|secs?|seconds?|(?P<minutes>m|mins?|minutes?))",
        builders.pause,
    ),
    rule(r"wait(?:\s+(?:for\s+)?a\s+(?:moment|bit|while|little))?", builders.pause),
    rule(
        rf"wait\s+(?:for|until|till)\s+{_TARGET}"
        r"(?:\s+(?:to\s+(?:appear|show(?:\s+up)?|come\s+up)|appears|shows(?:\s+up)?|comes\s+up|is\s+(?:shown|visible)))?",
        builders.wait_for,
    ),
    rule(rf"(?:open|launch|start|run)\s+(?:the\s+)?(?:{_APP}\s+)?{_TARGET}(?:\s+{_APP})?", builders.open_app),
    rule(_TARGET, builders.choose),
    rule(r"(?P<keys>.+)", builders.press_bare),
)

VERB = (
    r"(?:(?:left|right|middle|double|triple)[\s-]*click|click|tap|open|choose|select|pick|push|hover|move|drag|type|enter"
    r"|input|write|put|fill|press|hit|strike|scroll|wait|launch|start|run|use|go)\b(?=\s*\S)"
)
"""What an instruction begins with: only before it does "and" part two instructions."""

EXAMPLES = (
    'click X, double-click X, right-click X, hover over X, drag X to Y, type "…" (into X), press Ctrl+S, '
    "scroll down 3, open menu A > B, wait for X, wait 3 seconds, open APP"
)
