"""The panel's buttons: roles for the style sheet, names for screen readers, icons in the theme's colour."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, QSize, Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QToolButton

from ui.panel.look.icons import icon
from ui.panel.look.palette import Palette
from ui.panel.look.theme import Theme

Role: TypeAlias = Literal["plain", "primary", "stop", "rail"]

_ICON_SIZE = 20


class _ButtonIcon(QObject):
    """Draws a button's icon anew whenever the theme changes."""

    def __init__(self, button: QAbstractButton, theme: Theme, name: str, role: Role) -> None:
        super().__init__(button)
        self._button, self._role, self.name = button, role, name
        button.setIconSize(QSize(_ICON_SIZE, _ICON_SIZE))
        theme.changed.connect(self.on_theme_changed)
        self.on_theme_changed(theme.palette)

    @Slot(object)
    def on_theme_changed(self, palette: Palette) -> None:
        """Draw it in the colour of what is written on such a button."""
        colours = {"plain": palette.text, "primary": palette.on_accent, "stop": palette.on_danger}
        self._button.setIcon(icon(self.name, colours.get(self._role, palette.muted), palette.muted, _ICON_SIZE))


def push_button(theme: Theme, text: str, name: str = "", role: Role = "plain") -> QPushButton:
    """Return a button with a text and, where `name` says one, an icon."""
    button = QPushButton(text)
    button.setProperty("role", role)
    if name:
        _ButtonIcon(button, theme, name, role)
    return button


def icon_button(theme: Theme, name: str, label: str) -> QToolButton:
    """Return a button with an icon alone; its label is the tool tip and what a screen reader says."""
    button = QToolButton()
    button.setToolTip(label)
    button.setAccessibleName(label)
    _ButtonIcon(button, theme, name, "plain")
    return button


def rail_button(theme: Theme, text: str, name: str) -> QToolButton:
    """Return a button of the rail: its icon above its text, one of them down."""
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setAutoExclusive(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setProperty("role", "rail")
    _ButtonIcon(button, theme, name, "rail")
    return button


def example_button(theme: Theme, text: str) -> QPushButton:
    """Return a wide button that carries a whole sentence."""
    button = push_button(theme, text, "run")
    button.setProperty("role", "example")
    button.setAccessibleName(text)
    return button
