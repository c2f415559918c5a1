"""Which button sends a form off that says so in another word: the only one there, right after something was typed."""

from model.reader.finding.candidate import Candidate, inside_only
from model.reader.plan import Target
from model.reader.scene import Scene
from model.sight.element import Kind

_WORDS = frozenset(
    {
        *("submit", "send", "ok", "okay", "go", "done", "log in", "login", "sign in", "enter", "confirm", "continue"),
        *("提交", "发送", "确定", "确认", "登录", "完成"),
    }
)


def only_sender(target: Target, scene: Scene) -> list[Candidate]:
    """Return the only button of the screen where it and the target are both words for sending a form off."""
    if scene.typed_in is None or target.relations or target.kind not in (None, Kind.BUTTON):
        return []
    buttons = [element for element in scene.elements if element.kind is Kind.BUTTON]
    is_meant = len(buttons) == 1 and _plain(target.text) in _WORDS and _plain(buttons[0].text) in _WORDS
    return [inside_only(buttons[0])] if is_meant else []


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .!>")
