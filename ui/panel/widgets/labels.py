"""Labels by their role in the style sheet, and the frame that most things stand in."""

from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

Role: TypeAlias = Literal["title", "heading", "section", "muted", "plain", "error", "good", "bad", "warning", "busy"]


def label(text: str = "", role: Role = "plain", *, wraps: bool = False) -> QLabel:
    """Return a label for text that may come from a model or a screen: it is never taken for markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wraps)
    if wraps:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def say(shown: QLabel, text: str, role: Role) -> None:
    """Show another text in another role; without a text nothing."""
    if (shown.text(), shown.property("role"), shown.isHidden()) == (text, role, not text):
        return  # laying out and polishing take milliseconds
    shown.setText(text)
    shown.setVisible(bool(text))
    shown.setProperty("role", role)
    shown.style().polish(shown)  # a style sheet looks at properties only once


def card(margin: int = 14, spacing: int = 10) -> tuple[QFrame, QVBoxLayout]:
    """Return a rounded frame and the layout in it."""
    frame = QFrame()
    frame.setObjectName("card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return frame, layout
