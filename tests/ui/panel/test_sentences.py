"""What the policy and the run say is Chinese in the Chinese panel, with what was found in its place."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from actions.effects import effects
from actions.policy.policy import Policy, Surroundings, strictest
from actions.schema import Box, Click, InputAction, OpenApp, PressKeys, TypeText
from tests.fakes import FakeModel
from tests.ui.panel.conftest import OpenPanel
from tests.ui.panel.person import Person
from tests.ui.panel.replies import click
from ui.panel.language import use_language
from ui.panel.sentences import translated
from ui.panel.settings.panel_settings import PanelSettings

pytestmark = pytest.mark.display

CLICK = Click(box_2d=Box(1, 1, 2, 2))
ENGLISH = re.compile(r"\b(the|is|are|which|it)\b", re.IGNORECASE)


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    translators = use_language(qapp, "zh")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
    use_language(qapp, "en")


@pytest.mark.parametrize(
    ("policy", "action", "around", "found"),
    [
        (Policy(), CLICK, Surroundings(labels=("Send",)), "Send"),
        (Policy(), CLICK, Surroundings(labels=("Don't save",)), "save"),
        (Policy(), TypeText(text="ls\n"), Surroundings(window_class=("xterm", "XTerm")), "XTerm"),
        (Policy(), OpenApp(app_name="GIMP"), Surroundings(), "GIMP"),
        (Policy(), PressKeys(keys=("ctrl", "s")), Surroundings(), "ctrl+s"),
        (Policy(), TypeText(text="{{secret:BANK}}"), Surroundings(), "BANK"),
        (Policy(), CLICK, Surroundings(), ""),
        (Policy(windows=("Mail*",)), CLICK, Surroundings(titles=("Bank",)), "Bank"),
        (Policy(windows=("Mail*",)), CLICK, Surroundings(), ""),
        (Policy(stay_in_window=True), CLICK, Surroundings(), ""),
    ],
)
def test_a_reason_of_the_policy_is_translated(
    chinese: None, policy: Policy, action: InputAction, around: Surroundings, found: str
) -> None:
    judgement = strictest([policy.judge(effect, around) for effect in effects(action)])
    for sentence in (judgement.reason, f"{judgement.reason} (The policy says `{judgement.rule}: ask`.)"):
        assert not ENGLISH.search(translated(sentence)), translated(sentence)
        assert found in translated(sentence)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Another window has taken the keyboard. Look again.", ""),
        ("It opens “Foo”, which runs: /bin/foo --as “bar”.", "/bin/foo --as “bar”."),
        ("It was broken off under way: It closes something, with all that is not saved.", "未保存"),
        (
            "Something unforeseen went wrong (ZeroDivisionError: by zero). Please report it.",
            "ZeroDivisionError: by zero",
        ),
        ("/srv/runs cannot be used: Permission denied.", "/srv/runs"),
    ],
)
def test_what_the_guard_and_the_panel_say_is_translated(chinese: None, sentence: str, found: str) -> None:
    assert translated(sentence) != sentence
    assert found in translated(sentence)


def test_what_is_not_known_is_shown_as_it_is(chinese: None) -> None:
    assert translated("Some {odd} sentence.") == "Some {odd} sentence."


def test_a_sentence_keeps_braces_that_a_screen_shows(chinese: None) -> None:
    assert "{0} {x!r}" in translated("It opens “{0} {x!r}”.")


def test_an_ending_is_said_in_chinese(open_panel: OpenPanel, person: Person) -> None:
    settings = PanelSettings(language="zh", theme="light", max_steps=2)
    panel = open_panel(FakeModel(click(100), click(300), click(500)), settings=settings)
    panel.run_page.start_wanted.emit("目标", False)
    person.wait_to_see("2 步还不够。")
