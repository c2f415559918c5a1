"""Sentences of round 11; at first try 24 of 40 were right, 7 refused, 9 wrong."""

from model.reader.plan import (
    IT,
    Check,
    Clear,
    Click,
    CloseDialog,
    Condition,
    Drag,
    Edit,
    ForEach,
    If,
    OpenApp,
    Press,
    Scroll,
    SetValue,
    Target,
    Tell,
    Type,
)
from model.sight.element import Kind
from tests.model.reader.language.sentences.words import ENTER, Cases, at, button, dialog, field, q, t

CASES: Cases = [
    ("could you kindly open the second message from the top and print it", [Click(t("", Kind.ROW, 2)), Edit("print")]),
    ("ctrl+shift+p, type 'reload window', hit enter", [Press(("ctrl", "shift", "p")), Type("reload window"), ENTER]),
    (
        "If the Save button is greyed out, tick “I agree”. Then click Save",
        [If(Condition(button("Save"), "enabled", holds=False), (Check((q("I agree"),)),)), Click(t("Save"))],
    ),
    (
        "If “Send” is enabled and “Subject” is not empty, click Send",
        [
            If(
                Condition(q("Send"), "enabled"),
                (If(Condition(q("Subject"), "empty", holds=False), (Click(t("Send")),)),),
            )
        ],
    ),
    ("In the left sidebar, click Drafts", [Click(Target("Drafts", most="leftmost"))]),
    ("Move invoice.pdf into the Archive folder", [Drag(t("invoice.pdf"), t("Archive"))]),
    ("Put 250 in cell B4 and make it bold", [Type("250", t("B4", Kind.CELL)), Edit("bold")]),
    (
        "Keep scrolling down till you spot the word Refunds, then click it",
        [Scroll("down", until=t("Refunds")), Click(t("Refunds"))],
    ),
    ("the volume is too loud, set it to 20%", [SetValue(t("volume"), "20%")]),
    (
        "untick every box under “Notifications” and hit Apply",
        [
            ForEach(Target(kind=Kind.CHECKBOX, relations=(at("below", q("Notifications")),)), (Check((IT,), False),)),
            Click(t("Apply")),
        ],
    ),
    ("Accept the cookies", [Click(t("accept"))]),
    (
        "For every row that says “overdue”, click its Remind button",
        [ForEach(q("overdue", Kind.ROW), (Click(button("Remind", at("in the row of", IT))),))],
    ),
    (
        "set priority to High in the row of Printer issue",
        [SetValue(t("priority", None, 0, at("in the row of", "Printer issue")), "High")],
    ),
    (
        "close the popup if there is one, then type “hello” in the chat box",
        [If(Condition(dialog(), "visible"), (CloseDialog(),)), Type("hello", field("chat"))],
    ),
    ("dbl-click readme", [Click(t("readme"), clicks=2)]),
    ("麻烦帮我把微信打开", [OpenApp("微信")]),
    (
        "如果“同意”没有勾选并且“下一步”是灰色的，就勾选“同意”",
        [
            If(
                Condition(q("同意"), "checked", holds=False),
                (If(Condition(q("下一步"), "enabled", holds=False), (Check((q("同意"),)),)),),
            )
        ],
    ),
    ("在左边栏里点“草稿箱”", [Click(Target("草稿箱", quoted=True, most="leftmost"))]),
    ("把“发票.pdf”移到“归档”文件夹", [Drag(q("发票.pdf"), q("归档"))]),
    ("B3单元格填250，然后加粗", [Type("250", t("B3", Kind.CELL)), Edit("bold")]),
    ("帮我看看购物车里一共有几件商品", [Tell(t("商品", None, 0, at("inside", "购物车")), "count")]),
    ("音量调到30%", [SetValue(t("音量"), "30%")]),
    ("每一行写着“未付款”的都点一下“催办”", [ForEach(q("未付款", Kind.ROW), (Click(q("催办")),))]),
    ("往下翻，看到“联系客服”就点它", [Scroll("down", until=q("联系客服")), Click(q("联系客服"))]),
    ("把最上面那封邮件删了", [Edit("delete", Target(kind=Kind.ROW, most="topmost"))]),
    ("收件人写李雷，主题写“周会”，然后发送", [Type("李雷", t("收件人")), Type("周会", t("主题")), Click(t("发送"))]),
    ("关闭右上角的广告", [Edit("close", Target("广告", most="top right"))]),
    ("在弹出的窗口里点“允许”", [Click(q("允许", None, 0, at("inside", dialog())))]),
    (
        "如果提示“密码错误”，就清空密码框重新输入“abc123”",
        [If(Condition(q("密码错误")), (Clear(field("密码")), Type("abc123")))],
    ),
]

REFUSED = [
    "Where is the Log out link?",
    "Add a row to the table below the header",
    "click the green thing next to Mum's name",
    "I'd like the font to be Arial, size 12",
    "what's my next appointment about?",
    "退出登录按钮在哪里？",
    "点那个小喇叭",
    "日历切到下个月",
    "刷新三次，每次等两秒",
    "屏幕太暗了",
    "把第二张表格里价格最低的那一行选中",
]
