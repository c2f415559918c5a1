"""Clicking, hovering, dragging, scrolling, in Chinese. Data: a way to say a thing is a line."""

from model.reader.language.chinese.words import CHINESE
from model.reader.language.making import choosing, moving, pointing
from model.reader.language.sentence.form import Form, forms
from model.reader.language.sentence.step import Steps

POINTING: tuple[Form[Steps], ...] = forms(CHINESE, [
    ("按住 {keys:held}[键][不放] [，|,]?[并|再|同时|的同时|然后]<click> {target}", pointing.click_held),
    ("按住[鼠标][左键]<drag> {source} <to> {target} <in>", moving.drag),
    ("(回到|跳到|转到|去到?)(页面|网页|文档|列表)的?<start>", moving.scroll_to_end("up")),
    ("(回到|跳到|转到|去到?)(页面|网页|文档|列表)的?<end>", moving.scroll_to_end("down")),
    ("<hold> {target}[ 不放][ [约]{number} <sec>(后?(松开|松手|放开))?]", pointing.long_press),
    ("<double>[以|来][打开] {target}", pointing.click(clicks=2)),
    ("<ba> {target} 双击[一下]", pointing.click(clicks=2)),
    ("<triple> {target}", pointing.click(clicks=3)),
    ("<zai> {target} <in> [点击|点|单击|按|点一下][一下][鼠标]右键", pointing.click("right")),
    ("(点击?|单击|按|点一下)?(鼠标)?右键(点击|单击|一下)?", pointing.click_it("right")),
    ("<rightclick> {target}", pointing.click("right")),
    ("<leftclick> {target}", pointing.click()),
    ("<middle> {target}", pointing.click("middle")),
    ("(点击|单击|点) {number:many} (次|下) {target}", pointing.click_times),
    ("按下? {number:many} (次|下) {target}(?<=按钮|图标|链接)", pointing.click_times),
    ("<click> (?!左|右|弹出|下拉|这个|该|顶|底){entry} 菜单<within> {target}", pointing.open_entry),
    ("(依次|逐个|先后|分别)<click> (所有|全部|每个?)的?{target}", pointing.click_every),
    ("(依次|逐个|先后|分别)<click> {target}", pointing.click_list),
    ("<ba>?光标(放|移动?|定位|点|置)(到|在|至|进|于|入) {target} <in>", pointing.place_cursor),
    ("<ba>{mouse:pointer} (移动?|挪动?|悬停|停留?|放) (到|至|在) {target} <over>", pointing.hover),
    ("{mouse:pointer}? (移动?|挪动?|放|悬停|停留?|指) (到|至|在|向) {target} <over>", pointing.hover),
    ("移动?{mouse:pointer} (到|至) {target} <over>", pointing.hover),
    ("<hover> {target}", pointing.hover),
    ("[<ba> ]{source} (向|往){direction}<drag> {pixels}个?像素", moving.drag_by),
    ("(向|往){direction}<drag> {source} {pixels}个?像素", moving.drag_by),
    ("<ba> {source} (向|往){direction}<drag>[一点|一些|一下]", moving.drag_by),
    ("<ba>? (?!(?:把|将)?(?:页面|网页|画面|屏幕|界面)){target} (拉|调|变|改|弄|拖|放){change:size}(一点|一些|点|些)?",
     moving.resize),
    ("<ba> [页面|屏幕|网页|窗口|滚动条]<scroll> <to>? <end>", moving.scroll_to_end("down")),
    ("<ba> [页面|屏幕|网页|窗口|滚动条]<scroll> <to>? <start>", moving.scroll_to_end("up")),
    ("<ba> {target} <scroll>[动] <to> <end>", moving.scroll_to_end("down")),
    ("<ba> {target} <scroll>[动] <to> <start>", moving.scroll_to_end("up")),
    ("<ba>? {source} (拖动?|拉|滑动?|移动?)到 {value:figure}", choosing.set_slider),
    ("<ba>? {source} <drag> <to> {target} (前面|之前|前|上面|上方)", moving.drag_before),
    ("<ba>? {source} <drag> <to> {target} (后面|之后|后|下面|下方)", moving.drag_after),
    ("<ba> {source} [都]<drag> <to> {target} <in>", moving.drag),
    ("(拖动|拖拽|拖放|拖) {source} <to> {target} <in>", moving.drag),
    ("[一直][向下]<scroll>[动](到) [页面|网页|屏幕|文档|列表|窗口]的?<end>", moving.scroll_to_end("down")),
    ("[一直][向上]<scroll>[动](到) [页面|网页|屏幕|文档|列表|窗口]的?<start>", moving.scroll_to_end("up")),
    ("[一直]<scroll>[动][到] ({target}的?)<end>", moving.scroll_to_end("down")),
    ("[一直]<scroll>[动][到] ({target}的?)<start>", moving.scroll_to_end("up")),
    ("[一直|不断](向|往|朝){direction:down}<scroll>[动]?(直到|到|至|，)?[页面|网页"
     "|列表]的?<end>", moving.scroll_to_end("down")),
    ("[一直|不断](向|往|朝){direction:up}<scroll>[动]?(直到|到|至|，)?[页面|网页"
     "|列表]的?<start>", moving.scroll_to_end("up")),
    ("(给|为|对) {each} (上|里)?[都]?<click>[上|个|一个] {target}", pointing.click_each_of),
    ("[在 {target} <within>][一直|不断][(向|往){direction}]<scroll>[页面|列表](直到|到)[能][<sees>]"
        " {until}[<shown>][为止]",
     moving.scroll_until),
    ("[在 {target} <in>](向|往|朝){direction}<scroll>[滚轮|页面|鼠标滚轮|屏幕|列表] {number}? <notch>?[一点|一些|一下]",
     moving.scroll),
    ("<ba> {target} (向|往|朝){direction}(滚动?|滑动?|拉|翻) {number}? <notch>?[一点|一些|一下]", moving.scroll),
    ("滚动 [向|往|到]{direction} {number}? <notch>?", moving.scroll),
    ("[<ba>(页面|屏幕|网页|列表)][向|往|朝]{direction}(滚动?|滑动?|翻) {number}? <notch>?", moving.scroll),
    ("[在 {target} <in>]滚动", moving.scroll),
])  # fmt: skip
