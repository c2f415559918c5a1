"""What people say to spreadsheets and mail programs, in English and Chinese."""

from model.reader.plan import EMPTY_ROOM, Clear, Click, Edit, Press, SaveAs, Select, SetValue, Target, Type
from model.sight.element import Kind
from tests.model.reader.language.sentences.words import Cases, q, t

ROOM = Target(shape=EMPTY_ROOM)
B2 = t("B2", Kind.CELL)
BLOCK = t("A1:B3", Kind.CELL)

CASES: Cases = [
    ("click the cell B2", [Click(B2)]),
    ("点击单元格 B2", [Click(B2)]),
    ("type 25 into cell B2", [Type("25", B2)]),
    ("在单元格 B2 中输入 25", [Type("25", B2)]),
    ("在B2单元格输入25", [Type("25", B2)]),
    ("把单元格 B2 的值改成 12", [SetValue(B2, "12")]),
    ("清空单元格 B2", [Clear(B2)]),
    ("select cells A1 to B3", [Select((BLOCK,))]),
    ("Select the range A1:B3", [Select((BLOCK,))]),
    ("选择单元格 A1 到 B3，复制", [Select((BLOCK,)), Edit("copy")]),
    ('Fill in "Mia Lund" for Passenger and mia@lund.example for E-mail',
     [Type("Mia Lund", t("Passenger")), Type("mia@lund.example", t("E-mail"))]),
    ("enter 13800138000 for Phone", [Type("13800138000", t("Phone"))]),
    ("save it as a draft with Ctrl+S", [Press(("ctrl", "s"))]),
    ("save the message as a draft", [Click(t("save as draft"))]),
    ("把邮件存为草稿", [Click(t("存为草稿"))]),
    ('save as "draft"', [SaveAs("draft")]),
    ("另存为“草稿”", [SaveAs("草稿")]),
    ("Right-click in the blank space and click Paste", [Click(ROOM, "right"), Click(t("Paste"))]),
    ("click on an empty area", [Click(ROOM)]),
    ("在空白处点击右键", [Click(ROOM, "right")]),
    ("点击页面空白处", [Click(ROOM)]),
    ('click "Compose"', [Click(q("Compose"))]),
]  # fmt: skip
