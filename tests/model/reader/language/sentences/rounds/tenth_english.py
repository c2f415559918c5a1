"""English sentences of a tenth round, with what it had to give: what was taken for a name is refused since."""

from model.reader.plan import Check, Click, Condition, Drag, If, Repeat, Scroll, SetValue, Type
from model.sight.element import Kind
from tests.model.reader.language.sentences.words import Cases, at, button, q, t

CASES: Cases = [
    ("Could you click Register and then fill in “Ada” for first name?",
     [Click(t("Register")), Type("Ada", t("first name"))]),
    ("Click the arrow next to “Shipping” to expand it", [Click(t("arrow", None, 0, at("next to", q("Shipping"))))]),
    ("Type the code 4471 and confirm", [Type("4471", t("code", Kind.FIELD)), Click(t("confirm"))]),
    ("Untick “Remember me” and sign in", [Check((q("Remember me"),), False), Click(t("login"))]),
    ("Drag “Task 3” above “Task 1”", [Drag(q("Task 3"), q("Task 1"), place="before")]),
    ("Scroll until you find “Contact us” and click on it",
     [Scroll("down", until=q("Contact us")), Click(q("Contact us"))]),
    ("Click Compose, enter “bob@example.com” as the recipient and “Hi” as the subject",
     [Click(t("Compose")), SetValue(t("recipient"), "bob@example.com"), SetValue(t("subject"), "Hi")]),
    ("Change the zoom level to 150%", [SetValue(t("zoom level"), "150%")]),
    ("If the Save button is visible and enabled, click it",
     [If(Condition(button("Save")), (If(Condition(button("Save"), "enabled"), (Click(button("Save")),)),))]),
    ("If X is visible or Y is visible, click OK",
     [If(Condition(t("X")), (Click(t("OK")),), (If(Condition(t("Y")), (Click(t("OK")),)),))]),
    ("Hit the back button twice", [Repeat((Click(t("back", Kind.BUTTON)),), 2)]),
]  # fmt: skip
