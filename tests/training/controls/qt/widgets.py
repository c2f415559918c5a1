"""Random Qt widgets, one at a time. Knows no layouts of windows."""

from random import Random

from PySide6.QtCore import QDate, QSize, Qt, QTime
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QTimeEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tests.training.controls.pictures import picture, png
from tests.training.controls.qt.looks import icon
from tests.training.controls.words import label, paragraph, sentence, value


def button(random: Random) -> QWidget:
    """A push button, some with an icon, some pressed."""
    made = QPushButton(label(random))
    if random.random() < 0.2:
        made.setIcon(icon(random))
    made.setDefault(random.random() < 0.1)
    return _perhaps_off(random, made)


def tool(random: Random) -> QWidget:
    """A tool button: an icon, some with words beside or below."""
    made = QToolButton()
    made.setIcon(icon(random))
    size = random.choice((14, 16, 16, 20, 22, 24, 32))
    made.setIconSize(QSize(size, size))
    made.setAutoRaise(random.random() < 0.5)
    styles = Qt.ToolButtonStyle
    made.setToolButtonStyle(
        random.choice(
            (
                styles.ToolButtonIconOnly,
                styles.ToolButtonIconOnly,
                styles.ToolButtonTextBesideIcon,
                styles.ToolButtonTextUnderIcon,
            )
        )
    )
    if made.toolButtonStyle() != styles.ToolButtonIconOnly:
        made.setText(label(random, 2))
    if random.random() < 0.1:
        made.setCheckable(True)
        made.setChecked(True)
    return _perhaps_off(random, made)


def line(random: Random) -> QWidget:
    """A line to write into."""
    made = QLineEdit(value(random) if random.random() < 0.5 else "")
    made.setPlaceholderText(label(random) if random.random() < 0.4 else "")
    if random.random() < 0.1:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setClearButtonEnabled(random.random() < 0.15)
    made.setMinimumWidth(random.randint(40, 300))
    return _perhaps_off(random, made)


def text(random: Random) -> QWidget:
    """A field of several lines."""
    made = random.choice((QTextEdit, QPlainTextEdit))()
    made.setPlainText("\n".join(paragraph(random, 5) for _ in range(random.randint(0, 4))))
    made.setMinimumSize(random.randint(80, 300), random.randint(40, 200))
    return _perhaps_off(random, made)


def check(random: Random) -> QWidget:
    """A checkbox."""
    made = QCheckBox(label(random) if random.random() < 0.9 else "")
    made.setChecked(random.random() < 0.5)
    return _perhaps_off(random, made)


def radio(random: Random) -> QWidget:
    """A radio button."""
    made = QRadioButton(label(random))
    made.setAutoExclusive(False)
    made.setChecked(random.random() < 0.45)
    return _perhaps_off(random, made)


def combo(random: Random) -> QWidget:
    """A drop-down, some that can be written into."""
    made = QComboBox()
    made.addItem(label(random))
    made.setEditable(random.random() < 0.15)
    made.setMinimumWidth(random.randint(50, 180))
    return _perhaps_off(random, made)


def spin(random: Random) -> QWidget:
    """A spinner of numbers, dates or times."""
    made = random.choice((QSpinBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit))()
    if isinstance(made, QDateEdit):
        made.setDate(QDate(2000 + random.randint(0, 30), random.randint(1, 12), 1))
    elif isinstance(made, QTimeEdit):
        made.setTime(QTime(random.randint(0, 23), 30))
    else:
        made.setRange(0, 9999)
        made.setValue(random.randint(0, 2000))
    return _perhaps_off(random, made)


def slider(random: Random) -> QWidget:
    """A slider, most lying."""
    upright = random.random() < 0.15
    made = QSlider(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)
    made.setValue(random.randint(0, 99))
    made.setFixedSize(*((24, random.randint(60, 140)) if upright else (random.randint(70, 260), 24)))
    if random.random() < 0.2:
        made.setTickPosition(QSlider.TickPosition.TicksBelow)
    return _perhaps_off(random, made)


def words(random: Random) -> QWidget:
    """Words that are no control; some as wide as a paragraph."""
    made = QLabel(sentence(random) if random.random() < 0.6 else label(random))
    if random.random() < 0.3:
        made.setText(paragraph(random))
        made.setWordWrap(True)
        made.setMinimumWidth(random.randint(120, 300))
    return made


def link(random: Random) -> QWidget:
    """A label that is a link."""
    return QLabel(f'<a href="#">{label(random)}</a>')


def shape(random: Random) -> QWidget:
    """What is no control: pictures, frames, bars of progress."""
    draw = random.random()
    if draw < 0.35:
        made = QLabel()
        image = QPixmap()
        image.loadFromData(png(picture(random.randrange(1 << 30), random.randint(24, 220), random.randint(24, 160))))
        made.setPixmap(image)
        return made
    if draw < 0.6:
        bar = QProgressBar()
        bar.setValue(random.randint(0, 100))
        bar.setFixedWidth(random.randint(80, 240))
        return bar
    frame = QFrame()
    frame.setFrameShape(
        random.choice((QFrame.Shape.Box, QFrame.Shape.Panel, QFrame.Shape.StyledPanel, QFrame.Shape.HLine))
    )
    frame.setMinimumSize(random.randint(20, 200), random.randint(2, 100))
    return frame


def tabs(random: Random) -> QWidget:
    """A row of tabs."""
    made = QTabBar()
    for _ in range(random.randint(2, 6)):
        made.addTab(label(random, 2))
    made.setCurrentIndex(random.randrange(made.count()))
    made.setDrawBase(random.random() < 0.5)
    made.setTabsClosable(random.random() < 0.1)
    return made


def listing(random: Random) -> QWidget:
    """A list, some rows with icons or boxes to tick."""
    made = QListWidget()
    ticks, pictures = random.random() < 0.15, random.random() < 0.3
    for _ in range(random.randint(0, 14)):
        item = QListWidgetItem(label(random))
        if pictures:
            item.setIcon(icon(random))
        if ticks:
            item.setCheckState(random.choice((Qt.CheckState.Checked, Qt.CheckState.Unchecked)))
        made.addItem(item)
    made.setCurrentRow(random.randint(-2, made.count() - 1))
    made.setAlternatingRowColors(random.random() < 0.2)
    return made


def tree(random: Random) -> QWidget:
    """A tree, of one or several columns."""
    made, columns = QTreeWidget(), random.choice((1, 1, 2, 3, 4))
    made.setColumnCount(columns)
    made.setHeaderLabels([label(random, 1) for _ in range(columns)])
    made.setHeaderHidden(columns == 1 and random.random() < 0.6)
    pictures = random.random() < 0.5
    for _ in range(random.randint(1, 9)):
        top = _tree_row(random, columns, pictures)
        made.addTopLevelItem(top)
        for _ in range(random.choice((0, 0, 1, 3))):
            top.addChild(_tree_row(random, columns, pictures))
        top.setExpanded(random.random() < 0.6)
    if random.random() < 0.6:
        made.setCurrentIndex(made.model().index(random.randrange(made.topLevelItemCount()), 0))
    made.setAlternatingRowColors(random.random() < 0.2)
    return made


def _tree_row(random: Random, columns: int, pictures: bool) -> QTreeWidgetItem:
    item = QTreeWidgetItem([label(random), *(value(random) for _ in range(columns - 1))])
    if pictures:
        item.setIcon(0, icon(random))
    return item


def table(random: Random) -> QWidget:
    """A table with a grid or, rarely, without; some like a spreadsheet."""
    rows, columns = random.randint(2, 18), random.randint(2, 9)
    made = QTableWidget(rows, columns)
    made.setHorizontalHeaderLabels(
        [label(random, 1) if random.random() < 0.6 else chr(65 + index) for index in range(columns)]
    )
    full = random.choice((0.2, 0.6, 0.95))
    for row in range(rows):
        for column in range(columns):
            if random.random() < full:
                made.setItem(row, column, QTableWidgetItem(value(random)))
    made.verticalHeader().setVisible(random.random() < 0.5)
    made.horizontalHeader().setDefaultSectionSize(random.randint(45, 130))
    made.verticalHeader().setDefaultSectionSize(random.randint(18, 36))
    if random.random() < 0.5:
        made.setCurrentCell(random.randrange(rows), random.randrange(columns))
    return made


def menu(random: Random) -> QMenu:
    """A menu with keys, marks, lines and what cannot be chosen."""
    made = QMenu()
    pictures = random.random() < 0.4
    for _ in range(random.randint(3, 11)):
        action = made.addAction(label(random))
        if pictures and random.random() < 0.7:
            action.setIcon(icon(random))
        if random.random() < 0.35:
            action.setShortcut(f"Ctrl+{chr(random.randint(65, 90))}")
        if random.random() < 0.12:
            action.setCheckable(True)
            action.setChecked(random.random() < 0.6)
        if random.random() < 0.1:
            action.setMenu(QMenu(made))
        action.setEnabled(random.random() > 0.12)
        if random.random() < 0.15:
            made.addSeparator()
    return made


def group(random: Random) -> QWidget:
    """A frame with a title around some controls, some with a box to tick in the title."""
    made = QGroupBox(label(random))
    if random.random() < 0.25:
        made.setCheckable(True)
        made.setChecked(random.random() < 0.6)
    layout = random.choice((QVBoxLayout, QHBoxLayout))(made)
    for _ in range(random.randint(1, 4)):
        layout.addWidget(random.choice((check, radio, radio, line, words, combo, button))(random))
    return made


SMALL = (*(button, line, check) * 4, *(radio, combo, spin, tool) * 3, *(slider, link) * 2, *(words,) * 6, shape)
LARGE = (text, tabs, tabs, listing, listing, tree, tree, table, table, table, group, group, shape)


def _perhaps_off(random: Random, made: QWidget) -> QWidget:
    made.setEnabled(random.random() > 0.1)
    return made
