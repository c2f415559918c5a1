"""Sentences of round 14; at first try 27 of 40 were right, 6 refused, 7 wrong."""

from model.reader.plan import Check, Click, Condition, Drag, Edit, Hover, If, Pause, Press, Repeat, SetValue, Tell, Type
from model.sight.element import Kind
from tests.model.reader.language.sentences.words import Cases, at, field, menu, menu_bar, q, t

CASES: Cases = [
    ("Put the text “Hello” into cell B2", [Type("Hello",t("B2",Kind.CELL))]),
    ("put the text Hello into the comment box", [Type("Hello",field("comment"))]),
    ("What's the result?", [Tell(t("",None,0,at("labelled","result")))]),
    ("Choose Tools > Options, go to the Fonts tab and uncheck “Use system font”",
     [Click(menu_bar("Tools")),Click(menu("Options")),Click(t("Fonts",Kind.TAB)),Check((q("Use system font"),),
       False)]),
    ("Click Edit in the row for invoice 2231", [Click(t("Edit",None,0,at("in the row of","invoice 2231")))]),
    ("if the toggle “Dark mode” is off turn it on",
     [If(Condition(q("Dark mode",Kind.CHECKBOX),"checked",holds=False),(Check((q("Dark mode",Kind.CHECKBOX),)),
       ))]),
    ("Repeat 4 times: press Tab and then Space", [Repeat((Press(("tab",)),Press(("space",))),4)]),
    ("Wait 5 seconds and reload the page", [Pause(5),Edit("reload")]),
    ("Drag the file report.docx onto the Trash icon", [Drag(t("report.docx"),t("Trash",Kind.ICON))]),
    ("Is there an error message on the screen?", [Tell(t("error message"),"is",Condition(t("error message")))]),
    ("log me out please", [Click(t("log out"))]),
    ("Set “From” to Oslo and “To” to Bergen, then press Search flights",
     [SetValue(q("From"),"Oslo"),SetValue(q("To"),"Bergen"),Click(t("Search flights"))]),
    ("把“你好”写到B2单元格里", [Type("你好",t("B2",Kind.CELL))]),
    ("结果是多少？", [Tell(t("",None,0,at("labelled","结果")))]),
    ("点工具 > 选项，到“字体”选项卡，去掉“使用系统字体”的勾",
     [Click(menu_bar("工具")),Click(menu("选项")),Click(q("字体",Kind.TAB)),Check((q("使用系统字体"),),False)]),
    ("点发票2231那一行的“编辑”", [Click(q("编辑",None,0,at("in the row of","发票2231")))]),
    ("“深色模式”要是关着就打开", [If(Condition(q("深色模式"),"checked",holds=False),(Check((q("深色模式"),)),))]),
    ("重复四次：按Tab，再按空格", [Repeat((Press(("tab",)),Press(("space",))),4)]),
    ("等5秒再刷新页面", [Pause(5),Edit("reload")]),
    ("把“报告.docx”拖进回收站", [Drag(q("报告.docx"),t("回收站"))]),
    ("屏幕上有报错吗？", [Tell(t("报错"),"is",Condition(t("报错")))]),
    ("帮我退出登录", [Click(t("退出登录"))]),
    ("出发地填“奥斯陆”，目的地填“卑尔根”，点“搜索航班”",
     [Type("奥斯陆",t("出发地")),Type("卑尔根",t("目的地")),Click(q("搜索航班"))]),
    ("鼠标放到头像上，点弹出的“个人中心”", [Hover(t("头像")),Click(q("个人中心"))]),
    ("用快捷键全选，再复制", [Edit("select all"), Edit("copy")]),
]  # fmt: skip

REFUSED = [
    "now click the one below it",
    "Add two bananas to my basket",
    "Open the chat with Maria and type “See you at 5” then hit enter",
    "for each unchecked box in the list, check it",
    "Don't touch anything",
    "select all the text, make it bold and centre it",
    "Check the boxes Email and SMS but not Phone",
    "the green button please",
    "往购物篮里加两个香蕉",
    "什么都别动",
    "只勾选“邮件”和“短信”",
    "给列表里每个带“急”字的任务点一下完成",
    "找到写着“合计”的那一行，告诉我右边的数",
    "先别保存，点“预览”",
    "音量关小点",
]
