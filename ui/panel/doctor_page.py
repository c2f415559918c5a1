"""The page of checks: what a run needs on this machine, with the cure beside each fault."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ui.doctor.checks import all_findings
from ui.doctor.dots import check_dots
from ui.doctor.finding import Finding
from ui.panel.errand import Errand
from ui.panel.look.icons import picture
from ui.panel.look.theme import Theme
from ui.panel.run.phase import Phase
from ui.panel.sentences import translated
from ui.panel.widgets.buttons import push_button
from ui.panel.widgets.labels import label
from ui.panel.widgets.page import Page

_ICON = 22


class DoctorPage(Page):
    """Runs the checks off the window's thread, one line after the other."""

    _found = Signal(object)

    def __init__(
        self,
        theme: Theme,
        check_all: Callable[[], Iterator[Finding]] = all_findings,
        check_monitors: Callable[[], Iterator[Finding]] = check_dots,
    ) -> None:
        super().__init__(self.tr("Doctor"))
        self._theme = theme
        self._check_all, self._check_monitors = check_all, check_monitors
        explanation = self.tr(
            "The checks open small windows and use the mouse and the keyboard. Leave both alone meanwhile."
        )
        self.body.addWidget(label(explanation, "muted", wraps=True))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.body.addLayout(self._lines)
        self.body.addStretch()
        self._all = push_button(theme, self.tr("Check everything"), "doctor", "primary")
        self._dots = push_button(theme, self.tr("Click the dots"), "target")
        self._said = label(role="muted", wraps=True)
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        row.addWidget(self._dots)
        row.addWidget(self._all)
        self.foot.addLayout(row)
        self._errand = Errand()
        self._all.clicked.connect(self._on_all)
        self._dots.clicked.connect(self._on_dots)
        self._found.connect(self._on_found)
        self._errand.done.connect(self._on_done)
        self._errand.failed.connect(self._on_done)

    @Slot(object)
    def on_phase_changed(self, phase: Phase) -> None:
        """Check nothing while a run goes on: both use the mouse."""
        for button in (self._all, self._dots):
            button.setEnabled(phase is Phase.IDLE)

    @Slot()
    def _on_all(self) -> None:
        self._begin(self._check_all)

    @Slot()
    def _on_dots(self) -> None:
        self._begin(self._check_monitors)

    def _begin(self, check: Callable[[], Iterator[Finding]]) -> None:
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.on_phase_changed(Phase.ACTING)
        self._said.setText(self.tr("Checking…"))
        self._errand.run(lambda: self._report(check()))

    def _report(self, findings: Iterator[Finding]) -> str:
        """Tell each finding as it comes; a thread of the pool calls."""
        for finding in findings:
            self._found.emit(finding)
        return self.tr("Checked.")

    @Slot(object)
    def _on_found(self, finding: Finding) -> None:
        self._lines.addWidget(_line(self._theme, finding))

    @Slot(object)
    def _on_done(self, sentence: str) -> None:
        self._said.setText(translated(sentence))
        self.on_phase_changed(Phase.IDLE)


def _line(theme: Theme, finding: Finding) -> QFrame:
    colours = theme.palette
    name, colour = ("check", colours.good) if finding.good else ("cross", colours.danger)
    if not finding.good and not finding.needed:
        colour = colours.warning
    mark = QLabel()
    mark.setPixmap(picture(name, colour, _ICON))
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(label(translated(finding.subject), "heading"))
    words.addWidget(label(translated(finding.found), wraps=True))
    if not finding.good and finding.cure:
        words.addWidget(label(translated(finding.cure), "muted", wraps=True))
    frame = QFrame()
    frame.setObjectName("card")
    row = QHBoxLayout(frame)
    row.setContentsMargins(16, 12, 16, 12)
    row.setSpacing(14)
    row.addWidget(mark)
    row.addLayout(words, 1)
    return frame
