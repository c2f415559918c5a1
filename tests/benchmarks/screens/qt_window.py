"""`python -m tests.benchmarks.screens.qt_window SPEC LOOK TRUTH` shows a window by Qt, and writes what is where."""

import json
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

_SHEET = """
QPushButton {{ background: {accent}; color: white; border: none; border-radius: 9px; padding: 7px 16px; }}
QLineEdit, QComboBox, QSpinBox {{
    background: {base}; color: {text}; border: 1px solid {line}; border-radius: 7px; padding: 5px;
}}
QTabBar::tab {{ padding: 7px 14px; border-bottom: 3px solid transparent; }}
QTabBar::tab:selected {{ border-bottom: 3px solid {accent}; }}
"""
_LOOKS = {
    "sand": ("Windows", "#efe6d2", "#fffaf0", "#5a3e1b", "#b5651d", "#b9a988", False),
    "night": ("Windows", "#1b2430", "#121922", "#dfe7f0", "#3f8cff", "#445366", False),
    "round": ("Fusion", "#f4f7f6", "#ffffff", "#20302c", "#0b7a63", "#a9bdb7", True),
    "round night": ("Fusion", "#262033", "#1c1726", "#ece6f6", "#8a5cf0", "#5b4f73", True),
}
"""Each look: style, window, base, text, accent and line colour, and whether the style sheet is on."""

_Entry = dict[str, Any]


class Window(QMainWindow):
    """A window as a spec tells; `truths` says what is where, in pixels of the screen."""

    def __init__(self, spec: dict[str, Any]) -> None:
        super().__init__()
        self._spec, self._labelled = spec, list[tuple[QWidget, str]]()
        self.setWindowTitle(spec["title"])
        self._menus = [self.menuBar().addMenu(name) for name in spec["menus"]]
        self._add_icons()
        body = QWidget()
        columns = QHBoxLayout()
        columns.addLayout(self._form(), 3)
        columns.addLayout(self._side(), 2)
        whole = QVBoxLayout(body)
        self._sentence = QLabel(spec["sentence"])
        whole.addWidget(self._sentence)
        whole.addLayout(columns)
        whole.addStretch()
        whole.addLayout(self._buttons())
        self.setCentralWidget(body)

    def truths(self) -> list[_Entry]:
        """Return what is where."""
        bar = self.menuBar()
        entries = [
            _entry("menu", bar, bar.actionGeometry(menu.menuAction()), text=menu.title()) for menu in self._menus
        ]
        entries += [
            _entry("icon", button, name=button.objectName())
            for button in self.findChildren(QToolButton)
            if button.objectName() in _STANDARD
        ]
        entries += [
            _entry("text", label, _ink(label), text=label.text()) for label in self.findChildren(QLabel) if label.text()
        ]
        entries += [_entry(_kind(widget), widget, text=_text(widget), label=label) for widget, label in self._labelled]
        entries += [
            _tick_entry(button)
            for button in self.findChildren(QAbstractButton)
            if isinstance(button, QCheckBox | QRadioButton)
        ]
        entries += [_entry("button", button, text=button.text()) for button in self.findChildren(QPushButton)]
        tabs = self._tabs.tabBar()
        entries += [_entry("tab", tabs, tabs.tabRect(n), text=tabs.tabText(n)) for n in range(tabs.count())]
        return [*entries, *self._views()]

    def _add_icons(self) -> None:
        bar = QToolBar()
        bar.setMovable(False)
        self.addToolBar(bar)
        for name in self._spec["icons"]:
            pixmap = _STANDARD.get(name)
            if pixmap is not None:
                button = QToolButton()
                button.setObjectName(name)
                button.setIcon(self.style().standardIcon(pixmap))
                button.setIconSize(QSize(20, 20))
                bar.addWidget(button)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        if self._spec["labels_above"]:
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for row in self._spec["fields"]:
            widget = _widget(row)
            self._labelled.append((widget, row["label"] or row.get("placeholder", "")))
            form.addRow(row["label"], widget)
        return form

    def _side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        self._tabs = QTabWidget()
        for name in self._spec["tabs"]:
            page = QWidget()
            grid = QGridLayout(page)
            if not self._tabs.count():
                for place, tick in enumerate(self._spec["ticks"]):
                    button = (QCheckBox if tick["kind"] == "checkbox" else QRadioButton)(tick["label"])
                    button.setChecked(tick["checked"])
                    grid.addWidget(button, place, 0)
            self._tabs.addTab(page, name)
        side.addWidget(self._tabs)
        if self._spec["list"]:
            self._list = QListWidget()
            self._list.addItems(self._spec["list"])
            self._list.setCurrentRow(1)
            self._list.setFixedHeight(110)
            side.addWidget(self._list)
        if self._spec["table"]:
            side.addWidget(self._filled_table())
        return side

    def _filled_table(self) -> QTableWidget:
        headers, *rows = self._spec["table"]
        self._table = QTableWidget(len(rows), len(headers))
        self._table.setHorizontalHeaderLabels(headers)
        self._table.verticalHeader().hide()
        for y, cells in enumerate(rows):
            for x, cell in enumerate(cells):
                self._table.setItem(y, x, QTableWidgetItem(cell))
        return self._table

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        for name in self._spec["buttons"]:
            row.addWidget(QPushButton(name))
        return row

    def _views(self) -> list[_Entry]:
        entries: list[_Entry] = []
        if self._spec["list"]:
            view = self._list.viewport()
            items = [self._list.item(n) for n in range(self._list.count())]
            entries += [_entry("list item", view, self._list.visualItemRect(item), text=item.text()) for item in items]
        if self._spec["table"]:
            view, header = self._table.viewport(), self._table.horizontalHeader()
            titles, *rows = self._spec["table"]
            model = self._table.model()
            for y, cells in enumerate(rows):
                for x, cell in enumerate(cells):
                    entries.append(_entry("cell", view, self._table.visualRect(model.index(y, x)), text=cell))
            for n, title in enumerate(titles):
                rect = QRect(header.sectionViewportPosition(n), 0, header.sectionSize(n), header.height())
                entries.append(_entry("column header", header, rect, text=title))
        return [entry for entry in entries if entry["press"][3] <= self.height() * self.devicePixelRatioF() + 60]


_STANDARD = {
    "document-save": QStyle.StandardPixmap.SP_DialogSaveButton,
    "document-open": QStyle.StandardPixmap.SP_DialogOpenButton,
    "go-previous": QStyle.StandardPixmap.SP_ArrowBack,
    "go-next": QStyle.StandardPixmap.SP_ArrowForward,
    "go-up": QStyle.StandardPixmap.SP_ArrowUp,
    "go-down": QStyle.StandardPixmap.SP_ArrowDown,
    "go-home": QStyle.StandardPixmap.SP_DirHomeIcon,
    "view-refresh": QStyle.StandardPixmap.SP_BrowserReload,
    "user-trash": QStyle.StandardPixmap.SP_TrashIcon,
    "media-playback-start": QStyle.StandardPixmap.SP_MediaPlay,
    "media-playback-pause": QStyle.StandardPixmap.SP_MediaPause,
    "audio-volume-muted": QStyle.StandardPixmap.SP_MediaVolumeMuted,
    "folder-new": QStyle.StandardPixmap.SP_FileDialogNewFolder,
}


def _widget(row: dict[str, Any]) -> QWidget:
    if row["kind"] == "drop-down":
        choice = QComboBox()
        choice.addItem(row["value"])
        return choice
    if row["kind"] in {"spinner", "slider"}:
        number = QSpinBox() if row["kind"] == "spinner" else QSlider(Qt.Orientation.Horizontal)
        number.setMaximum(100)
        number.setValue(row["value"])
        return number
    field = QLineEdit(row["value"])
    field.setPlaceholderText(row["placeholder"])
    return field


def _kind(widget: QWidget) -> str:
    kinds = {QComboBox: "drop-down", QAbstractSpinBox: "spinner", QSlider: "slider", QLineEdit: "field"}
    return next(kind for type_, kind in kinds.items() if isinstance(widget, type_))


def _text(widget: QWidget) -> str:
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def _tick_entry(button: QAbstractButton) -> _Entry:
    option = QStyleOptionButton()
    check = isinstance(button, QCheckBox)
    button.initStyleOption(option)  # type: ignore[attr-defined]
    part = QStyle.SubElement.SE_CheckBoxIndicator if check else QStyle.SubElement.SE_RadioButtonIndicator
    drawn = button.style().subElementRect(part, option, button)
    contents = QStyle.SubElement.SE_CheckBoxContents if check else QStyle.SubElement.SE_RadioButtonContents
    press = drawn.united(button.style().subElementRect(contents, option, button))
    kind = "checkbox" if check else "radio button"
    return _entry(kind, button, drawn, press, label=button.text(), checked=button.isChecked())


def _ink(label: QLabel) -> QRect:
    return QRect(QPoint(0, 0), QSize(min(label.sizeHint().width(), label.width()), label.height()))


def _entry(kind: str, widget: QWidget, rect: QRect | None = None, press: QRect | None = None, **words: Any) -> _Entry:
    """Return a truth; rectangles are in the widget's own coordinates."""
    drawn = rect or widget.rect()
    return {"kind": kind, "box": _on_screen(widget, drawn), "press": _on_screen(widget, press or drawn), **words}


def _on_screen(widget: QWidget, rect: QRect) -> list[float]:
    corner, ratio = widget.mapToGlobal(rect.topLeft()), widget.devicePixelRatioF()
    return [n * ratio for n in (corner.x(), corner.y(), corner.x() + rect.width(), corner.y() + rect.height())]


def _palette(window: str, base: str, text: str, accent: str) -> QPalette:
    palette = QPalette(QColor(window))
    role = QPalette.ColorRole
    for where in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(where, QColor(text))
    palette.setColor(role.Base, QColor(base))
    palette.setColor(role.Highlight, QColor(accent))
    palette.setColor(
        role.PlaceholderText, QColor(text).lighter(160) if QColor(text).lightness() < 128 else QColor(text).darker(160)
    )
    return palette


def main() -> None:
    """Show the window, and write the truth once it stands still."""
    spec_path, look, truth_path = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    style, window, base, text, accent, line, sheet = _LOOKS[look]
    app.setStyle(style)
    app.setPalette(_palette(window, base, text, accent))
    if sheet:
        app.setStyleSheet(_SHEET.format(accent=accent, base=base, text=text, line=line))
    QIcon.setThemeName("none")
    shown = Window(json.loads(Path(spec_path).read_text(encoding="utf-8")))
    shown.showMaximized()

    def write() -> None:
        Path(truth_path + ".part").write_text(json.dumps(shown.truths()), encoding="utf-8")
        Path(truth_path + ".part").rename(truth_path)

    QTimer.singleShot(900, write)
    sys.exit(app.exec())


if __name__ == "__main__":
    os.environ.pop("QT_STYLE_OVERRIDE", None)
    main()
