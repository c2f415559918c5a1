"""What the policy makes of an action in its surroundings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from actions.policy import Policy, Rule, Surroundings, Verdict
from actions.schema import (
    Box,
    Click,
    Drag,
    Hover,
    InputAction,
    LongPress,
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)

BOX = Box(400, 400, 500, 450)
CLICK = Click(box_2d=BOX)
EDITOR = Surroundings(titles=("Untitled 1 - Mousepad",), window_class=("mousepad", "Mousepad"))
XTERM = Surroundings(titles=("~",), window_class=("xterm", "XTerm"))


def near(*labels: str) -> Surroundings:
    return Surroundings(titles=("Mail",), window_class=("mail", "Mail"), labels=labels)


def keys(*names: str) -> PressKeys:
    return PressKeys(keys=names)


def judged(action: InputAction, around: Surroundings, policy: Policy | None = None) -> tuple[Verdict, Rule]:
    judgement = (policy or Policy()).judge(action, around)
    return judgement.verdict, judgement.rule


@pytest.mark.parametrize(
    "action",
    [
        CLICK,
        Click(box_2d=BOX, button="right"),
        Hover(box_2d=BOX),
        Drag(box_2d=BOX, to_box_2d=BOX),
        TypeText(text="Dear all,\nplease delete this\n"),
        TypeText(text="notes.txt", box_2d=BOX, press_enter=True),
        keys("enter"),
        keys("ctrl", "s"),
        keys("alt", "f4"),
        Scroll(direction="down"),
        Wait(),
        OpenApp(app_name="mousepad"),
    ],
)
def test_everyday_work_in_an_editor_is_allowed_by_default(action: InputAction) -> None:
    around = Surroundings(EDITOR.titles, EDITOR.window_class, ("Save", "Cancel", "Name", "保存"))
    assert Policy().judge(action, around).verdict is Verdict.ALLOW


@pytest.mark.parametrize(
    "action",
    [TypeText(text="rm -rf ~"), keys("enter"), keys("a"), keys("ctrl", "d"), Click(box_2d=BOX, button="middle")],
)
@pytest.mark.parametrize("name", ["XTerm", "Gnome-terminal", "konsole", "kitty", "Xfce4-terminal", "rofi", "krunner"])
def test_what_reaches_a_terminal_is_asked(action: InputAction, name: str) -> None:
    around = Surroundings(window_class=(name.lower(), name))
    assert judged(action, around) == (Verdict.ASK, "terminal")


def test_pasting_by_a_terminals_menu_is_typing() -> None:
    menu = Surroundings(window_class=XTERM.window_class, labels=("粘贴",))
    assert judged(CLICK, menu) == (Verdict.ASK, "terminal")


@pytest.mark.parametrize("action", [CLICK, Hover(box_2d=BOX), Scroll(direction="up")])
def test_looking_around_in_a_terminal_is_not_typing(action: InputAction) -> None:
    assert judged(action, XTERM) == (Verdict.ALLOW, "other")


def test_an_unknown_window_is_no_terminal() -> None:
    assert judged(TypeText(text="ls"), Surroundings()) == (Verdict.ALLOW, "other")


@pytest.mark.parametrize(
    "action",
    [
        CLICK,
        Click(box_2d=BOX, clicks=2),
        LongPress(box_2d=BOX),
        Drag(box_2d=BOX, to_box_2d=BOX),
        keys("enter"),
        keys("ctrl", "enter"),
        keys("space"),
        keys("alt", "s"),
        TypeText(text="bye", press_enter=True),
        TypeText(text="bye\n"),
    ],
)
@pytest.mark.parametrize("label", ["Send", "发送"])
def test_what_may_press_a_committing_button_is_asked(action: InputAction, label: str) -> None:
    assert judged(action, near("Cancel", label)) == (Verdict.ASK, "commit")


@pytest.mark.parametrize(
    "action",
    [
        Click(box_2d=BOX, button="right"),
        Hover(box_2d=BOX),
        Scroll(direction="down"),
        TypeText(text="hello", box_2d=BOX),
        keys("tab"),
        keys("ctrl", "c"),
    ],
)
def test_what_presses_no_button_commits_nothing(action: InputAction) -> None:
    assert Policy().judge(action, near("Send")).verdict is Verdict.ALLOW


@pytest.mark.parametrize("label", ["Don't Save", "Close without saving", "不保存"])
def test_closing_without_saving_is_asked(label: str) -> None:
    assert judged(CLICK, near(label)) == (Verdict.ASK, "discard")


def test_the_reason_names_the_label_as_it_was_read() -> None:
    assert "“Send Now”" in Policy().judge(CLICK, near("Send Now")).reason


def test_a_chord_has_a_rule_of_its_own() -> None:
    policy = Policy(chord=Verdict.REFUSE)
    assert judged(keys("ctrl", "w"), EDITOR, policy) == (Verdict.REFUSE, "chord")
    assert judged(keys("f5"), EDITOR, policy) == (Verdict.ALLOW, "other")


def test_opening_an_application_has_a_rule_of_its_own() -> None:
    assert judged(OpenApp(app_name="xterm"), Surroundings(), Policy(open_app=Verdict.ASK)) == (Verdict.ASK, "open_app")


def test_typing_a_secret_has_a_rule_of_its_own() -> None:
    judgement = Policy(secret=Verdict.ASK).judge(TypeText(text="{{secret:bank}}"), EDITOR)
    assert (judgement.verdict, judgement.rule) == (Verdict.ASK, "secret")
    assert "bank" in judgement.reason


def test_everything_else_has_a_rule_too() -> None:
    policy = Policy(other=Verdict.REFUSE)
    assert judged(CLICK, EDITOR, policy) == (Verdict.REFUSE, "other")
    assert judged(keys("ctrl", "s"), EDITOR, policy) == (Verdict.ALLOW, "chord")


def test_the_strictest_of_several_rules_counts() -> None:
    policy = Policy(chord=Verdict.REFUSE)
    assert judged(keys("ctrl", "enter"), near("Send"), policy) == (Verdict.REFUSE, "chord")
    assert judged(keys("ctrl", "enter"), near("Send")) == (Verdict.ASK, "commit")


def test_the_users_words_commit_and_discard() -> None:
    policy = Policy(commit_words=("launch",), discard_words=("forget it",))
    assert judged(CLICK, near("Launch"), policy) == (Verdict.ASK, "commit")
    assert judged(CLICK, near("Forget it"), policy) == (Verdict.ASK, "discard")


@pytest.mark.parametrize("titles", [("Untitled 1 - Mousepad",), ("Save As", "notes.txt - MOUSEPAD")])
def test_listed_windows_and_their_dialogs_take_input(titles: tuple[str, ...]) -> None:
    policy = Policy(windows=("*Mousepad",))
    assert policy.judge(CLICK, Surroundings(titles=titles)).verdict is Verdict.ALLOW


@pytest.mark.parametrize("titles", [("Mail",), ("Mousepad is great - Browser",), ()])
def test_other_windows_and_unknown_ones_do_not(titles: tuple[str, ...]) -> None:
    assert judged(CLICK, Surroundings(titles=titles), Policy(windows=("*Mousepad",))) == (Verdict.REFUSE, "windows")


def test_the_bound_window_is_not_left() -> None:
    policy = Policy(stay_in_window=True)
    assert judged(CLICK, EDITOR, policy) == (Verdict.REFUSE, "stay_in_window")
    assert judged(OpenApp(app_name="mail"), Surroundings(), policy) == (Verdict.REFUSE, "stay_in_window")
    assert judged(CLICK, Surroundings(in_bound_window=True), policy) == (Verdict.ALLOW, "other")


def test_waiting_is_always_allowed() -> None:
    policy = Policy(other=Verdict.REFUSE, stay_in_window=True, windows=("nothing",))
    assert policy.judge(Wait(), Surroundings()).verdict is Verdict.ALLOW


def test_labels_are_needed_only_where_they_matter() -> None:
    assert Policy().needs_labels(CLICK)
    assert Policy().needs_labels(keys("enter"))
    assert not Policy().needs_labels(TypeText(text="hello", box_2d=BOX))
    assert not Policy(commit=Verdict.ALLOW, discard=Verdict.ALLOW).needs_labels(CLICK)


@given(st.text(), st.text(), st.sampled_from([CLICK, keys("enter"), TypeText(text="x\n")]))
def test_any_text_on_the_screen_can_be_judged(label: str, title: str, action: InputAction) -> None:
    policy = Policy(windows=(title,), commit_words=(label,))
    assert policy.judge(action, Surroundings(titles=(title,), labels=(label,))).verdict in Verdict


def test_a_misspelt_setting_is_an_error() -> None:
    with pytest.raises(ValidationError, match="comit"):
        Policy.model_validate({"comit": "allow"})
