"""Paints one step of the list: its thumbnail with the target, what it did, what became of it, its time."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from agent.step import Step
from ui.panel.look.theme import Theme
from ui.panel.steps.step_model import STEP_ROLE, ShownStep
from ui.panel.steps.step_words import step_outcome, step_title, total_seconds
from ui.panel.steps.thumbnails import SIZE as THUMBNAIL
from ui.panel.steps.thumbnails import Thumbnails

ROW_HEIGHT = 76
_PADDING = 8
_TIME_WIDTH = 52


class StepDelegate(QStyledItemDelegate):
    """Rows of one height, painted without widgets: five hundred of them cost nothing."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._theme, self._thumbnails = theme, thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return the rows' one height."""
        return QSize(200, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        shown: ShownStep = index.data(STEP_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(2, 2, -2, -2)
        self._draw_ground(painter, row, option)
        corner = row.topLeft()
        top = corner.y() + (row.height() - THUMBNAIL.height()) // 2
        picture = QRect(QPoint(corner.x() + _PADDING, top), THUMBNAIL)
        self._draw_thumbnail(painter, picture, shown)
        text = QRect(picture.right() + 12, row.top() + _PADDING, 0, row.height() - 2 * _PADDING)
        text.setRight(row.right() - _PADDING)
        self._draw_words(painter, text, shown.step, option.font)
        painter.restore()

    def _draw_ground(self, painter: QPainter, row: QRect, option: QStyleOptionViewItem) -> None:
        colours = self._theme.palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (selected or hovered):
            return
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(colours.accent), 1.5) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft if selected else colours.raised))
        painter.drawRoundedRect(row, 10, 10)

    def _draw_thumbnail(self, painter: QPainter, frame: QRect, shown: ShownStep) -> None:
        colours = self._theme.palette
        if picture := self._thumbnails.of(shown, colours.danger):
            size = picture.deviceIndependentSize().toSize()
            corner = frame.center() - QPoint(size.width() // 2, size.height() // 2)
            painter.drawImage(corner, picture)
        else:
            painter.fillRect(frame, QColor(colours.raised))

    def _draw_words(self, painter: QPainter, area: QRect, step: Step, font: QFont) -> None:
        colours = self._theme.palette
        top, bottom = QRect(area), QRect(area)
        top.setHeight(area.height() // 2)
        bottom.setTop(top.bottom() + 1)
        seconds = f"{total_seconds(step.timings):.1f} s"
        self._line(painter, top, seconds, colours.muted, font, Qt.AlignmentFlag.AlignRight)
        top.setRight(top.right() - _TIME_WIDTH)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        self._line(painter, top, f"{step.index}  {step_title(step)}", colours.text, bold)
        worried = bool(step.error) or step.changed is False
        self._line(painter, bottom, step_outcome(step), colours.warning if worried else colours.muted, font)

    def _line(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        colour: str,
        font: QFont,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        line = text.replace("\n", " ")
        elided = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter, elided)
