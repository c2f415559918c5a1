"""Instructions in Chinese: patterns for masked clauses, tried in order."""

from model.reader import builders
from model.reader.numbers import NUMBER
from model.reader.quotes import MASK
from model.reader.rules import rule

_TARGET = r"(?P<target>.+?)"
_INSIDE = r"(?:中|里面?|内|上面?|处|之中)?"
_TYPE = r"(?:输入(?!框)|键入|填入|填写|填上|写入|写上|打上)(?:文字|文本|内容)?[:：]?"
_MOUSE = r"(?:鼠标|光标|指针)"

RULES = (
    rule(rf"用?(?:鼠标)?(?P<how>左键|右键|中键)(?:点击|单击|点按|点)?\s*{_TARGET}", builders.click),
    rule(rf"(?P<how>双|三|右|左|中)(?:键?单?击)\s*{_TARGET}", builders.click),
    rule(
        rf"(?:在)?(?:打开|点开|展开|选择|点击|使用)?菜单(?:栏|项)?{_INSIDE}(?:选择|点击|打开|的)?\s*{_TARGET}",
        builders.open_menu,
    ),
    rule(rf"(?:打开|点开|展开)\s*{_TARGET}\s*菜单", builders.open_menu),
    rule(rf"(?:打开|进入)\s*{_TARGET}", builders.choose),
    rule(rf"(?:点击|单击|点选|点按|点一下|轻点|选择|选中|勾选|点)\s*{_TARGET}", builders.click),
    rule(rf"[将把]?{_MOUSE}(?:移动?|悬停|停留?)[到至在]\s*{_TARGET}(?:上面?|上方|之上)?", builders.hover),
    rule(rf"(?:移动?{_MOUSE}[到至]|悬停[在到]?)\s*{_TARGET}(?:上面?|上方|之上)?", builders.hover),
    rule(rf"[将把]?\s*(?P<source>.+?)\s*(?:拖动|拖拽|拖放|拖)[到至]\s*{_TARGET}{_INSIDE}", builders.drag),
    rule(rf"(?:拖动|拖拽|拖放|拖)\s*(?P<source>.+?)\s*[到至]\s*{_TARGET}{_INSIDE}", builders.drag),
    rule(rf"[在往向]\s*{_TARGET}\s*{_INSIDE}{_TYPE}\s*(?P<text>.+)", builders.type_text),
    rule(rf"{_TYPE}\s*(?P<text>{MASK}+)\s*[到至进入在]+\s*{_TARGET}\s*{_INSIDE}", builders.type_text),
    rule(rf"[将把]\s*(?P<text>{MASK}+)\s*{_TYPE}[到至进在]?\s*{_TARGET}\s*{_INSIDE}", builders.type_text),
    rule(rf"{_TYPE}\s*(?P<text>.+)", builders.type_text),
    rule(r"(?:按下|按|敲击|敲|使用快捷键|使用)\s*(?P<keys>.+)", builders.press),
    rule(
        rf"(?:在\s*{_TARGET}\s*{_INSIDE})?[向往]?(?P<direction>[上下左右])(?:滚动|滚|滑动|翻)(?:滚轮|页面)?"
        rf"\s*(?P<number>{NUMBER})?\s*[格次行下]?",
        builders.scroll,
    ),
    rule(rf"滚动\s*[向往到]?(?P<direction>[上下左右])\s*(?P<number>{NUMBER})?\s*[格次行下]?", builders.scroll),
    rule(rf"(?:等待|等候|等|稍等)\s*(?P<number>{NUMBER})\s*(?:秒钟?|(?P<minutes>分钟?))", builders.pause),
    rule(r"(?:等待?一下|等待?一会儿?|稍等(?:一下|片刻)?|稍候|等待)", builders.pause),
    rule(rf"(?:等待|等到|等候|直到|等)\s*{_TARGET}\s*(?:出现|显示(?:出来)?|弹出|可见)?(?:为止)?", builders.wait_for),
    rule(
        rf"(?:打开|启动|运行|开启)\s*(?:应用程序|应用|程序|软件)?\s*{_TARGET}(?:应用程序|应用|程序|软件)?",
        builders.open_app,
    ),
)

VERB = (
    r"(?:用?(?:鼠标)?[左右中]键|[双三右左单]击|点击|点选|点按|点|在|[将把]|悬停|移动|拖|输入|键入|填|写|打开|点开|按|敲|使用|[向往][上下左右]"
    r"|滚动|等|稍|直到|启动|运行|开启|选|勾选|展开|进入)"
)
"""What an instruction begins with: only before it do the short joiners part two instructions."""

EXAMPLES = "点击X、双击X、右键点击X、输入“…”(到X)、按 Ctrl+S、向下滚动 3、打开菜单 A > B、等待X、等待 3 秒、打开应用X"
