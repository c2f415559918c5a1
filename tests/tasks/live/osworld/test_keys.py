"""Python that presses keys and clicks is read, and other Python is not."""

import pytest

from tasks.live.osworld.keys import Step, key_steps
from tasks.live.osworld.unsupported import Unsupported

SCREEN = (1920, 1080)


@pytest.mark.parametrize(
    ("code", "steps"),
    [
        ('import pyautogui; pyautogui.hotkey("ctrl", "s");', [{"press": "ctrl+s"}]),
        ('import pyautogui; pyautogui.hotkey(["shift", "ctrl", "e"]);', [{"press": "shift+ctrl+e"}]),
        (
            "import pyautogui, time\ntime.sleep(0.5)\npyautogui.press('enter', presses=2)",
            [{"wait": 0.5}, {"press": ["enter"], "times": 2}],
        ),
        (
            'import pyautogui; pyautogui.write("名 \\"a\\"", interval=0.1);pyautogui.press(["enter"]);',
            [{"type": '名 "a"'}, {"press": ["enter"], "times": 1}],
        ),
        ("import pyautogui; pyautogui.click(960, 540)", [{"click": {"place": [500.0, 500.0]}}]),
        (
            "import pyautogui; pyautogui.doubleClick(x=192, y=108); pyautogui.scroll(-20)",
            [{"double_click": {"place": [100.0, 100.0]}}, {"scroll": "down", "notches": 20}],
        ),
        ("import pyautogui; pyautogui.click(0, 0, button='right')", [{"right_click": {"place": [0.0, 0.0]}}]),
    ],
)
def test_keys_and_clicks_are_read(code: str, steps: list[Step]) -> None:
    assert key_steps(code, SCREEN) == steps


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.system('id')",
        "import pyautogui as time; time.sleep(1)",
        "import pyautogui; pyautogui.screenshot('/tmp/x')",
        "import pyautogui; pyautogui.press(open('/etc/passwd').read())",
        "import pyautogui; pyautogui.press('a' * 10**9)",
        "import pyautogui; pyautogui.click(button='odd', x=1, y=1)",
        "import pyautogui; pyautogui.click()",
        "import pyautogui; pyautogui.hotkey([])",
        "import pyautogui; pyautogui.press('a', **{'presses': 2})",
        "import pyautogui; pyautogui.write(1)",
        "import pyautogui; [pyautogui.press('a') for _ in range(9)]",
        "pyautogui.press('a'",
        "(" * 3000,
        "import pyautogui; pyautogui.write('" + "a" * 5000 + "')",
        "\0",
    ],
)
def test_other_python_is_not(code: str) -> None:
    with pytest.raises(Unsupported, match="Python"):
        key_steps(code, SCREEN)
