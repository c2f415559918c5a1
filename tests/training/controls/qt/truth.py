"""What stands in a Qt window, told by its widgets: kinds, boxes in the window's units, states."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSlider,
    QStyle,
    QStyleOptionButton,
    QStyleOptionGroupBox,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QTreeView,
    QWidget,
)  # fmt: skip

from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox
from tests.training.controls.samples import IGNORED, is_cut

_INDICATORS = QStyle.SubElement


def truth(root: QWidget) -> Iterator[Element]:
    """Yield the controls that can be seen; one that is cut off a lot is ignored."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible():
            yield from (_seen(each, widget, root) for each in _controls(widget) if _visible(each, widget))


def menu_items(menu: QMenu) -> Iterator[Element]:
    """Yield the entries of a menu, in its own units."""
    for action in menu.actions():
        if not action.isSeparator():
            chosen = menu.activeAction() is action
            yield Element(
                Kind.MENU_ITEM, _box(menu.actionGeometry(action)), enabled=action.isEnabled(), selected=chosen
            )


def _controls(widget: QWidget) -> Iterator[Element]:
    """Yield what a widget is, in its own units."""
    match widget:
        case QTabBar():
            for index in range(widget.count()):
                yield Element(
                    Kind.TAB,
                    _box(widget.tabRect(index)),
                    selected=index == widget.currentIndex(),
                    enabled=widget.isEnabled(),
                )
        case QMenuBar():
            for action in widget.actions():
                yield Element(Kind.MENU, _box(widget.actionGeometry(action)))
        case QHeaderView():
            yield from _sections(widget)
        case QAbstractItemView():
            yield from _items(widget)
        case QCheckBox() | QRadioButton() | QGroupBox():
            yield from _ticked(widget)
        case QLabel():
            yield from _label(widget)
        case _ if kind := _whole(widget):
            yield Element(kind, _box(widget.rect()), focused=widget.hasFocus(), enabled=widget.isEnabled())


def _whole(widget: QWidget) -> Kind | None:
    """Return the kind of a widget that is one control."""
    parent = widget.parentWidget()
    match widget:
        case QPushButton():
            return Kind.BUTTON if widget.text() else Kind.ICON
        case QToolButton():
            if isinstance(parent, (QLineEdit, QTabBar, QMenuBar)) or widget.objectName() == "qt_toolbar_ext_button":
                return IGNORED
            return (
                Kind.BUTTON
                if widget.text() and widget.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
                else Kind.ICON
            )
        case QLineEdit():
            return None if isinstance(parent, (QAbstractSpinBox, QComboBox)) else Kind.FIELD
        case QTextEdit() | QPlainTextEdit():
            return Kind.FIELD
        case QComboBox():
            return Kind.DROPDOWN
        case QAbstractSpinBox():
            return Kind.SPINNER
        case QSlider():
            return Kind.SLIDER
        case QScrollBar():
            return Kind.SCROLLBAR
        case _:
            return None


def _ticked(widget: QCheckBox | QRadioButton | QGroupBox) -> Iterator[Element]:
    """Yield the indicator alone: words beside it are for those who read."""
    ticked = Element(
        Kind.CHECKBOX,
        PixelBox(0, 0, 0, 0),
        checked=widget.isChecked(),
        focused=widget.hasFocus(),
        enabled=widget.isEnabled(),
    )
    if isinstance(widget, QGroupBox):
        if widget.isCheckable():
            frame = QStyleOptionGroupBox()
            widget.initStyleOption(frame)
            place = widget.style().subControlRect(
                QStyle.ComplexControl.CC_GroupBox, frame, QStyle.SubControl.SC_GroupBoxCheckBox, widget
            )
            yield replace(ticked, box=_box(place))
        return
    option = QStyleOptionButton()
    widget.initStyleOption(option)
    is_box = isinstance(widget, QCheckBox)
    place = widget.style().subElementRect(
        _INDICATORS.SE_CheckBoxIndicator if is_box else _INDICATORS.SE_RadioButtonIndicator, option, widget
    )
    yield replace(ticked, kind=Kind.CHECKBOX if is_box else Kind.RADIO, box=_box(place))


def _label(widget: QLabel) -> Iterator[Element]:
    if "<a " in widget.text():
        place = widget.rect()
        place.setWidth(min(widget.sizeHint().width(), place.width()))
        high = min(widget.sizeHint().height(), place.height())
        place = QRect(place.x(), place.y() + (place.height() - high) // 2, place.width(), high)
        yield Element(Kind.LINK, _box(place), enabled=widget.isEnabled())


def _sections(header: QHeaderView) -> Iterator[Element]:
    lying = header.orientation() == Qt.Orientation.Horizontal
    for index in range(header.count()):
        start, size = header.sectionViewportPosition(index), header.sectionSize(index)
        place = QRect(start, 0, size, header.height()) if lying else QRect(0, start, header.width(), size)
        yield Element(Kind.HEADER if lying else IGNORED, _box(place))


def _items(view: QAbstractItemView) -> Iterator[Element]:
    corner = view.viewport().pos()
    for index in _indices(view):
        place = _row(view, index) if isinstance(view, QTreeView) else view.visualRect(index)
        if not place.intersects(view.viewport().rect()):
            continue
        selected = view.selectionModel().isSelected(index)
        element = Element(
            Kind.CELL if isinstance(view, QTableView) else Kind.ROW,
            _box(place.translated(corner)),
            selected=selected,
            enabled=view.isEnabled(),
        )
        if isinstance(view, QTreeView) and view.model().hasChildren(index):
            element = replace(element, expanded=view.isExpanded(index))
        yield element
        if isinstance(view, QListView) and index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            yield _item_tick(view, index, corner)


def _indices(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    if isinstance(view, QTreeView):
        index = view.indexAt(QPoint(5, 2))
        while index.isValid() and view.visualRect(index).top() < view.viewport().height():
            yield index.siblingAtColumn(0)
            index = view.indexBelow(index)
        return
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    yield from (model.index(row, column) for row in range(model.rowCount()) for column in range(columns))


def _row(view: QTreeView, index: QModelIndex) -> QRect:
    place = view.visualRect(index)
    right = view.header().sectionViewportPosition(view.header().count() - 1) + view.header().sectionSize(
        view.header().count() - 1
    )
    return QRect(0, place.y(), right, place.height())


def _item_tick(view: QListView, index: QModelIndex, corner: QPoint) -> Element:
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = view.visualRect(index)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
    option.index = index
    place = view.style().subElementRect(_INDICATORS.SE_ItemViewItemCheckIndicator, option, view)
    ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
    return Element(Kind.CHECKBOX, _box(place.translated(corner)), checked=ticked, enabled=view.isEnabled())


def _seen(element: Element, widget: QWidget, root: QWidget) -> Element:
    """Return an element in the root's units, cut to what its parents show of it."""
    seen = _shown(element, widget)
    cut = is_cut(element, seen)
    corner = widget.mapTo(root, QPoint(0, 0))
    return replace(element, kind=IGNORED if cut else element.kind, box=seen.moved(corner.x(), corner.y()))


def _shown(element: Element, widget: QWidget) -> PixelBox:
    shown = element.box.within(_box(widget.visibleRegion().boundingRect().united(_inner(widget))))
    if isinstance(widget, QAbstractItemView):
        shown = shown.within(_box(widget.viewport().geometry()))
    return shown


def _inner(widget: QWidget) -> QRect:
    """A scroll area's own region leaves out its viewport, which is a child."""
    return (
        widget.viewport().visibleRegion().boundingRect().translated(widget.viewport().pos())
        if isinstance(widget, QAbstractScrollArea)
        else QRect()
    )


def _visible(element: Element, widget: QWidget) -> bool:
    shown = _shown(element, widget)
    return shown.width > 2 and shown.height > 2


def _box(rect: QRect) -> PixelBox:
    return PixelBox(rect.x(), rect.y(), rect.x() + rect.width(), rect.y() + rect.height())
