"""Past runs as a Qt list, and how one of them is painted."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.panel.history.past_runs import PastRun
from ui.panel.language import moment_in_words
from ui.panel.look.theme import Theme
from ui.panel.run.phase_words import ending_title, ending_tone, unfinished_title
from ui.wording import printable

RUN_ROLE = int(Qt.ItemDataRole.UserRole)
_ROW_HEIGHT, _PADDING = 68, 14


class HistoryModel(QStandardItemModel):
    """`RUN_ROLE` gives the `PastRun`; the text is for screen readers."""

    def show(self, runs: Sequence[PastRun]) -> None:
        """Show these runs."""
        self.clear()
        for run in runs:
            item = QStandardItem(f"{_goal(run)}. {_end(run)}. {_facts(run)}")
            item.setData(run, RUN_ROLE)
            item.setEditable(False)
            self.appendRow(item)


class RunDelegate(QStyledItemDelegate):
    """A card for each run: its goal, how it ended, when it was."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return the rows' one height."""
        return QSize(200, _ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        run: PastRun = index.data(RUN_ROLE)
        colours = self._theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(2, 3, -2, -3)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QColor(colours.accent if selected else colours.border))
        painter.setBrush(QColor(colours.accent_soft if selected else colours.card))
        painter.drawRoundedRect(row, 10, 10)
        area = row.adjusted(_PADDING, 8, -_PADDING, -8)
        top = QRect(area.left(), area.top(), area.width(), area.height() // 2)
        bottom = QRect(area.left(), top.bottom() + 1, area.width(), area.height() // 2)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(colours.text))
        painter.drawText(top, _ALIGN, painter.fontMetrics().elidedText(_goal(run), _ELIDE, top.width()))
        painter.setFont(option.font)
        painter.setPen(QColor(self._tone(run)))
        painter.drawText(bottom, _ALIGN, _end(run))
        painter.setPen(QColor(colours.muted))
        painter.drawText(bottom, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _facts(run))
        painter.restore()

    def _tone(self, run: PastRun) -> str:
        colours = self._theme.palette
        tone = ending_tone(run.record.ending) if run.record.ending else "warning"
        return {"good": colours.good, "bad": colours.danger, "warning": colours.warning}[tone]


_ALIGN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight


def _goal(run: PastRun) -> str:
    return " ".join(printable(run.record.goal).split())


def _end(run: PastRun) -> str:
    return ending_title(run.record.ending) if run.record.ending else unfinished_title()


def _facts(run: PastRun) -> str:
    when = moment_in_words(run.record.started)
    steps = QCoreApplication.translate("history", "{count} steps").format(count=run.steps)
    waited = QCoreApplication.translate("history", "waited {seconds} s for you").format(seconds=round(run.waited))
    facts = (steps, waited if run.waited >= 1 else "", _decider(run), when)
    return " · ".join(fact for fact in facts if fact)


def _decider(run: PastRun) -> str:
    """Return who decided what was done: the model by its name, or what else did."""
    match run.record.source:
        case "person":
            return QCoreApplication.translate("history", "done by a person")
        case "flow":
            return QCoreApplication.translate("history", "done by a flow")
    return run.record.model
