"""What stands on a screenshot: an element with its kind, place, words, label and state. Values only; knows no goals."""

from dataclasses import dataclass, field
from enum import StrEnum

from model.sight.text_line import PixelBox


class Kind(StrEnum):
    """What an element is, by how it is used and not by the toolkit that drew it."""

    TEXT = "text"
    BUTTON = "button"
    FIELD = "field"
    CHECKBOX = "checkbox"
    RADIO = "radio button"
    DROPDOWN = "drop-down"
    SPINNER = "spinner"
    SLIDER = "slider"
    SCROLLBAR = "scrollbar"
    TAB = "tab"
    MENU = "menu"
    MENU_ITEM = "menu item"
    LINK = "link"
    ICON = "icon"
    ROW = "row"
    CELL = "cell"
    HEADER = "column header"
    LIST_ITEM = "list item"
    DIALOG = "dialog"
    SHAPE = "shape"


@dataclass(frozen=True)
class Element:
    """One element; `box` is in pixels of the screenshot.

    `text` is what stands inside it, `label` the words beside it that name it, `name` what an icon without words
    shows ("close"); `may_show` has all names that this may have and how likely each is (0 to 1). `checked` is None
    for what cannot be, and `score` (0 to 1) how certain its finder was. `part_of` is the box of the row, the list,
    the dialog or the menu that it belongs to. `centres` are the x of the text's characters, where it was read
    alone: they tell where a part of it stands.
    """

    kind: Kind
    box: PixelBox
    text: str = ""
    label: str = ""
    name: str = ""
    checked: bool | None = None
    selected: bool = False
    focused: bool = False
    enabled: bool = True
    expanded: bool | None = None
    score: float = 1.0
    part_of: PixelBox | None = None
    may_show: tuple[tuple[str, float], ...] = field(default=(), compare=False, repr=False)
    centres: tuple[float, ...] = field(default=(), compare=False, repr=False)
