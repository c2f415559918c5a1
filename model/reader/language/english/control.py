"""English conditions, loops and joiners: what holds clauses together."""

from model.reader.language.english.words import ENGLISH
from model.reader.language.making import seeing
from model.reader.language.sentence.form import Form, forms
from model.reader.language.sentence.step import HeadKind
from model.reader.plan import Condition

CONDITIONS: tuple[Form[Condition], ...] = forms(ENGLISH, [
    ("no(?: more)? {target} <shown>", seeing.holds("visible", yes=False)),
    ("(?:the )?{target} <isnot> <visible>", seeing.holds("visible", yes=False)),
    ("there (?:is|are)(?: no|n(?:'|’)t)(?: any"
     "| an?)?(?: more)? {target}(?: <visible>)?", seeing.holds("visible", yes=False)),
    ("there (?:is|are) not? {target}(?: <visible>)?", seeing.holds("visible", yes=False)),
    ("there (?:is|are|(?:'|’)s) (?:one|any)(?: <visible>)?", seeing.shows_it),
    ("there (?:is|are) {target}(?: <visible>)?", seeing.holds("visible")),
    ("there {target}", seeing.holds("visible")),
    ("(?:you|we|i) <see> {target}", seeing.holds("visible")),
    ("(?:you|we|i) (?:can(?:no|'|’)t|do(?:n(?:'|’)t| not)) (?:see|find) {target}", seeing.holds("visible", yes=False)),
    ("{target} <isnot> (?:already )?<checked>", seeing.holds("checked", yes=False)),
    ("{target} <isnot> (?:already )?<enabled>", seeing.holds("enabled", yes=False)),
    ("{target} <isnot> (?:already )?selected", seeing.holds("selected", yes=False)),
    ("{target} <isnot> (?:already )?empty", seeing.holds("empty", yes=False)),
    ("{target} <isnot> {text:quoted}", seeing.reads(yes=False)),
    ("{target} (?:does not|doesn(?:'|’)t) (?:appear|exist|show(?: up)?|pop up)", seeing.holds("visible", yes=False)),
    ("{target} (?:does not|doesn(?:'|’)t) (?:say|read|show|contain|display) {text}", seeing.reads(yes=False)),
    ("{target} <is> (?:already )?<visible>", seeing.holds("visible")),
    ("{target} <is> <hidden>", seeing.holds("visible", yes=False)),
    ("{target} <is> (?:already )?<checked>", seeing.holds("checked")),
    ("{target} <is> (?:already )?<unchecked>", seeing.holds("checked", yes=False)),
    ("{target} <is> (?:already )?<enabled>", seeing.holds("enabled")),
    ("{target} <is> <disabled>", seeing.holds("enabled", yes=False)),
    ("{target} <is> (?:already )?(?:selected|chosen|highlighted|focused|in focus)", seeing.holds("selected")),
    ("{target} <is> (?:still )?(?:empty|blank)", seeing.holds("empty")),
    ("{target} (?:still )?(?:exists?|appears?|shows? up|pops? up|comes? up|comes? into (?:view|sight)|is in view"
     "|becomes visible|can be seen)", seeing.holds("visible")),
    ("{target} (?:disappears?|vanish(?:es)?|goes away)", seeing.holds("visible", yes=False)),
    ("{target} (?:says?|reads?|shows?|contains?|displays?|equals?|becomes|turns (?:in)?to|changes to|switches to"
     "|is set to) {text}", seeing.reads()),
    ("{target} is {text:quoted}", seeing.reads()),
    ("{target} is {text:figure}", seeing.reads()),
])  # fmt: skip

HEADS: list[tuple[str, HeadKind]] = [
    ("<if> {condition}", "if"),
    ("unless {condition}", "unless"),
    ("(?:while|as long as) {condition}", "while"),
    ("(?:when|once|as soon as|after|whenever) {condition}", "when"),
    ("(?:or )?(?:else|otherwise|if not)<comma>(?: {rest})?", "else"),
    ("(?:for|on|in|with|at) (?:each|every|all)(?: (?:one )?of)?(?: the)? {each:upto}(?:<colon>{rest})?", "each"),
    (
        "(?:for|in the case of)(?: the)?(?: (?:user|person|customer|author|contact|row|entry|order|product))?"
        " {each:upto}",
        "only",
    ),
    ("(?:repeat|do)(?: (?:this|that|it|the following|these(?: steps)?))? {times:times}(?:<colon>{rest})?", "repeat"),
    ("{times:times}<colon>{rest}", "repeat"),
    ("(?:in|on|inside|within|from|under|at|using|with|into) {place:nothing}", "place"),
    ("{place:beside}", "place"),
]

TAILS: list[tuple[str, HeadKind]] = [
    ("{rest}<comma> <if> {condition}", "if"),
    ("{rest}<comma> unless {condition}", "unless"),
    ("{rest}<comma> (?:until|till) {condition}", "until"),
    ("{rest}<comma> (?:in|on|for|at) (?:each|every)(?: of the| one of the)? {each}", "each"),
    ("{rest} {times:times}", "repeat"),
    ("{rest} (?:in|for|on) {place:rowlike}", "place"),
]
