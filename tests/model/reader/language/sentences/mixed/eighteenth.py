"""Sentences of round 18; at first try 32 of 40 were right, 1 refused, 7 wrong."""

from model.reader.plan import Check, Clear, Click, Condition, Edit, If, Scroll, SetValue, Target, Tell, Turn, Type
from model.sight.element import Kind
from tests.model.reader.language.sentences.words import Cases, at, button, q, t

CASES: Cases = [
    ("Sign in with user “ann” and password “x1y2”",
     [Type("ann",t("username",Kind.FIELD)),Type("x1y2",t("password",Kind.FIELD)),Click(t("log in"))]),
    ("Enter 3 as the quantity of apples", [SetValue(t("quantity",None,0,at("in the row of","apples")),"3")]),
    ("Scroll right until the column “Total” is visible", [Scroll("right",until=q("Total",Kind.HEADER))]),
    ("Click the first link and the last link", [Click(t("",Kind.LINK,1)),Click(t("",Kind.LINK,-1))]),
    ("The volume slider must be set to 35", [SetValue(t("volume",Kind.SLIDER),"35")]),
    ("close the leftmost tab", [Edit("close",Target(kind=Kind.TAB,most="leftmost"))]),
    ("click the icon to the right of the search bar",
     [Click(t("",Kind.ICON,0,at("right of",t("search",Kind.FIELD))))]),
    ("if there are no results, clear the search box",
     [If(Condition(t("",Kind.LINK),holds=False),(Clear(t("search",Kind.FIELD)),))]),
    ("Please uncheck “Notify me”, unless it's already unchecked",
     [If(Condition(q("Notify me"),"checked"),(Check((q("Notify me"),),False),))]),
    ("press and hold the record button for 3 seconds", [Click(button("record"),seconds=3.0)]),
    ("go to Calendar, click Today, then New event", [Click(t("Calendar")),Click(t("Today")),Click(t("New event"))]),
    ("save my work", [Edit("save")]),
    ("用户名“ann”，密码“x1y2”，登录",
     [Type("ann",t("用户名",Kind.FIELD)),Type("x1y2",t("密码",Kind.FIELD)),Click(t("登录"))]),
    ("向右滚动，直到看见“合计”列", [Scroll("right",until=q("合计",Kind.HEADER))]),
    ("点第一个和最后一个链接", [Click(t("",Kind.LINK,1)),Click(t("",Kind.LINK,-1))]),
    ("音量滑块要设成35", [SetValue(t("音量",Kind.SLIDER),"35")]),
    ("关掉最左边的标签页", [Edit("close",Target(kind=Kind.TAB,most="leftmost"))]),
    ("点搜索框右边的图标", [Click(t("",Kind.ICON,0,at("right of",t("搜索",Kind.FIELD))))]),
    ("要是没有结果，就把搜索框清空", [If(Condition(t("",Kind.LINK),holds=False),(Clear(t("搜索",Kind.FIELD)),))]),
    ("长按录音按钮3秒", [Click(button("录音"),seconds=3.0)]),
    ("去日历，点今天，再点“新建日程”", [Click(t("日历")),Click(t("今天")),Click(q("新建日程"))]),
    ("项目X那行打勾", [Check((t("",Kind.CHECKBOX,0,at("in the row of","项目X")),))]),
    ("给“项目X”和“项目Y”都打上勾", [Check((q("项目X"),q("项目Y")))]),
    ("回到上一页，再点“更多”", [Turn("previous"),Click(q("更多"))]),
    ("把光标放到“备注”框里，输入“急”", [Click(q("备注",Kind.FIELD)),Type("急")]),
    ("查看“张三”的电话", [Tell(Target(relations=(at("in the column of","电话"),at("in the row of",q("张三")))))]),
    ("麻烦打开第二条通知看看", [Click(t("通知",None,2))]),
]  # fmt: skip

REFUSED = [
    "I need the report opened, it's called q3.pdf",
    "mute the call",
    "If the price is above 100, click Cancel",
    "what time does the meeting start?",
    "Drag the top left handle 50 px to the right",
    "cut the second paragraph and paste it at the end",
    "Click every star that is empty",
    "tick the box in the row of “Project X” and in the row of “Project Y”",
    "价格超过100就点取消",
    "会议几点开始",
    "保存一下我写的东西",
    "所有空心的星星都点一遍",
    "如果已经登录了就退出登录",
]
