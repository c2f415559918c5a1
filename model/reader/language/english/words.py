"""English verbs and little words, in groups that the forms name. Data only."""

from model.reader.language.english.nouns import COLOURS, SUPERLATIVES
from model.reader.language.sentence.form import Vocabulary
from model.reader.language.things.addresses import ADDRESS
from model.reader.language.words.numbers import NUMBER, TIMES
from model.reader.language.words.quotes import MASK

VERBS = {
    "click": r"(?:left[\s-]*)?click|tap|push",
    "double": r"(?:double|dbl)[\s-]*(?:click|tap)",
    "triple": r"triple[\s-]*click",
    "rightclick": r"right[\s-]*click|secondary[\s-]*click|context[\s-]*click",
    "middle": r"middle[\s-]*click",
    "hold": r"long[\s-]*press|hold|press\s+and\s+hold|(?:click|tap)\s+and\s+hold",
    "hover": r"hover|mouse\s+over|rest\s+the\s+(?:mouse|pointer|cursor)",
    "move": r"move|point",
    "put": r"type|enter|input|write|put|add|fill\s+in",
    "drag": r"drag(?:\s+and\s+drop)?|drop|move|pull",
    "type": r"type(?:\s+in)?|enter|input|write|put|key\s+in|insert|fill\s+in|add",
    "fill": r"fill(?:\s+(?:in|out))?|complete|populate",
    "clear": r"clear(?:\s+out)?|empty|erase",
    "copy": r"copy",
    "cut": r"cut",
    "paste": r"paste",
    "press": r"press|hit|strike",
    "use": r"use|using",
    "scroll": r"scroll|swipe",
    "select": r"select|choose|pick|opt\s+for",
    "deselect": r"de-?select|unselect",
    "check": r"check(?:\s+off)?|tick(?:\s+off)?|enable|turn\s+on|switch\s+on|mark",
    "uncheck": r"un-?check|un-?tick|disable|turn\s+off|switch\s+off|deactivate",
    "turn": r"turn|switch|toggle",
    "set": r"set",
    "change": r"change|adjust|move|modify|update|switch|increase|decrease|raise|lower|reduce|turn",
    "wait": r"wait|pause|sleep|hold\s+on",
    "open": r"(?:pop\s+)?open(?:\s+up)?",
    "launch": r"launch|start(?:\s+up)?|run|execute|boot\s+up",
    "expand": r"expand|unfold|uncollapse",
    "collapse": r"collapse|fold(?:\s+up)?",
    "switch": r"switch(?:\s+over)?\s+to|go\s+(?:back|over)\s+to|activate|bring\s+up|return\s+to|focus(?:\s+on)?",
    "bring": r"bring",
    "close": r"close|shut|dismiss|exit|quit",
    "go": r"go|navigate|head|jump|turn|move|switch|advance|proceed|visit",
    "save": r"save|store",
    "undo": r"undo|revert",
    "redo": r"redo",
    "find": r"find|search(?:\s+for)?|look\s+(?:for|up)\b|locate",
    "print": r"print|export",
    "read": r"read(?:\s+out)?(?:\s+(?:to\s+)?me)?|get(?=\s+(?:the\s+)?(?:value|text|content|price|number"
        r"|title)\b)|tell\s+me|say|report"
        r"|give\s+me|show\s+me|answer\s+with|return",
    "count": r"count",
    "make": r"make",
    "rename": r"rename",
    "delete": r"delete|remove|erase|get\s+rid\s+of",
    "create": r"create",
    "reload": r"reload|refresh",
    "zoom": r"zoom",
    "log": r"(?:log|sign)\s*in",
    "logout": r"(?:log|sign)\s*(?:me\s+)?(?:out|off)",
    "reply": r"reply|respond|answer",
    "forward": r"forward",
    "highlight": r"highlight|mark",
    "submit": r"submit|confirm",
    "align": r"(?:cent(?:er|re)|align|indent)(?=\s+(?:it|this|that|them|the)\b)",
    "send": r"(?:send|post|publish)(?=\s+(?:the|my)\s+(?:message|e-?mail|changes|review|comment|feedback|form|post"
        r"|request|report|order)$)",
    "focus": r"focus",
    "look": r"switch\s+between|go\s+through|look\s+through|navigate\s+through|look\s+in|browse\s+through|explore",
    "give": r"give|format",
    "repeat": r"repeat|keep|continue|do",
    "resize": r"resize|make|drag",
    "follow": r"follow",
    "replace": r"replace|overwrite",
    "grab": r"grab|take\s+hold\s+of|pick\s+up(?=\s+the\b)",
    "act": r"(?:bookmark|archive|star|pin|mute|share|like|flag|download|upload|block|duplicate|install|subscribe"
        r"|unsubscribe)(?=\s+(?:it|this|that|them)\b)",
}  # fmt: skip

WORDS = {
    "px": r"(?:pixels?|px)",
    "inside": r"(?:in|on|over|inside|through)",
    "username": r"user\s?name",
    "if": r"(?:if|in\s+case|provided(?:\s+that)?|only\s+if)",
    "comma": r"\s*[,:]?",
    "colon": r"\s*[:]\s*",
    "dash": r"[\s-]*",
    "into": r"(?:in\s?to|inside|within)",
    "in": r"(?:in\s?to|inside|within|in|to|on|at|under)",
    "onto": r"(?:on\s?to|in\s?to|to|over|inside|in|on|towards?)",
    "over": r"(?:over|on(?:to)?|above|at|to|in)",
    "text": r"(?:the\s+)?(?:text|words?|phrase|string|sentence|value|message|following|number|letters?)",
    "pointer": r"(?:(?:the|your|my)\s+)?(?:mouse(?:\s+(?:pointer|cursor))?|pointer|cursor)",
    "keys": r"(?:(?:the\s+)?(?:keyboard\s+)?(?:shortcut|keys?|key\s+combination|hotkey))",
    "notches": r"(?:notch(?:es)?|lines?|clicks?|steps?|ticks?|pages?)",
    "times": TIMES,
    "secs": r"(?:s|secs?|seconds?)",
    "moment": r"(?:a\s+(?:moment|bit|while|little|second\s+or\s+two)|briefly)",
    "shown": r"(?:comes?\s+in(?:to)?\s+(?:view|sight)|is\s+in\s+(?:view|sight)|becomes\s+visible|can\s+be\s+seen"
        r"|appears?|appeared|shows?(?:\s+up)?|comes?\s+up|pops?\s+up|is\s+(?:shown|visible|displayed|there"
        r"|on\s+(?:the\s+)?screen|present|available|open))",
    "toshow": r"to\s+(?:appear|show(?:\s+up)?|come\s+up|pop\s+up|be\s+(?:shown|visible|displayed|ready)|load|open)",
    "gone": r"(?:has\s+(?:disappeared|gone|vanished|closed)|disappears?|vanish(?:es)?"
        r"|goes\s+away|is\s+(?:gone|hidden|closed|no\s+longer\s+(?:visible|shown"
        r"|there))|closes)",
    "togo": r"to\s+(?:disappear|vanish|go\s+away|be\s+gone|close|finish)",
    "app": r"(?:app(?:lication)?|program|software)",
    "file": r"(?:(?:the|this|my|a)\s+)?(?:current\s+|open\s+)?(?:file|document|work|changes|text|workbook|image"
        r"|picture|page|it|this|that|everything|spreadsheet|presentation|letter|notes?|report|drawing)",
    "named": r"(?:as|under\s+the\s+name(?:\s+of)?|with\s+the\s+(?:file\s?)?name|called|named|and\s+name\s+it"
        r"|and\s+call\s+it)",
    "end": r"(?:(?:all\s+the\s+way\s+)?(?:(?:to|until|till)\s+)?(?:the\s+)?(?:very\s+)?(?:bottom|end)"
        r"|all\s+the\s+way\s+down)",
    "start": r"(?:(?:all\s+the\s+way\s+)?(?:(?:to|until|till)\s+)?(?:the\s+)?(?:very\s+)?(?:top|beginning|start)"
        r"|all\s+the\s+way\s+up)",
    "doc": r"(?:\s+of\s+(?:the\s+|this\s+)?(?:page|document|screen|text|window|list|file))",
    "page": r"(?:page|screen|slide)(?:\s+of\s+.+)?",
    "dialog": r"(?:dialog(?:ue)?(?:\s+box|\s+window)?|pop-?\s?up(?:\s+window)?|message\s+box|modal|alert)",
    "all": r"(?:all|everything|all\s+of\s+it|all\s+(?:the\s+)?(?:text|content)|the\s+(?:whole|entire)\s+(?:text"
        r"|document))",
    "items": r"(?:(?:of\s+)?(?:the\s+)?(?:items?|options?|entries|elements|choices))",
    "colour": r"(?:the\s+)?colou?r(?:\s+(?:picker|wheel))?",
    "is": r"(?:is|are|isn't\s+it|has\s+been|was|gets|becomes)",
    "isnot": r"(?:is|are|was|has)\s*(?:not|n['’]t)(?:\s+been)?|is\s+no\s+longer",
    "checked": r"(?:checked|ticked|on|turned\s+on|switched\s+on|enabled\s+already|marked|activated)",
    "unchecked": r"(?:unchecked|unticked|off|turned\s+off|switched\s+off|deactivated)",
    "enabled": r"(?:enabled|active|clickable|available|usable)",
    "disabled": r"(?:disabled|inactive|gr[ea]yed\s+out|unavailable)",
    "visible": r"(?:visible|shown|displayed|there|present|open|on\s+(?:the\s+)?(?:screen|page)|showing)",
    "see": r"(?:(?:can\s+)?(?:see|spot|notice|find)|come\s+across|reach|get\s+to)",
    "hidden": r"(?:hidden|invisible|missing|gone|closed|absent)",
    "whether": r"(?:if|whether(?:\s+or\s+not)?)",
    "upper": r"(?:upper|capital)[\s-]*(?:case)?(?:\s+letters?)?|capitals",
    "lower": r"(?:lower|small)[\s-]*(?:case)?(?:\s+letters?)?",
}  # fmt: skip

SLOTS = {
    "address": ADDRESS,
    "pronoun": r"it|that|this",
    "aspect": r"(?:the\s+)?(?:size|colou?r|quantity|style|length|width|height|weight|material|flavou?r)\s+\S+",
    "near": r"(?!.*\bon\s+the\s+(?:left|right)$).+?",
    "account": r"user\s?name|password|login|e-?mail(?:\s+address)?|name|code|pin",
    "plain": r"[^\s,]+",
    "most": "|".join(SUPERLATIVES),
    "boxes": r"(?:check\s?|tick\s?)?box(?:es)?|options?|ones?",
    "side": r"height|width|size",
    "change": r"larger|bigger|greater|smaller|wider|taller|narrower|lower|shorter|higher",
    "sized": r"larger|bigger|wider|taller|narrower|smaller|shorter|higher",
    "style": r"bold|italics?|underlined?",
    "letter": r"(?:e-?mail|message|mail)\s.+?",
    "colour": "|".join(COLOURS),
    "times": TIMES,
    "rowlike": r"(?:the\s+)?(?:row|line)\s+(?:of|for|with|that|which|containing)\s.+",
    "upto": r"[^:]+?",
    "nothing": r"[^\n]+?",
    "figure": r"\d[\d.,:%]*(?:\s*per\s?cent)?",
    "number": NUMBER,
    "modifier": r"ctrl|control|shift|alt|cmd|command|meta",
    "beside": r"(?:next\s+to|above|below|under|beside|near|(?:left|right)\s+of|to\s+the|on\s+the\s+(?:left|right))\b.+",
    "where": r"(?:next|above|below|under|beside|in|on|to|left|right|near)\b.+",
    "what": r"(?!is\b|are\b|does\b).+?",
    "token": r"\S*[\d@]\S*",
    "pixels": r"\d{1,4}",
    "quoted": f"{MASK}",
    "direction": r"up|down|left|right",
    "corner": r"cent(?:er|re)|middle|(?:top|upper|bottom|lower)[\s-]+(?:left|right)",
    "minutes": r"(?:m|mins?|minutes?)",
    "label": rf"[^{MASK}]{{1,30}}?",
    "text2": f"{MASK}",
    "chord": r"\S+(?:\s*\+\s*\S+)*(?:\s+key)?",
}

ENGLISH = Vocabulary({**VERBS, **WORDS}, SLOTS, r"\s+")

VERB = rf"(?:(?:{'|'.join(VERBS.values())})\b(?!-))(?=\s*\S)"
"""What an instruction begins with: only before it does "and" part two instructions."""

ALONE = (
    r"(?:save|send(?:\s+it)?|apply|wait|submit|undo|redo|copy|cut|paste|delete|continue|(?:log|sign)\s*(?:in|out"
    r"|off)|press\s+\S+|reload|refresh|close|confirm|zoom\s+(?:in|out))"
    r"(?=\s*(?:$|[.,;!?]|\s(?:when|and|then|it|please)\b))"
)
"""What is an instruction without saying on what."""

BUTTONS = r"OK|okay|next|submit|cancel|finish|done|yes|no|continue|apply|send|accept|confirm|close"
"""What is clicked where it is said alone, after a "then"."""
