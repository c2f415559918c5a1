"""The wall's windows as Qt's widgets."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QDrag, QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tests.wall.stages.serving import Log, bare

Place = Callable[[], QRect | None]
"""Where something is on the screen, as long as it is shown."""

_BELOW, _BESIDE = Qt.ToolButtonStyle.ToolButtonTextUnderIcon, Qt.ToolButtonStyle.ToolButtonTextBesideIcon


class Parts:
    """Builds the parts of one window; `places` finds them again by their labels."""

    def __init__(self, log: Log) -> None:
        self.places: dict[str, Place] = {}
        self.buttons: dict[str, QPushButton | QToolButton] = {}
        self.menus: list[QMenu] = []
        self._log = log
        self._build: dict[str, Callable[[dict[str, Any]], QWidget]] = {
            "text": self._text,
            "button": self._button,
            "row": self._row,
            "field": self._field,
            "area": self._area,
            "files": self._files,
            "context": self._context,
            "dropdown": self._dropdown,
            "item": self._item,
            "target": self._target,
        }

    def build(self, part: dict[str, Any]) -> QWidget:
        """Return the widget of a part."""
        widget = self._build[part["part"]](part)
        if "label" in part:
            self.places.setdefault(bare(part["label"]), _place(widget))
        return widget

    def fill(self, layout: QVBoxLayout | QHBoxLayout, parts: list[dict[str, Any]]) -> None:
        """Put parts into a layout one after the other."""
        for part in parts:
            layout.addWidget(self.build(part))
        layout.addStretch()

    def menu(self, part: dict[str, Any], bar: QMenuBar) -> None:
        """Add a menu to the bar; an entry's place is foretold while the menu is closed."""
        menu = bar.addMenu(part["label"])
        title = menu.menuAction()
        self.places[bare(part["label"])] = lambda: _at(bar, bar.actionGeometry(title))

        def entries_at() -> QPoint:
            return bar.mapToGlobal(bar.actionGeometry(title).bottomLeft())

        self._entries(menu, part["entries"], lambda: menu.pos() if menu.isVisible() else entries_at())

    def relabel(self, old: str, new: str) -> None:
        """Give a button another label; it is found by its old one still."""
        self.buttons[old].setText(new)

    def _entries(self, menu: QMenu, labels: list[str], corner: Callable[[], QPoint]) -> None:
        self.menus.append(menu)
        for label in labels:
            entry = menu.addAction(label)
            entry.triggered.connect(lambda _on=False, label=label: self._log(f"pressed {bare(label)}"))

            def place(entry: QAction = entry) -> QRect:
                return menu.actionGeometry(entry).translated(corner())

            self.places[bare(label)] = place

    def _text(self, part: dict[str, Any]) -> QWidget:
        label = QLabel(part["label"])
        label.setWordWrap(True)
        return label

    def _button(self, part: dict[str, Any]) -> QWidget:
        look, label = part["look"], part["label"]
        if look in ("link", "words"):
            return self._words(part)
        made: QPushButton | QToolButton
        if look in ("plain", "filled"):
            made = push = QPushButton(label)
            if look == "filled":
                push.setStyleSheet("background: #c62828; color: white; padding: 6px 14px; border: none")
            push.setAutoDefault(True)  # Enter presses it where it has the focus
        else:
            made = tool = QToolButton()
            tool.setText(label)
            tool.setAutoRaise(True)
            if look in ("below", "beside"):
                tool.setIcon(tool.style().standardIcon(QStyle.StandardPixmap.SP_DesktopIcon))
            style = {"below": _BELOW, "beside": _BESIDE}.get(look, Qt.ToolButtonStyle.ToolButtonTextOnly)
            tool.setToolButtonStyle(style)
        made.clicked.connect(lambda: self._log(f"pressed {bare(made.text())}"))
        made.setMinimumSize(part["width"], part["height"])
        self.buttons[bare(label)] = made
        if part["focus"]:
            made.setFocus()
        return made

    def _words(self, part: dict[str, Any]) -> QWidget:
        label = part["label"]
        made = QLabel(f'<a href="#">{label}</a>') if part["look"] == "link" else _Words(label)
        made.linkActivated.connect(lambda _link: self._log(f"pressed {label}"))
        return made

    def _row(self, part: dict[str, Any]) -> QWidget:
        made = QWidget()
        layout = QHBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(part["gap"])
        self.fill(layout, part["parts"])
        return made

    def _field(self, part: dict[str, Any]) -> QWidget:
        made, name = QLineEdit(), part["label"]
        made.setPlaceholderText(name)
        made.textChanged.connect(lambda text: self._log(f"{name} holds {text!r}"))
        if part["submits"]:
            made.returnPressed.connect(lambda: self._log(f"submitted {name}"))
        if part["focus"]:
            made.setFocus()
        return made

    def _area(self, part: dict[str, Any]) -> QWidget:
        made = _Area(lambda: self._log(f"sent {part['label']}") if part["sends"] else None)
        made.textChanged.connect(lambda: self._log(f"{part['label']} holds {made.toPlainText()!r}"))
        made.setFocus()
        return made

    def _files(self, part: dict[str, Any]) -> QWidget:
        made = _Files(self._log, part["removing"])
        made.addItems(part["names"])
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.selectAll()
        made.setFocus()
        for row, name in enumerate(part["names"]):
            self.places[name] = lambda row=row: _at(made.viewport(), made.visualItemRect(made.item(row)))  # type: ignore[misc]
        return made

    def _context(self, part: dict[str, Any]) -> QWidget:
        made = QLabel(part["label"])
        made.setFixedHeight(60)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        menu = QMenu(made)
        made.customContextMenuRequested.connect(lambda at: menu.popup(made.mapToGlobal(at)))
        self._entries(menu, part["entries"], menu.pos)
        return made

    def _dropdown(self, part: dict[str, Any]) -> QWidget:
        made = QComboBox()
        made.addItems(part["entries"])
        made.setPlaceholderText(part["label"])
        made.setCurrentIndex(-1)
        made.textActivated.connect(lambda label: self._log(f"pressed {label}"))
        view = made.view()
        for row, label in enumerate(part["entries"]):
            index = made.model().index(row, 0)
            self.places[label] = lambda index=index: (  # type: ignore[misc]
                _at(view.viewport(), view.visualRect(index)) if view.isVisible() else None
            )
        return made

    def _item(self, part: dict[str, Any]) -> QWidget:
        return _Item(part["label"])

    def _target(self, part: dict[str, Any]) -> QWidget:
        return _Target(part["label"], self._log)


class _Words(QLabel):
    """Text that can be clicked and does not look it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.linkActivated.emit("")


class _Area(QPlainTextEdit):
    def __init__(self, send: Callable[[], None]) -> None:
        super().__init__()
        self._send = send

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Return and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._send()
        else:
            super().keyPressEvent(event)


class _Files(QListWidget):
    def __init__(self, log: Log, removing: bool) -> None:
        super().__init__()
        self._log, self._removing = log, removing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removing and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            for item in self.selectedItems():
                self._log(f"removed {item.text()}")
                self.takeItem(self.row(item))
        else:
            super().keyPressEvent(event)


class _Item(QLabel):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setFixedSize(160, 60)
        self.setFrameShape(QLabel.Shape.Box)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        drag, data = QDrag(self), QMimeData()
        data.setText(self.text())
        drag.setMimeData(data)
        drag.exec()


class _Target(QLabel):
    def __init__(self, name: str, log: Log) -> None:
        super().__init__(name)
        self._log = log
        self.setAcceptDrops(True)
        self.setFixedSize(160, 80)
        self.setFrameShape(QLabel.Shape.Box)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._log(f"dropped on {self.text()}")


def _at(widget: QWidget, rect: QRect) -> QRect:
    return QRect(widget.mapToGlobal(rect.topLeft()), rect.size())


def _place(widget: QWidget) -> Place:
    return lambda: _at(widget, widget.rect()) if widget.isVisible() else None
