"""Chinese sentences of the eighth round that was written to measure the reader, with what it had to give."""

from model.reader.plan import (
    Check,
    Click,
    Condition,
    Edit,
    ForEach,
    Highlight,
    If,
    Press,
    Repeat,
    Scroll,
    Select,
    SetValue,
    Target,
    Tell,
    Type,
    WaitFor,
)
from model.sight.element import Kind
from tests.model.reader.language.sentences.words import Cases, at, q, t

CASES: Cases = [
    ("点击“订阅”下面的蓝色按钮",
     [Click(Target(kind=Kind.BUTTON, relations=(at("below", q("订阅")),), colour="blue"))]),
    ("把字号设为14", [SetValue(t("字号"), "14")]),
    ("在“出发地”里输入“成都”，在“目的地”里输入“西安”", [Type("成都", q("出发地")), Type("西安", q("目的地"))]),
    ("打开“插入”菜单，点“表格”", [Click(Target("插入", where="menu bar", quoted=True)), Click(q("表格"))]),
    ("右键点击notes.txt，选“重命名”", [Click(t("notes.txt"), "right"), Select((q("重命名"),))]),
    ("勾选“我同意条款”，然后点“继续”", [Check((q("我同意条款"),)), Click(q("继续"))]),
    ("收件箱里有几封未读邮件", [Tell(t("未读", Kind.ROW, 0, at("inside", t("收件箱"))), "count")]),
    ("把音量滑块拖到30", [SetValue(t("音量", Kind.SLIDER), "30")]),
    ("在“订单1042”那一行点“下载”", [Click(q("下载", None, 0, at("in the row of", q("订单1042"))))]),
    ("选中“草稿”两个字，删掉", [Highlight(q("草稿")), Edit("delete")]),
    ("按两次Alt+Tab", [Repeat((Press(("alt", "tab")),), 2)]),
    ("如果看到“登录”，就点它，否则点“继续”", [If(Condition(q("登录")), (Click(q("登录")),), (Click(q("继续")),))]),
    ("尺寸选“大号”，颜色选“黑色”", [SetValue(t("尺寸"), "大号"), SetValue(t("颜色"), "黑色")]),
    ("复制快递单号，粘贴到搜索框", [Edit("copy", t("快递单号")), Edit("paste", t("搜索", Kind.FIELD))]),
    ("等加载图标消失后点“下一步”", [WaitFor(t("加载", Kind.ICON), True), Click(q("下一步"))]),
    ("点“账单地址”旁边的铅笔图标", [Click(t("铅笔", Kind.ICON, 0, at("next to", q("账单地址"))))]),
    ("把评论区滚到最底下", [Scroll("down", target=t("评论区"), to_end=True)]),
    ("打开深色模式", [Check((t("深色模式"),))]),
    ("把每个“移除”都点一遍", [Repeat((ForEach(q("移除"), (Click(Target(it=True)),)),))]),
    ("数量填3，点更新", [Type("3", t("数量")), Click(t("更新"))]),
    ("第三列的表头写的是什么", [Tell(t(kind=Kind.HEADER, ordinal=3))]),
    ("依次点文件、新建、文件夹", [Click(t("文件")), Click(t("新建")), Click(t("文件夹"))]),
]  # fmt: skip
