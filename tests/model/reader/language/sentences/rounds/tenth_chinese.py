"""Chinese sentences of a tenth round, with what it had to give: what was taken for a name is refused since."""

from model.reader.plan import Check, Click, Drag, Repeat, SetValue, Type
from model.sight.element import Kind
from tests.model.reader.language.sentences.words import Cases, q, t

CASES: Cases = [
    ("麻烦点“注册”，名字填“小艾”", [Click(q("注册")), Type("小艾", t("名字"))]),
    ("输入验证码4471并确认", [Type("4471", t("验证码", Kind.FIELD)), Click(t("确认"))]),
    ("取消勾选“记住我”，登录", [Check((q("记住我"),), False), Click(t("登录"))]),
    ("把“任务3”拖到“任务1”上面", [Drag(q("任务3"), q("任务1"), place="before")]),
    ("点“写信”，收件人填“bob@example.com”，主题填“你好”",
     [Click(q("写信")), Type("bob@example.com", t("收件人")), Type("你好", t("主题"))]),
    ("缩放比例改成150%", [SetValue(t("缩放比例"), "150%")]),
    ("按两次返回按钮", [Repeat((Click(t("返回", Kind.BUTTON)),), 2)]),
]  # fmt: skip
