"""Dresses the application: style sheet, palette and typeface, following the system's light or dark."""

from importlib.resources import files
from typing import Literal, TypeAlias

from jinja2 import Environment, StrictUndefined
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from ui.panel.look.palette import DARK, HIGH_CONTRAST, LIGHT, Palette

ThemeName: TypeAlias = Literal["system", "light", "dark", "high contrast"]

_FAMILIES = ["Segoe UI Variable Text", "Segoe UI", "SF Pro Text", "Inter", "Noto Sans", "Cantarell", "Ubuntu"]
_CJK_FAMILIES = ["Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC"]
_POINTS = 10


class Theme(QObject):
    """The application's looks.

    Signals:
        changed: Everything that paints by itself paints anew (Palette).
    """

    changed = Signal(object)

    def __init__(self, application: QApplication, name: ThemeName = "system") -> None:
        super().__init__(application)
        self._application, self._name = application, name
        self.palette = LIGHT
        application.setStyle("Fusion")
        application.setFont(_font())
        application.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self.use(name)

    def use(self, name: ThemeName) -> None:
        """Dress the application in this theme."""
        self._name = name
        self.palette = _palette(name, self._application.styleHints().colorScheme())
        self._application.setPalette(_qt_palette(self.palette))
        self._application.setStyleSheet(style_sheet(self.palette))
        self.changed.emit(self.palette)

    @Slot()
    def _on_scheme_changed(self) -> None:
        if self._name == "system":
            self.use("system")


def style_sheet(palette: Palette) -> str:
    """Return the whole style sheet in these colours."""
    source = files("ui.panel.look").joinpath("style.qss.j2").read_text(encoding="utf-8")
    # The sheet is no HTML and holds only colours of our own.
    return Environment(undefined=StrictUndefined, autoescape=False).from_string(source).render(c=palette)  # noqa: S701


def _palette(name: ThemeName, scheme: Qt.ColorScheme) -> Palette:
    if name == "system":
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
    return {"light": LIGHT, "dark": DARK, "high contrast": HIGH_CONTRAST}[name]


def _qt_palette(colours: Palette) -> QPalette:
    """Return Qt's own palette, for what the style sheet does not reach."""
    role = QPalette.ColorRole
    palette = QPalette()
    for part, colour in {
        role.Window: colours.window,
        role.Base: colours.card,
        role.AlternateBase: colours.raised,
        role.Button: colours.card,
        role.WindowText: colours.text,
        role.Text: colours.text,
        role.ButtonText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
    }.items():
        palette.setColor(part, QColor(colour))
    return palette


def _font() -> QFont:
    font = QFont()
    font.setFamilies([*_FAMILIES, *_CJK_FAMILIES])
    font.setPointSize(_POINTS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
