"""Sentences of round 26; at first try 27 of 30 were right, 1 refused, 2 wrong."""

from model.reader.plan import (
    Check,
    Click,
    Condition,
    Edit,
    Highlight,
    If,
    Scroll,
    Select,
    SetValue,
    Target,
    Tell,
    Type,
    WaitFor,
)
from model.sight.element import Kind
from tests.model.reader.language.sentences.words import ENTER, Cases, field, menu_bar, q, t

CASES: Cases = [
    ("Open the View menu and click Zoom In", [Click(menu_bar("View")),Click(t("Zoom In"))]),
    ("Enter “Lisbon” in the destination box and press Enter", [Type("Lisbon",field("destination")),ENTER]),
    ("click the Advanced tab, tick “Use proxy” and press Apply",
     [Click(t("Advanced",Kind.TAB)),Check((q("Use proxy"),)),Click(t("Apply"))]),
    ("Delete the row that contains “2019”", [Edit("delete",q("2019",Kind.ROW))]),
    ("Wait until “Saved” appears", [WaitFor(q("Saved"))]),
    ("If “Retry” shows up, press it, otherwise close the window",
     [If(Condition(q("Retry")),(Click(q("Retry")),),(Edit("close"),))]),
    ("Set the font size to 14 and make the text bold",
     [SetValue(t("font size"),"14"),Highlight(t("",Kind.TEXT)),Edit("bold")]),
    ("How many files are in this folder?", [Tell(t("",Kind.ROW),"count")]),
    ("Double-click the Recycle Bin icon", [Click(t("Recycle Bin",Kind.ICON),clicks=2)]),
    ("Type “=SUM(A1:A9)” in cell A10 and press Enter", [Type("=SUM(A1:A9)",t("A10",Kind.CELL)),ENTER]),
    ("reload the page and scroll down a little", [Edit("reload"),Scroll("down")]),
    ("Select the cheapest flight", [Select((Target("flight",most="lowest"),))]),
    ("Switch to the second tab", [Click(t("",Kind.TAB,2))]),
    ("打开“视图”菜单，点“放大”", [Click(menu_bar("视图",quoted=True)),Click(q("放大"))]),
    ("在目的地框里输入“里斯本”，按回车", [Type("里斯本",field("目的地")),ENTER]),
    ("点“高级”选项卡，勾选“使用代理”，点“应用”",
     [Click(q("高级",Kind.TAB)),Check((q("使用代理"),)),Click(q("应用"))]),
    ("删除包含“2019”的那一行", [Edit("delete",q("2019",Kind.ROW))]),
    ("等到“已保存”出现", [WaitFor(q("已保存"))]),
    ("如果出现“重试”就点它，否则关闭窗口", [If(Condition(q("重试")),(Click(q("重试")),),(Edit("close"),))]),
    ("把字号设为14，文字加粗", [SetValue(t("字号"),"14"),Highlight(t("",Kind.TEXT)),Edit("bold")]),
    ("这个文件夹里有几个文件？", [Tell(t("",Kind.ROW),"count")]),
    ("双击回收站图标", [Click(t("回收站",Kind.ICON),clicks=2)]),
    ("刷新页面，往下滚一点", [Edit("reload"),Scroll("down")]),
    ("选最便宜的航班", [Select((Target("航班",most="lowest"),))]),
    ("切换到第二个标签页", [Click(t("",Kind.TAB,2))]),
    ("点购物车图标，再点“去结算”", [Click(t("购物车",Kind.ICON)),Click(q("去结算"))]),
]  # fmt: skip

REFUSED = [
    "Book a table for tonight",
    "订一张今晚的桌子",
    "把闹钟的开关打开",
]
