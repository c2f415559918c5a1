"""Goals in English and Chinese as people say them most plainly, and what is named where one is not understood."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.reader.language.goal import read_goal
from model.reader.language.things.context import with_targets
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import (
    Click,
    Drag,
    Edit,
    Hover,
    Instruction,
    OpenApp,
    Pause,
    Press,
    Scroll,
    Select,
    Target,
    Type,
    WaitFor,
)

OK = Target("OK")
ENTER = Press(("enter",))
SAVE_AS: list[Instruction] = [Click(Target("File", where="menu bar")), Click(Target("Save As...", where="menu"))]

ENGLISH: list[tuple[str, list[Instruction]]] = [
    ("click OK", [Click(OK)]),
    ("Click on the OK button.", [Click(OK)]),
    ("please click the button labelled 'OK'", [Click(OK)]),
    ("click button OK", [Click(OK)]),
    ("click button 2", [Click(Target("button 2"))]),
    ("left-click OK", [Click(OK)]),
    ("double-click OK", [Click(OK, clicks=2)]),
    ("double click on OK", [Click(OK, clicks=2)]),
    ("triple-click OK", [Click(OK, clicks=3)]),
    ("Right-click OK", [Click(OK, "right")]),
    ("middle click OK", [Click(OK, "middle")]),
    ("select OK", [Select((OK,))]),
    ("press OK", [Click(OK)]),
    ("click Don't Save", [Click(Target("Don't Save"))]),
    ("click Save and Exit", [Click(Target("Save and Exit"))]),
    ('click "Open, then type"', [Click(Target("Open, then type"))]),
    ("click the second OK", [Click(Target("OK", 2))]),
    ('click the last "OK" button', [Click(Target("OK", -1))]),
    ("click the 3rd OK", [Click(Target("OK", 3))]),
    ("click First name", [Click(Target("First name"))]),
    ("hover over OK", [Hover(OK)]),
    ("move the mouse to OK", [Hover(OK)]),
    ("drag a.txt to Trash", [Drag(Target("a.txt"), Target("Trash"))]),
    ('drag "a to b" onto OK', [Drag(Target("a to b"), OK)]),
    ('type "Hello, then wait"', [Type("Hello, then wait")]),
    ("type hello world", [Type("hello world")]),
    ('type "a" into OK', [Type("a", OK)]),
    ('enter "a" in the OK field', [Type("a", OK)]),
    ("type go to bed", [Type("go to bed")]),
    ("type note.txt into OK", [Type("note.txt", OK)]),
    ('fill in OK with "a"', [Type("a", OK)]),
    (r'type "one\ntwo"', [Type("one\ntwo")]),
    ('type "a" into OK and press Enter', [Type("a", OK), ENTER]),
    ("press Ctrl+Shift+S", [Press(("ctrl", "shift", "s"))]),
    ("hit Enter", [ENTER]),
    ('type "a", Enter', [Type("a"), ENTER]),
    ("scroll down", [Scroll("down")]),
    ("scroll up by 3 notches", [Scroll("up", 3)]),
    ("scroll left 2 times over OK", [Scroll("left", 2, OK)]),
    ("scroll down 120", [Scroll("down", 50), Scroll("down", 50), Scroll("down", 20)]),
    ("make it bold with Ctrl+B and save the letter", [Press(("ctrl", "b")), Edit("save")]),
    ("open menu File > Save As...", SAVE_AS),
    ("click File -> Save As...", SAVE_AS),
    ("File > Save As...", SAVE_AS),
    ("open the menu File → Save As...", SAVE_AS),
    ("open the File menu", SAVE_AS[:1]),
    ('open menu "a > b" > c', [Click(Target("a > b", where="menu bar")), Click(Target("c", where="menu"))]),
    ("wait for OK", [WaitFor(OK)]),
    ('wait until "OK" appears', [WaitFor(OK)]),
    ("wait for OK to show up", [WaitFor(OK)]),
    ("wait 3 seconds", [Pause(3)]),
    ("wait 1.5 s", [Pause(1.5)]),
    ("wait half a minute", [Pause(30)]),
    ("wait 2 minutes", [Pause(60), Pause(60)]),
    ("wait", [Pause(2)]),
    ("open mousepad", [OpenApp("mousepad")]),
    ("launch the application Text Editor", [OpenApp("Text Editor")]),
    ('click OK, type "a"; then press Enter\nwait for OK', [Click(OK), Type("a"), ENTER, WaitFor(OK)]),
    ("click OK. Scroll up 1", [Click(OK), Scroll("up", 1)]),
    ("First click OK, and then hit Enter, and finally wait for OK!", [Click(OK), ENTER, WaitFor(OK)]),
]  # fmt: skip

CHINESE: list[tuple[str, list[Instruction]]] = [
    ("点击OK", [Click(OK)]),
    ("请单击“OK”按钮。", [Click(OK)]),
    ("点击OK按钮", [Click(OK)]),
    ("双击OK", [Click(OK, clicks=2)]),
    ("三击OK", [Click(OK, clicks=3)]),
    ("右键点击OK", [Click(OK, "right")]),
    ("右击OK", [Click(OK, "right")]),
    ("中键点击OK", [Click(OK, "middle")]),
    ("选择“OK”", [Select((OK,))]),
    ("点击第二个“OK”", [Click(Target("OK", 2))]),
    ("点击最后一个OK按钮", [Click(Target("OK", -1))]),
    ("点击再见", [Click(Target("再见"))]),
    ("点击“保存，然后退出”", [Click(Target("保存，然后退出"))]),
    ("将鼠标移到OK上", [Hover(OK)]),
    ("悬停在“OK”上", [Hover(OK)]),
    ("把a.txt拖到回收站", [Drag(Target("a.txt"), Target("回收站"))]),
    ("拖动“a”到OK", [Drag(Target("a"), OK)]),
    ("输入“你好，然后再见”", [Type("你好，然后再见")]),
    ("输入「你好」到“OK”框", [Type("你好", OK)]),
    ("在“OK”中输入“你好”", [Type("你好", OK)]),
    ("在OK输入框里填写“你好”", [Type("你好", OK)]),
    ("输入：你好", [Type("你好")]),
    ("按 Ctrl+S", [Press(("ctrl", "s"))]),
    ("按回车键", [ENTER]),
    ("输入“a”并按回车", [Type("a"), ENTER]),
    ("输入“a”后按下回车", [Type("a"), ENTER]),
    ("向下滚动", [Scroll("down")]),
    ("向上滚动 3 格", [Scroll("up", 3)]),
    ("在“OK”上向下滚动两次", [Scroll("down", 2, OK)]),
    ("打开菜单 File > Save As...", SAVE_AS),
    ("在菜单中选择 File > Save As...", SAVE_AS),
    ("在计算器里输入“2+3”", [Type("2+3")]),
    ("用 Ctrl+B 加粗，保存通知", [Press(("ctrl", "b")), Edit("save")]),
    ("打开菜单 编辑 > 复制结果", [Click(Target("编辑", where="menu bar")), Click(Target("复制结果", where="menu"))]),
    ("打开“File”菜单", SAVE_AS[:1]),
    ("等待OK", [WaitFor(OK)]),
    ("等待“OK”出现", [WaitFor(OK)]),
    ("等待3秒", [Pause(3)]),
    ("等两秒钟", [Pause(2)]),
    ("等待一分钟", [Pause(60)]),
    ("稍等", [Pause(2)]),
    ("打开应用“mousepad”", [OpenApp("mousepad")]),
    ("启动 mousepad", [OpenApp("mousepad")]),
    ("先点击OK，再按回车，然后等待3秒；最后双击OK", [Click(OK), ENTER, Pause(3), Click(OK, clicks=2)]),
    ("点击OK并双击OK", [Click(OK), Click(OK, clicks=2)]),
    ("点击OK, then press Enter", [Click(OK), ENTER]),
]  # fmt: skip


def by_words(target: Target) -> Target:
    """Return a target by its words alone; the tables of sentences look at the kind and the quotation marks."""
    return replace(target, kind=None, quoted=False)


@pytest.mark.parametrize(("goal", "instructions"), ENGLISH)
def test_english(goal: str, instructions: list[Instruction]) -> None:
    assert with_targets(tuple(read_goal(goal)), by_words) == tuple(instructions)


@pytest.mark.parametrize(("goal", "instructions"), CHINESE)
def test_chinese(goal: str, instructions: list[Instruction]) -> None:
    assert with_targets(tuple(read_goal(goal)), by_words) == tuple(instructions)


@pytest.mark.parametrize(
    ("goal", "part"),
    [
        ("dance wildly, then click OK", "“dance wildly”"),
        ("click OK, dance wildly", "“dance wildly”"),
        ("点击OK，跳个舞", "“跳个舞”"),
        ('type "abc', "never ends"),
        ('type "a" "b"', "quotation marks inside"),
        ('click "a" or "b"', 'what "a" or "b" points at'),
        ("click", "“click”"),
        ("x", "“x”"),
        ("", "nothing to do"),
        (" , 。", "nothing to do"),
    ],
)
def test_what_is_not_understood_is_named(goal: str, part: str) -> None:
    with pytest.raises(InstructionError, match=part):
        read_goal(goal)


@given(st.text())
def test_quoted_text_survives_exactly(text: str) -> None:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    assert read_goal(f'type "{escaped}" and press Enter') == [Type(text), ENTER]


WORDS = st.sampled_from(
    (
        *("click", "type", "press", "wait for", "open menu", "drag", "to", "the", "second", "File > Save", "Ctrl+S"),
        *(
            "点击",
            "输入",
            "并",
            "然后",
            "第二个",
            "按钮",
            "菜单",
            "秒",
            "3",
            ",",
            ".",
            "...",
            "\n",
            '"',
            "“",
            "”",
            "'",
            "\\",
        ),
    )
)


@given(st.lists(WORDS | st.text(max_size=5), max_size=12))
@settings(max_examples=150)
def test_no_goal_raises_anything_but_an_instruction_error(words: list[str]) -> None:
    with suppress(InstructionError):
        assert read_goal(" ".join(words))
