"""What the policy makes of an effect in its surroundings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from actions.applications.desktop_entries import Application
from actions.effects import DragTo, Drop, Effect, Keys, Launch, Pause, Point, Press, Text, Turn
from actions.policy.policy import Policy, Rule, Surroundings, Verdict
from actions.policy.reach import Reach
from actions.schema import Box

BOX = Box(400, 400, 500, 450)
CLICK = Press(BOX)
EDITOR = Surroundings(titles=("Untitled 1 - Mousepad",), window_class=("mousepad", "Mousepad"))
XTERM = Surroundings(titles=("~",), window_class=("xterm", "XTerm"))
GIMP = Application("GIMP", ("gimp-2.10", "--new"))
OWN_GIMP = Application("GIMP", ("sh", "-c", "rm -r ~"), from_users_folder=True)


def near(*labels: str, caret: bool = False) -> Surroundings:
    return Surroundings(titles=("Mail",), window_class=("mail", "Mail"), labels=labels, caret=caret)


def keys(*names: str) -> Keys:
    return Keys(names)


def judged(effect: Effect, around: Surroundings, policy: Policy | None = None) -> tuple[Verdict, Rule]:
    judgement = (policy or Policy()).judge(effect, around)
    return judgement.verdict, judgement.rule


@pytest.mark.parametrize(
    "effect",
    [
        CLICK,
        Press(BOX, "right"),
        Point(BOX),
        DragTo(BOX, BOX),
        Drop(BOX),
        Text("Dear all,\nplease delete this\n"),
        keys("enter"),
        keys("tab"),
        keys("ctrl", "s"),
        Turn("down", 5),
        Pause(1),
    ],
)
def test_everyday_work_in_an_editor_is_allowed_by_default(effect: Effect) -> None:
    around = Surroundings(EDITOR.titles, EDITOR.window_class, ("Save", "Cancel", "Name", "保存"))
    assert Policy().judge(effect, around).verdict is Verdict.ALLOW


@pytest.mark.parametrize(
    "effect", [Text("rm -rf ~"), keys("enter"), keys("a"), keys("ctrl", "d"), Press(BOX, "middle")]
)
@pytest.mark.parametrize("name", ["XTerm", "Gnome-terminal", "konsole", "kitty", "Xfce4-terminal", "rofi", "krunner"])
def test_what_reaches_a_terminal_is_asked(effect: Effect, name: str) -> None:
    around = Surroundings(window_class=(name.lower(), name))
    assert judged(effect, around) == (Verdict.ASK, "terminal")


def test_pasting_by_a_terminals_menu_is_typing() -> None:
    menu = Surroundings(window_class=XTERM.window_class, labels=("粘贴",))
    assert judged(CLICK, menu) == (Verdict.ASK, "terminal")


@pytest.mark.parametrize("effect", [CLICK, Point(BOX), Turn("up", 1)])
def test_looking_around_in_a_terminal_is_not_typing(effect: Effect) -> None:
    assert judged(effect, XTERM) == (Verdict.ALLOW, "other")


def test_an_unknown_window_is_no_terminal() -> None:
    assert judged(Text("ls"), Surroundings()) == (Verdict.ALLOW, "other")


@pytest.mark.parametrize("label", ["Send", "发送"])
def test_what_may_press_a_committing_button_is_asked(label: str) -> None:
    assert judged(CLICK, near("Cancel", label)) == (Verdict.ASK, "commit")


@pytest.mark.parametrize("label", ["Don't Save", "Close without saving", "不保存"])
def test_closing_without_saving_is_asked(label: str) -> None:
    assert judged(CLICK, near(label)) == (Verdict.ASK, "discard")


def test_the_reason_names_the_label_as_it_was_read() -> None:
    assert "“Send Now”" in Policy().judge(CLICK, near("Send Now")).reason


def test_a_judgement_keeps_its_evidence() -> None:
    judgement = Policy().judge(keys("enter"), near("Send", "Cancel", caret=True))
    assert (judgement.window, judgement.labels, judgement.focus) == ("Mail", ("Send", "Cancel"), "a text caret")


@pytest.mark.parametrize(("effect", "asked"), [(keys("d"), True), (keys("alt", "d"), True), (keys("c"), False)])
def test_a_letter_presses_only_what_may_have_it_as_its_mnemonic(effect: Effect, asked: bool) -> None:
    assert (judged(effect, near("Cancel", "Delete"))[0] is Verdict.ASK) is asked


def test_a_typed_blank_presses_whatever_has_the_focus() -> None:
    assert judged(Text(" "), near("Delete")) == (Verdict.ASK, "commit")


@pytest.mark.parametrize("chord", [("alt", "f4"), ("ctrl", "w"), ("ctrl", "q"), ("ctrl", "shift", "w")])
def test_keys_that_close_something_are_asked(chord: tuple[str, ...]) -> None:
    assert judged(keys(*chord), EDITOR) == (Verdict.ASK, "discard")


@pytest.mark.parametrize("chord", [("delete",), ("shift", "delete"), ("backspace",), ("ctrl", "delete")])
def test_removing_keys_are_asked_unless_a_caret_has_the_focus(chord: tuple[str, ...]) -> None:
    assert judged(keys(*chord), near()) == (Verdict.ASK, "remove")
    assert judged(keys(*chord), near(caret=True))[0] is Verdict.ALLOW


def test_a_system_chord_with_a_removing_key_is_asked_even_with_a_caret() -> None:
    assert judged(keys("ctrl", "alt", "delete"), near(caret=True)) == (Verdict.ASK, "remove")


@pytest.mark.parametrize(
    ("effect", "without_caret", "with_caret"),
    [
        (Text("hello"), Reach.WINDOW, Reach.NOTHING),
        (keys("space"), Reach.WINDOW, Reach.NOTHING),
        (keys("y"), Reach.WINDOW, Reach.NOTHING),
        (keys("shift", "y"), Reach.WINDOW, Reach.NOTHING),
        (keys("enter"), Reach.WINDOW, Reach.WINDOW),
        (keys("ctrl", "enter"), Reach.WINDOW, Reach.WINDOW),
        (keys("alt", "y"), Reach.WINDOW, Reach.WINDOW),
        (keys("tab"), Reach.NOTHING, Reach.NOTHING),
        (keys("ctrl", "c"), Reach.NOTHING, Reach.NOTHING),
        (CLICK, Reach.PLACE, Reach.PLACE),
        (Press(BOX, seconds=1), Reach.PLACE, Reach.PLACE),
        (DragTo(BOX, BOX), Reach.PLACE, Reach.PLACE),
        (Drop(BOX), Reach.PLACE, Reach.PLACE),
        (Press(BOX, "right"), Reach.PLACE, Reach.PLACE),
        (Press(BOX, "middle"), Reach.PLACE, Reach.PLACE),
        (Text("a\n"), Reach.WINDOW, Reach.WINDOW),
        (Text("\t "), Reach.WINDOW, Reach.WINDOW),
        (Point(BOX), Reach.NOTHING, Reach.NOTHING),
        (Turn("down", 1), Reach.NOTHING, Reach.NOTHING),
    ],
)
def test_how_far_an_effect_reaches(effect: Effect, without_caret: Reach, with_caret: Reach) -> None:
    assert Policy().reach(effect, near()) is without_caret
    assert Policy().reach(effect, near(caret=True)) is with_caret


def test_dropping_on_a_bin_is_asked_and_opening_it_is_not() -> None:
    for effect in (DragTo(BOX, BOX), Drop(BOX)):
        assert judged(effect, near("Recycle Bin")) == (Verdict.ASK, "commit")
    assert judged(CLICK, near("Recycle Bin"))[0] is Verdict.ALLOW


def test_where_nothing_depends_on_labels_none_are_read() -> None:
    policy = Policy(commit=Verdict.ALLOW, discard=Verdict.ALLOW)
    assert policy.reach(CLICK, near()) is Reach.NOTHING
    assert policy.reach(CLICK, XTERM) is Reach.PLACE  # it may say Paste


def test_a_chord_has_a_rule_of_its_own() -> None:
    policy = Policy(chord=Verdict.REFUSE)
    assert judged(keys("ctrl", "t"), EDITOR, policy) == (Verdict.REFUSE, "chord")
    assert judged(keys("f5"), EDITOR, policy) == (Verdict.ALLOW, "other")


@pytest.mark.parametrize(
    ("application", "named", "verdict"),
    [
        (GIMP, True, Verdict.ALLOW),
        (GIMP, False, Verdict.ASK),
        (OWN_GIMP, True, Verdict.ASK),
        (None, True, Verdict.ASK),
    ],
)
def test_only_an_installed_application_that_the_user_named_opens_unasked(
    application: Application | None, named: bool, verdict: Verdict
) -> None:
    assert judged(Launch("gimp"), Surroundings(application=application, named=named)) == (verdict, "open_app")


def test_the_command_of_an_application_is_shown() -> None:
    assert "sh -c 'rm -r ~'" in Policy().judge(Launch("gimp"), Surroundings(application=OWN_GIMP)).reason


def test_opening_can_be_allowed_or_refused_for_all() -> None:
    around = Surroundings(application=OWN_GIMP, named=True)
    for verdict in (Verdict.ALLOW, Verdict.REFUSE):
        assert judged(Launch("gimp"), around, Policy(open_app=verdict)) == (verdict, "open_app")


def test_typing_a_secret_has_a_rule_of_its_own() -> None:
    judgement = Policy(secret=Verdict.ASK).judge(Text("{{secret:bank}}"), EDITOR)
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
    assert judged(Launch("mail"), Surroundings(), policy) == (Verdict.REFUSE, "stay_in_window")
    assert judged(CLICK, Surroundings(in_bound_window=True), policy) == (Verdict.ALLOW, "other")


def test_waiting_is_always_allowed() -> None:
    policy = Policy(other=Verdict.REFUSE, stay_in_window=True, windows=("nothing",))
    assert policy.judge(Pause(1), Surroundings()).verdict is Verdict.ALLOW


@given(st.text(), st.text(), st.sampled_from([CLICK, keys("enter"), Text("x\n")]))
def test_any_text_on_the_screen_can_be_judged(label: str, title: str, effect: Effect) -> None:
    policy = Policy(windows=(title,), commit_words=(label,))
    assert policy.judge(effect, Surroundings(titles=(title,), labels=(label,))).verdict in Verdict


def test_a_misspelt_setting_is_an_error() -> None:
    with pytest.raises(ValidationError, match="comit"):
        Policy.model_validate({"comit": "allow"})


def test_a_policy_that_is_tightened_allows_what_both_allow() -> None:
    loose = Policy(commit=Verdict.ALLOW, terminal=Verdict.ALLOW, windows=("*Mine*",), commit_words=("launch",))
    tight = Policy(commit=Verdict.REFUSE, chord=Verdict.ASK, windows=("*",), stay_in_window=True)
    both = loose.tightened_by(tight)
    assert (both.commit, both.terminal, both.chord) == (Verdict.REFUSE, Verdict.ASK, Verdict.ASK)
    assert (both.windows, both.stay_in_window, both.commit_words) == (("*Mine*",), True, ("launch",))


def test_tightening_is_never_looser_than_the_first() -> None:
    strict = Policy(other=Verdict.REFUSE, secrets={"bank": ("*Bank*",)})
    both = strict.tightened_by(Policy(secrets={"bank": ("*",), "mail": ("*Mail*",)}))
    assert both.other is Verdict.REFUSE
    assert both.secrets == {"bank": ("*Bank*",), "mail": ("*Mail*",)}
