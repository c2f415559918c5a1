"""A titled card of the settings: labels at the left, what can be set at the right, hints below."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLabel, QSpinBox, QVBoxLayout, QWidget

from ui.panel.look.icons import picture
from ui.panel.look.theme import Theme
from ui.panel.widgets.labels import label

_LABEL_WIDTH, _LABEL_HEIGHT = 170, 32
_ARROW = 16
_TEXT_MARGIN = 7


class Section(QFrame):
    """Rows under a heading."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(label(title, "heading"))
        self.rows = QFormLayout()
        self.rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.rows.setHorizontalSpacing(18)
        self.rows.setVerticalSpacing(10)
        layout.addLayout(self.rows)

    def add(self, text: str, widget: QWidget, hint: str = "") -> QLabel:
        """Add a row; screen readers say its text with the widget."""
        name = label(text)
        name.setMinimumSize(_LABEL_WIDTH, _LABEL_HEIGHT)
        name.setBuddy(widget)
        widget.setAccessibleName(text)
        self.rows.addRow(name, widget)
        if hint:
            self.rows.addRow(QWidget(), label(hint, "muted", wraps=True))
        return name


class Chooser(QComboBox):
    """Offers texts for values; `currentData` gives the value."""

    def __init__(self, theme: Theme, options: Sequence[tuple[str, str]], chosen: str) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value, text in options:
            self.addItem(text, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the arrow, which a style sheet takes away."""
        super().paintEvent(event)
        painter = QPainter(self)
        corner = QPoint(self.width() - _ARROW - 8, (self.height() - _ARROW) // 2)
        painter.drawPixmap(corner, picture("chevron", self._theme.palette.muted, _ARROW))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the wheel scroll the page instead of the choice."""
        event.ignore()


def number(value: int, least: int, most: int, unit: str = "") -> QSpinBox:
    """Return a field for a whole number."""
    field = QSpinBox()
    field.setRange(least, most)
    field.setValue(value)
    if unit:
        field.setSuffix(f" {unit}")
    field.lineEdit().setTextMargins(_TEXT_MARGIN, 0, 0, 0)  # a style sheet's padding does not reach it
    return field
