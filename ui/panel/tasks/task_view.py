"""One task at large: what it is to do, how it ended and why, what each check wanted and saw, and a picture of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tasks.runner.records import Looked
from ui.panel.look.theme import Theme
from ui.panel.sentences import translated
from ui.panel.tasks.found_picture import FoundPicture
from ui.panel.tasks.listing import Entry, newest_screenshot, telling_picture
from ui.panel.tasks.task_words import facts, fitting, reason, state, title, what_it_does, when
from ui.panel.widgets.buttons import push_button
from ui.panel.widgets.labels import card, label, say
from ui.panel.widgets.picture_view import PictureView

_MOST_LINES, _LONGEST_LINE = 12, 300
"""So much of checks, mistakes and reasons is shown; the report and the file hold all of them."""


class TaskView(QWidget):
    """The task that the person looks at.

    Signals:
        report_wanted: The person wants to see the report of its last result (PastResult).
    """

    report_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._picture = PictureView(theme)
        self._found = FoundPicture(self)
        self._found.came.connect(self._on_picture)
        self._title = label(role="heading", wraps=True)
        self._state, self._facts = label(), label(role="muted")
        self._reason = label(wraps=True)
        self._lines = QVBoxLayout()
        self._about = label(role="section")
        self._what = label(wraps=True)
        self._report = push_button(theme, self.tr("Open the report"), "report")
        self._report.clicked.connect(self._on_report)
        self._lay_out()

    def show_entry(self, entry: Entry, doing: str | None, attempt: Path | None) -> None:
        """Show a task; `attempt` is the folder of the one that goes on, `doing` what is done in it."""
        self._entry = entry
        say(self._title, fitting(title(entry)), "heading")
        say(self._state, *state(entry, doing))
        self._show_facts(entry, doing)
        self._show_reason(entry, doing)
        self._show_lines(entry, doing)
        self._show_what(entry)
        self._report.setEnabled(doing is None and entry.last is not None and bool(entry.last.result.attempts))
        self._show_picture(entry, attempt)

    def say_doing(self, doing: str) -> None:
        """Say what is done now in the attempt that goes on."""
        say(self._reason, fitting(translated(doing)), "plain")

    def _show_facts(self, entry: Entry, doing: str | None) -> None:
        last = entry.last if doing is None else None
        said = (when(entry), facts(last)) if last else ()
        say(self._facts, " · ".join(part for part in said if part), "muted")

    def _show_reason(self, entry: Entry, doing: str | None) -> None:
        if doing is not None:
            said = translated(doing)
        elif entry.mistakes:
            said = self.tr("This file is no task until these mistakes are put right:")
        else:
            said = translated(reason(entry.last)) if entry.last else ""
        say(self._reason, fitting(said), "plain")

    def _show_lines(self, entry: Entry, doing: str | None) -> None:
        """Show each check of the last attempt, or each mistake of the file, or why it needs trust."""
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        attempts = entry.last.result.attempts if entry.last and doing is None else ()
        findings = attempts[-1].findings[:_MOST_LINES] if attempts else ()
        lines: list[QWidget] = [self._check(looked) for looked in findings]
        lines += [_line(f"{m.line}:{m.column}  {m.sentence}") for m in entry.mistakes[:_MOST_LINES]]
        if entry.reasons:
            lines.append(label(self.tr("It needs your trust"), "section"))
            lines += [_line(translated(reason)) for reason in entry.reasons[:_MOST_LINES]]
        for line in lines[:_MOST_LINES]:
            self._lines.addWidget(line)

    def _check(self, looked: Looked) -> QWidget:
        mark = label("✓" if looked.held else "✗", "good" if looked.held else "bad")
        mark.setAccessibleName(self.tr("holds") if looked.held else self.tr("does not hold"))
        words = self.tr("wanted {wanted}; saw {saw}").format(wanted=looked.wanted, saw=looked.saw)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(_line(words), 1)
        return line

    def _show_what(self, entry: Entry) -> None:
        if entry.task is None:
            say(self._about, self.tr("File"), "section")
            say(self._what, fitting(str(entry.path)), "plain")
            return
        say(self._about, self.tr("Goal") if entry.task.goal is not None else self.tr("Steps"), "section")
        say(self._what, what_it_does(entry.task), "plain")

    def _show_picture(self, entry: Entry, attempt: Path | None) -> None:
        if attempt:
            self._found.look(partial(newest_screenshot, attempt), goes_on=True)
        elif entry.last and entry.last.attempt_folder:
            self._found.look(partial(telling_picture, entry.last), goes_on=False)
        else:
            self._found.leave()
            self._on_picture(QImage())

    @Slot(QImage)
    def _on_picture(self, image: QImage) -> None:
        self._picture.show_picture(image)
        self._picture.setVisible(not image.isNull())

    @Slot()
    def _on_report(self) -> None:
        if self._entry and self._entry.last:
            self.report_wanted.emit(self._entry.last)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._state)
        head.addWidget(self._facts)
        head.addStretch()
        head.addWidget(self._report)
        how, inside = card()
        inside.addWidget(self._title)
        inside.addLayout(head)
        inside.addWidget(self._reason)
        inside.addLayout(self._lines)
        what, within = card()
        within.addWidget(self._about)
        within.addWidget(self._what)
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for widget in (how, self._picture, what):
            column.addWidget(widget)
        column.addStretch()
        _scrolling(content, self)


def _line(text: str) -> QLabel:
    return label(fitting(text, _LONGEST_LINE), wraps=True)


def _scrolling(content: QWidget, outside: QWidget) -> None:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(content)
    layout = QVBoxLayout(outside)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(scroll)
