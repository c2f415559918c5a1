"""What stands where a step will be shown, before anything has run: a few goals to try."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.panel.look.theme import Theme
from ui.panel.widgets.buttons import example_button
from ui.panel.widgets.labels import label

_WIDTH = 440


class EmptyView(QWidget):
    """Invites to a first goal.

    Signals:
        chosen: The person likes this goal.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(label(self.tr("It works on your screen, and you watch"), "title", wraps=True))
        explanation = self.tr(
            "Say what should be done. It looks at the screen, thinks, and uses the mouse and the keyboard. "
            "Move the mouse to take over; press Ctrl+Alt+Escape anywhere to stop it at once."
        )
        column.addWidget(label(explanation, "muted", wraps=True))
        column.addSpacing(12)
        column.addWidget(label(self.tr("To begin with"), "section"))
        for goal in self._goals():
            button = example_button(theme, goal)
            button.clicked.connect(self._on_clicked)
            column.addWidget(button)
        inside = QWidget()
        inside.setFixedWidth(_WIDTH)
        inside.setLayout(column)
        layout = QVBoxLayout(self)
        layout.addWidget(inside, alignment=Qt.AlignmentFlag.AlignCenter)

    def _goals(self) -> list[str]:
        """Return goals that every model can carry out, the embedded reader too."""
        return [
            self.tr("type “Hello 你好” and press Enter"),
            self.tr("open menu File > Save As..."),
            self.tr("press Ctrl+A, then press Ctrl+C"),
        ]

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, QWidget)
        self.chosen.emit(button.accessibleName())
