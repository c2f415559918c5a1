"""A person at the panel: finds what is visible by its words, clicks and types, and waits for what is to happen."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.panel.widgets.painted_text import PaintedText

WAIT_MS = 10_000

W = TypeVar("W", bound=QWidget)


class Person:
    """Sees only visible windows and uses only the mouse and the keyboard."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def starts(self, goal: str = "do it") -> None:
        """Begin a run."""
        self.write("Goal", goal)
        self.press("Start")

    def starts_after(self, page: str, goal: str) -> None:
        """Go to a page first."""
        self.press(page)
        self.starts(goal)

    def press(self, text: str) -> None:
        """Click the button that says this."""
        self.wait_for(lambda: self._button(text) is not None and self._button(text).isEnabled())  # type: ignore[union-attr]
        button = self._button(text)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def button(self, text: str) -> QAbstractButton:
        """Find the button that says this, whether it can be pressed or not."""
        self.wait_for(lambda: self._button(text) is not None)
        button = self._button(text)
        assert button is not None
        return button

    def lives_on(self, milliseconds: int) -> None:
        """Let time pass in which nothing is awaited, with the window living on."""
        self._qtbot.wait(milliseconds)

    def write(self, name: str, text: str) -> None:
        """Replace what stands in the field of that name."""
        field = next(f for f in self._visible(QWidget) if f.accessibleName() == name)
        assert isinstance(field, QPlainTextEdit | QLineEdit)
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)

    def sees(self, text: str) -> bool:
        """Whether some text on the screen holds this."""
        labels = (label.text() for label in self._visible(QLabel))
        painted = (shown.accessibleName() for shown in self._visible(PaintedText))
        return any(text in shown for shown in (*labels, *painted))

    def can_press(self, text: str) -> bool:
        """Whether a button says this and can be pressed."""
        button = self._button(text)
        return button is not None and button.isEnabled()

    def reads(self, name: str) -> str:
        """Return what stands in the field of that name."""
        field = next(f for f in self._visible(QPlainTextEdit) if f.accessibleName() == name)
        return field.toPlainText()

    def wait_for(self, happened: Callable[[], bool]) -> None:
        """Wait, with the window living on."""
        self._qtbot.waitUntil(happened, timeout=WAIT_MS)

    def wait_to_see(self, text: str) -> None:
        """Wait for a label."""
        self.wait_for(lambda: self.sees(text))

    def _button(self, text: str) -> QAbstractButton | None:
        return next((b for b in self._visible(QAbstractButton) if text in (b.text(), b.accessibleName())), None)

    def _visible(self, kind: type[W]) -> Iterator[W]:
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                yield from (widget for widget in window.findChildren(kind) if widget.isVisible())
