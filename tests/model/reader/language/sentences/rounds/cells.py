"""What people say of the cells of a sheet, in English and Chinese."""

from model.reader.plan import Clear, Click, Condition, Edit, If, Press, Select, SetValue, Tell, Type
from model.sight.element import Kind
from tests.model.reader.language.sentences.words import ENTER, Cases, button, field, t

A1, A2, A3, B2, B3, B7, C2, C3 = (t(a, Kind.CELL) for a in ("A1", "A2", "A3", "B2", "B3", "B7", "C2", "C3"))
BLOCK = t("A1:C5", Kind.CELL)

CASES: Cases = [
    ("type 5 in A1", [Type("5", A1)]),
    ('enter "Total" into B10', [Type("Total", t("B10", Kind.CELL))]),
    ("put 12.5 in C3", [Type("12.5", C3)]),
    ("put the text Hello into cell B2", [Type("Hello", B2)]),
    ("write =SUM(A1:A5) in A6", [Type("=SUM(A1:A5)", t("A6", Kind.CELL))]),
    ("type 5 in A1 and 7 in A2", [Type("5", A1), Type("7", A2)]),
    ("Type 5 in A1 and 7 in A2, then type =A1+A2 in A3", [Type("5", A1), Type("7", A2), Type("=A1+A2", A3)]),
    ("type 1 in A1, 2 in A2 and 3 in A3", [Type("1", A1), Type("2", A2), Type("3", A3)]),
    ("type =A1+A2 in A3 and press Enter", [Type("=A1+A2", A3), ENTER]),
    ("type the value of B2 into C3", [Type("", C3, reading=B2)]),
    ("set A1 to 5", [SetValue(A1, "5")]),
    ('set cell B2 to "apple"', [SetValue(B2, "apple")]),
    ("change the value of B2 to 100", [SetValue(B2, "100")]),
    ("click B3", [Click(B3)]),
    ("click cell b3", [Click(B3)]),
    ("double-click B3", [Click(B3, clicks=2)]),
    ("select A1:C5", [Select((BLOCK,))]),
    ("select A1 to C5", [Select((BLOCK,))]),
    ("select cells A1 through C5", [Select((BLOCK,))]),
    ("select A1:C5 and press Delete", [Select((BLOCK,)), Press(("delete",))]),
    ("what is in B7", [Tell(B7)]),
    ("What's in cell B7?", [Tell(B7)]),
    ("what does cell B7 say", [Tell(B7)]),
    ("the value of cell B7", [Tell(B7)]),
    ("what is the value of B7", [Tell(B7)]),
    ("clear cell B2", [Clear(B2)]),
    ("clear A1:C5", [Clear(BLOCK)]),
    ("delete the contents of B2", [Clear(B2)]),
    ("copy B2 to C2", [Edit("copy", B2), Edit("paste", C2)]),
    ('if B2 reads "apple", type 5 in C2', [If(Condition(B2, "reads", "apple"), (Type("5", C2),))]),
    ("is cell B2 empty?", [Tell(B2, "is", Condition(B2, "empty"))]),
    ('在B2单元格输入"苹果"', [Type("苹果", B2)]),
    ("在A1中输入5", [Type("5", A1)]),
    ("在单元格C3里填入 =A1+A2", [Type("=A1+A2", C3)]),
    ("在A1输入5，在A2输入7", [Type("5", A1), Type("7", A2)]),
    ("把B2改成100", [SetValue(B2, "100")]),
    ("选中单元格A1", [Select((A1,))]),
    ("B7单元格的值是多少", [Tell(B7)]),
    ("单元格B7里是什么", [Tell(B7)]),
    ("选中A1到C5", [Select((BLOCK,))]),
    ("清空B2", [Clear(B2)]),
    ("把B2复制到C2", [Edit("copy", B2), Edit("paste", C2)]),
    ("type 7 in Room 5", [Type("7", t("Room 5"))]),
    ("type 7 into the Room 5 field", [Type("7", field("Room 5"))]),
    ("type A1 into Name", [Type("A1", t("Name"))]),
    ("click the A1 button", [Click(button("A1"))]),
    ("press F5", [Press(("f5",))]),
]  # fmt: skip
