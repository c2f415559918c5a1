"""A text that is shown to its last character: as high as it needs, up to some lines, and then it scrolls."""

import math
from collections.abc import Iterator
from itertools import islice

from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

_PADDING = (18, 14)
"""Pixels that the style sheet puts around the text of a framed one, horizontally and vertically."""

_TAB = 32  # pixels


class FullText(QPlainTextEdit):
    """To be read; hidden while there is nothing to read."""

    def __init__(self, name: str, most_lines: int, *, framed: bool) -> None:
        super().__init__()
        self._most_lines = most_lines
        margins = 2 * self.document().documentMargin()
        self._beside, self._above = (margins + padding if framed else margins for padding in _PADDING)
        if not framed:
            self.setProperty("role", "muted")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTabStopDistance(_TAB)
        self.setAccessibleName(name)

    def show_text(self, text: str, width: int) -> None:
        """Show this in a widget of so many pixels' width."""
        lines = self._line_heights(text, width - self._beside)
        self.setFixedHeight(math.ceil(sum(islice(lines, self._most_lines)) + self._above) + 1)
        self.setPlainText(text)
        self.setVisible(bool(text))

    def _line_heights(self, text: str, width: float) -> Iterator[float]:
        """Lay the text out by itself: a widget does so only once it shows."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTabStopDistance(_TAB)
        for paragraph in text.split("\n"):
            layout = QTextLayout(paragraph, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                yield line.height()
            layout.endLayout()
