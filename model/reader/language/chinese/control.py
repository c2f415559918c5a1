"""Chinese conditions, loops and joiners: what holds clauses together."""

from model.reader.language.chinese.words import CHINESE
from model.reader.language.making import seeing
from model.reader.language.sentence.form import Form, forms
from model.reader.language.sentence.step import HeadKind
from model.reader.plan import Condition

CONDITIONS: tuple[Form[Condition], ...] = forms(CHINESE, [
    ("有(?:个|一个|什么)? {target} (?:弹出来?|跳出来?|出现|冒出来)(?:了)?", seeing.holds("visible")),
    ("有没有 {target}", seeing.holds("visible")),
    ("(?:没有?|未|看不到|找不到|没看到|没有看到)(?:出现|弹出|显示|看到)?(?:了)?"
        " {target}", seeing.holds("visible", yes=False)),
    ("(?:屏幕上|页面上|这里)?(?:能够?|可以)?<sees>(?:了)?(?:一个)? {target}", seeing.holds("visible")),
    ("(?:已经?)?(?:选中|选到|勾选)了? {target}", seeing.holds("selected")),
    ("存在 {target}", seeing.holds("visible")),
    ("{target} <no>(?:被)?<checked>", seeing.holds("checked", yes=False)),
    ("{target} (?:没有?|不|未|还没有?)(?:被)?(?:出现|显示|可见|弹出|存在"
        "|看到)(?:出来)?", seeing.holds("visible", yes=False)),
    ("{target} (?:不可用|不可点击|不能点|禁用|是灰色的?|是灰的|变灰)(?:了)?", seeing.holds("enabled", yes=False)),
    ("{target} (?:是|还)?(?:关着|关了|没开着?|处于关闭状态)的?", seeing.holds("checked", yes=False)),
    ("{target} (?:是|还)?(?:开着|开了|处于打开状态)的?", seeing.holds("checked")),
    ("{target} (?:不为空|不是空的?|非空)", seeing.holds("empty", yes=False)),
    ("{target} (?:是空的?|为空|空着|空的|没填)", seeing.holds("empty")),
    ("{target} (?:已经?|已|被|是|处于)*<checked>(?:状态)?(?:了|的)?", seeing.holds("checked")),
    ("{target} (?:已经?|是|还)?(?:可用|可点击|能点|可以点击?|能点击|点得了)(?:的|了)?", seeing.holds("enabled")),
    ("{target} (?:已经?|是)?(?:出现|显示|可见|弹出|弹出来|显示出来|存在|出来|打开)(?:的|了)?", seeing.holds("visible")),
    ("{target} (?:消失|不见)(?:了)?", seeing.holds("visible", yes=False)),
    ("{target} (?:里面?|中|内)(?:的内容)?(?:写着|写的?是|显示|填的?是|是|为) {text:quoted}", seeing.reads()),
    ("{target} (?:显示为?|写着|变成|变为|内容为|内容是|等于|为|是) {text:quoted}", seeing.reads()),
    ("{target} (?:不是|不为|不等于) {text:quoted}", seeing.reads(yes=False)),
])  # fmt: skip

HEADS: list[tuple[str, HeadKind]] = [
    ("(?:如果|要是|假如|倘若|假使|若是|若) {condition}(?:的话)?", "if"),
    ("只有(?:当|在)? {condition}(?:的话|的时候|时)?[,，]?(?:才|再) {rest}", "if"),
    ("除非 {condition}", "unless"),
    ("(?:一旦?|等到?){condition:exists}[,，]?(?:就|再) {rest}", "when"),
    ("{condition:exists}(?:的话)?[,，]?(?:就|则) {rest}", "if"),
    ("只要 {condition}(?:[,，]?就一直|[,，]?就不断|[,，]?就反复) ?{rest}", "while"),
    ("只要 {condition}", "while"),
    ("(?:当|等到?|一旦)? {condition} (?:时候?|的时候|之后|以后|后)", "when"),
    (
        "(?:(?:否则|不然|要不然|如果没有|反之|如果不是|要是没有|不是(?=的话))(?:的话)?|没有?(?:的话|(?=就)))(?:就"
        "|则)?<comma>[ {rest}]",
        "else",
    ),
    (
        "(?:对于?|针对|在){each:every}(?:<colon>{rest})?",
        "each",
    ),
    ("(?:对于?|针对|在|给|为)?{each:every}(?:上|里|中)?都 {rest}", "each"),
    ("(?:重复|循环)(?:执行|操作|以下操作)? {times:number}(?:次|遍|回)(?:<colon>{rest})?", "repeat"),
    ("(?:在|从) {place}(?:里面?|中|内|上|之中|那里)", "place"),
]

TAILS: list[tuple[str, HeadKind]] = [
    (
        "(?:一直|不断地?|不停地?|反复|持续|重复)? {rest}<comma> (?:直到|直至|到(?=出现|看到|显示))"
        " {condition}(?:为止)?",
        "until",
    ),
    ("{rest} {times:several}", "repeat"),
]
