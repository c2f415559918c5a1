"""Whole windows of random widgets: scattered, a form, an application, one large view."""

from random import Random

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QSplitter,
    QTabWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tests.training.controls.qt import looks, widgets
from tests.training.controls.words import label, sentence


def window(random: Random, width: int, height: int) -> QWidget:
    """Return a window of a size with one of the layouts."""
    maker = random.choice((_scattered, _scattered, _form, _form, _application, _application, _application, _view))
    made = maker(random, width, height)
    made.resize(width, height)
    return made


def _scattered(random: Random, width: int, height: int) -> QWidget:
    root, top = QWidget(), random.randint(2, 20)
    while top < height - 20:
        left, deepest = random.randint(4, 60), 10
        while left < width - 40:
            made = random.choice(widgets.SMALL if random.random() < 0.9 else widgets.LARGE)(random)
            made.setParent(root)
            made.adjustSize()
            if left + made.width() > width - 2 or top + made.height() > height - 2:
                made.setParent(None)
                break
            made.move(left, top)
            left, deepest = left + made.width() + random.randint(3, 50), max(deepest, made.height())
            if random.random() < 0.3:
                break
        top += deepest + random.randint(2, 24)
    return root


def _form(random: Random, width: int, height: int) -> QWidget:
    root = QWidget()
    outer, form = QVBoxLayout(root), QFormLayout()
    if random.random() < 0.5:
        outer.addWidget(widgets.words(random))
    if random.random() < 0.2:
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
    form.setVerticalSpacing(random.randint(2, 14))
    used = 120
    while used < height:
        control = random.choice(
            (
                widgets.line,
                widgets.line,
                widgets.combo,
                widgets.spin,
                widgets.check,
                widgets.slider,
                widgets.text,
                widgets.group,
            )
        )(random)
        form.addRow(label(random) + random.choice((":", "", "")), control)
        used += control.sizeHint().height() + 14
    outer.addLayout(form)
    if random.random() < 0.5:
        outer.addStretch()
    outer.addWidget(_buttons(random))
    return root


def _buttons(random: Random) -> QWidget:
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(
        random.choice(
            (
                kinds.Ok | kinds.Cancel,
                kinds.Save | kinds.Discard | kinds.Cancel,
                kinds.Close,
                kinds.Yes | kinds.No,
                kinds.Apply | kinds.Reset | kinds.Help,
            )
        )
    )
    if random.random() < 0.3:
        box.addButton(label(random), QDialogButtonBox.ButtonRole.ActionRole)
    return box


def _application(random: Random, width: int, height: int) -> QWidget:
    root = QMainWindow()
    for _ in range(random.randint(3, 8)):
        root.menuBar().addMenu(label(random, 1))
    for _ in range(random.choice((0, 1, 1, 2))):
        root.addToolBar(_tool_bar(random))
    split = QSplitter(random.choice((Qt.Orientation.Horizontal, Qt.Orientation.Horizontal, Qt.Orientation.Vertical)))
    split.addWidget(random.choice((widgets.tree, widgets.listing, widgets.text))(random))
    split.addWidget(random.choice((_pages, widgets.table, widgets.text, _panel, widgets.tree))(random))
    if random.random() < 0.2:
        split.addWidget(_panel(random))
    root.setCentralWidget(split if random.random() < 0.8 else _pages(random))
    if random.random() < 0.6:
        root.statusBar().showMessage(sentence(random))
        if random.random() < 0.4:
            root.statusBar().addPermanentWidget(QLabel(label(random)))
    return root


def _tool_bar(random: Random) -> QToolBar:
    bar = QToolBar()
    bar.setToolButtonStyle(
        random.choice(
            (
                Qt.ToolButtonStyle.ToolButtonIconOnly,
                Qt.ToolButtonStyle.ToolButtonIconOnly,
                Qt.ToolButtonStyle.ToolButtonTextUnderIcon,
            )
        )
    )
    for _ in range(random.randint(3, 14)):
        if random.random() < 0.12:
            bar.addWidget(random.choice((widgets.line, widgets.combo, widgets.spin))(random))
        else:
            action = bar.addAction(looks.icon(random), label(random, 1))
            action.setEnabled(random.random() > 0.12)
        if random.random() < 0.15:
            bar.addSeparator()
    return bar


def _pages(random: Random) -> QWidget:
    made = QTabWidget()
    for _ in range(random.randint(2, 5)):
        made.addTab(
            random.choice((_panel, _panel, widgets.text, widgets.table, widgets.listing))(random), label(random, 2)
        )
    made.setCurrentIndex(random.randrange(made.count()))
    made.setDocumentMode(random.random() < 0.3)
    return made


def _panel(random: Random) -> QWidget:
    root = QWidget()
    grid = QGridLayout(root)
    for row in range(random.randint(2, 6)):
        for column in range(random.randint(1, 3)):
            grid.addWidget(random.choice(widgets.SMALL)(random), row, column)
    if random.random() < 0.5:
        grid.addWidget(random.choice(widgets.LARGE)(random), 7, 0, 1, 3)
    return root


def _view(random: Random, width: int, height: int) -> QWidget:
    """A file chooser, a spreadsheet or an editor: a bar above and one view that fills the rest."""
    root = QWidget()
    outer, bar = QVBoxLayout(root), QHBoxLayout()
    for _ in range(random.randint(1, 5)):
        bar.addWidget(random.choice((widgets.tool, widgets.button, widgets.combo, widgets.words))(random))
    bar.addWidget(QLineEdit(sentence(random)))
    outer.addLayout(bar)
    outer.addWidget(
        random.choice((widgets.table, widgets.table, widgets.tree, widgets.listing, widgets.text))(random), 1
    )
    if random.random() < 0.6:
        outer.addWidget(_buttons(random))
    return root
