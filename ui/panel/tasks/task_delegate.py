"""Paints a task of the list: its name, how it stands in a word of its colour, its tags or what it is doing, when."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.panel.look.theme import Theme
from ui.panel.tasks.listing import Entry
from ui.panel.tasks.task_model import DOING_ROLE, ENTRY_ROLE
from ui.panel.tasks.task_words import second_line, state, title, when
from ui.panel.widgets.labels import Role

_ROW_HEIGHT, _PADDING, _GAP, _BAR = 60, 14, 12, 4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TaskDelegate(QStyledItemDelegate):
    """A card for each task; `shown` is the key of the one whose details are shown beside the list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.shown = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return the rows' one height."""
        return QSize(200, _ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        entry: Entry = index.data(ENTRY_ROLE)
        doing: str | None = index.data(DOING_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(2, 2, -2, -2)
        self._draw_ground(painter, row, option, is_shown=entry.key == self.shown)
        area = row.adjusted(_PADDING, 7, -_PADDING, -7)
        top = QRect(area.left(), area.top(), area.width(), area.height() // 2)
        bottom = QRect(area.left(), top.bottom() + 1, area.width(), area.height() // 2)
        words, role = state(entry, doing)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        self._line(painter, top, (title(entry), self._theme.palette.text, bold), (words, self._colour(role), bold))
        muted = self._theme.palette.muted
        self._line(painter, bottom, (second_line(entry, doing), muted, option.font), (when(entry), muted, option.font))
        painter.restore()

    def _draw_ground(self, painter: QPainter, row: QRect, option: QStyleOptionViewItem, *, is_shown: bool) -> None:
        colours = self._theme.palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        edge = colours.accent if selected or focused else colours.border
        painter.setPen(QPen(QColor(edge), colours.line + focused))
        painter.setBrush(QColor(colours.accent_soft if selected else colours.card))
        painter.drawRoundedRect(row, 10, 10)
        if is_shown:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRect(row.left(), row.top() + 12, _BAR, row.height() - 24), 2, 2)

    def _line(
        self, painter: QPainter, area: QRect, left: tuple[str, str, QFont], right: tuple[str, str, QFont]
    ) -> None:
        """Write a text, a colour and a font at each side; the one at the left gives way."""
        text, colour, font = right
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(area, _RIGHT, text)
        room = area.width() - (painter.fontMetrics().horizontalAdvance(text) + _GAP if text else 0)
        text, colour, font = left
        painter.setFont(font)
        painter.setPen(QColor(colour))
        elided = painter.fontMetrics().elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, _LEFT, elided)

    def _colour(self, role: Role) -> str:
        colours = self._theme.palette
        return {"good": colours.good, "bad": colours.danger, "warning": colours.warning, "busy": colours.accent}.get(
            role, colours.muted
        )
