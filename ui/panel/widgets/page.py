"""A page of the panel: a title, a body that scrolls, and a foot that stays."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.panel.widgets.labels import label

_WIDEST = 760


class Page(QWidget):
    """What is added to `body` scrolls; what is added to `foot` stands below it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("page")
        content = QWidget()
        content.setObjectName("content")
        content.setMaximumWidth(_WIDEST)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 8, 0)
        self.body.setSpacing(14)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        self.foot = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 20, 20)
        layout.setSpacing(16)
        layout.addWidget(label(title, "title"))
        layout.addWidget(scroll, 1)
        layout.addLayout(self.foot)
