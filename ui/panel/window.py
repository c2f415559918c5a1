"""The panel's window: a rail with the pages, and what happens when it is closed."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.panel.look.theme import Theme
from ui.panel.widgets.buttons import rail_button

_SIZE = QSize(1060, 740)
_RAIL_WIDTH = 84


class PanelWindow(QWidget):
    """Holds the pages that it is given.

    Signals:
        closed: The person wants to close it.
    """

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Deskhand")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._theme = theme
        self._pages = QStackedWidget()
        self._buttons = QButtonGroup(self)
        self._rail = QVBoxLayout()
        self._lay_out()
        self._buttons.idClicked.connect(self.show_page)
        self.resize(_SIZE)

    def add_page(self, page: QWidget, name: str, icon_name: str) -> int:
        """Add a page to the rail; return its number."""
        number = self._pages.addWidget(page)
        button = rail_button(self._theme, name, icon_name)
        button.setShortcut(f"Alt+{number + 1}")
        self._buttons.addButton(button, number)
        self._rail.insertWidget(self._rail.count() - 1, button)
        if number == 0:
            button.setChecked(True)
        return number

    def show_first(self, page: QWidget) -> None:
        """Show a page that is not on the rail, until another is chosen."""
        self._pages.setCurrentIndex(self._pages.addWidget(page))

    @Slot(int)
    def show_page(self, number: int) -> None:
        """Show a page."""
        self._pages.setCurrentIndex(number)
        self._buttons.button(number).setChecked(True)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Leave it to those who listen: a run has to be stopped first."""
        event.ignore()
        self.closed.emit()

    def _lay_out(self) -> None:
        rail = QFrame()
        rail.setObjectName("rail")
        rail.setFixedWidth(_RAIL_WIDTH)
        rail.setLayout(self._rail)
        self._rail.setContentsMargins(10, 16, 10, 16)
        self._rail.setSpacing(6)
        self._rail.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addWidget(self._pages, 1)
