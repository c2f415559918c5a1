"""Where the run stands, in one line: a dot in its colour, the words, and how fast the model writes."""

import time

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.panel.look.theme import Theme
from ui.panel.run.phase import Phase
from ui.panel.run.phase_words import phase_in_words
from ui.panel.widgets.painted_text import PaintedText

_DOT = 10
_SPEED_SECONDS = 0.5  # a line that changes lays the whole window out anew


class StatusLine(QWidget):
    """Follows the run's phases and counts the pieces that the model writes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._phase = Phase.IDLE
        self._pieces, self._began, self._said = 0, 0.0, 0.0
        self._dot = Dot()
        self._words = PaintedText()
        self._words.say(phase_in_words(Phase.IDLE))
        self._speed = PaintedText("muted", align=Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._dot)
        row.addWidget(self._words, 3)
        row.addWidget(self._speed, 2)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot(object)
    def on_phase_changed(self, phase: Phase) -> None:
        """Say the phase."""
        self._phase = phase
        self._words.say(phase_in_words(phase))
        if phase is Phase.THINKING:
            self._pieces, self._began = 0, 0.0
        if phase not in (Phase.THINKING, Phase.PAUSING):
            self._speed.say("")
        self._speed.setVisible(not phase.waits_for_person)  # those words are long
        self._on_theme_changed()

    @Slot(str)
    def on_progressed(self, progress: str) -> None:
        """Say how far the opening of the model is."""
        self._words.say(progress)

    @Slot(str, int)
    def on_streamed(self, _text: str, pieces: int) -> None:
        """Count; a piece of streamed text is about a token."""
        now = time.monotonic()
        if not self._pieces:
            self._began = now
        self._pieces += pieces
        if now - self._said > _SPEED_SECONDS and (seconds := now - self._began) > _SPEED_SECONDS:
            self._said = now
            rate = f"{self._pieces / seconds:.0f}"
            self._speed.say(self.tr("{tokens} tokens, {rate}/s").format(tokens=self._pieces, rate=rate))

    @Slot()
    def _on_theme_changed(self) -> None:
        colours = self._theme.palette
        colour = colours.muted if self._phase is Phase.IDLE else colours.accent
        if self._phase.waits_for_person or self._phase is Phase.PAUSING:
            colour = colours.warning
        if self._phase is Phase.STOPPING:
            colour = colours.danger
        self._dot.colour = QColor(colour)
        self._dot.update()


class Dot(QWidget):
    """A small disc; a style sheet for it would be worked out anew with each colour."""

    def __init__(self) -> None:
        super().__init__()
        self.colour = QColor()
        self.setFixedSize(_DOT, _DOT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour)
        painter.drawEllipse(self.rect())
        painter.end()
