"""Which of our windows stand where in a run: they leave the desktop to the agent, and come when it asks."""

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Slot
from PySide6.QtWidgets import QWidget

from actions.schema import Action, Wait
from actions.targets import targets
from agent.step import Observation
from ui.panel.asking.confirm import Confirm
from ui.panel.asking.overlay import Overlay
from ui.panel.asking.question import QuestionWindow
from ui.panel.look.theme import Theme
from ui.panel.run.panel_run import PanelRun
from ui.panel.run.requests import Approval, Intention, Question, Start
from ui.panel.strip.own_windows import LINGER_SECONDS, OwnWindows
from ui.panel.strip.places import corners, free_place
from ui.panel.strip.strip import Strip
from ui.panel.strip.units import target_rect, widget_rect

_GONE_MS = round(LINGER_SECONDS * 1000) + 50
"""When a window that moved or hid shows nowhere any more, neither painted out nor real."""

_SECOND_CLICK_MS = 200
"""A second click comes within this, and must not meet what lies beneath; the run waits for longer before it acts."""

_GAP = 12


class Stage(QObject):
    """Directs the panel's window, the strip, the overlay and the two windows that ask."""

    def __init__(self, theme: Theme, run: PanelRun, panel: QWidget, own: OwnWindows, *, shrinks: bool) -> None:
        super().__init__(panel)
        self.shrinks = shrinks
        self._run, self._panel, self._own = run, panel, own
        self._strip, self._overlay = Strip(theme), Overlay(theme)
        self.confirm, self._question = Confirm(theme), QuestionWindow(theme)
        self._small = (self._strip, self.confirm, self._question, *self._overlay.rings)
        for window in (panel, *self._small):
            own.add(window)
        self._connect()

    def _connect(self) -> None:
        run, strip = self._run, self._strip
        strip.stop_wanted.connect(run.stop)
        strip.pause_wanted.connect(run.pause)
        strip.resume_wanted.connect(run.resume)
        strip.expand_wanted.connect(self.expand)
        self.confirm.answered.connect(self._on_approved)
        self.confirm.edited.connect(self._overlay.hide)
        self._question.answered.connect(run.reply)
        run.phase_changed.connect(strip.on_phase_changed)
        run.progressed.connect(strip.status.on_progressed)
        run.feed.streamed.connect(strip.on_streamed)
        run.feed.observed.connect(strip.on_observed)
        run.feed.intended.connect(strip.on_intended)
        run.started.connect(self._on_started)
        run.opened.connect(self._on_opened)
        run.intended.connect(self._on_intended)
        run.released.connect(self._on_released)
        run.approval_wanted.connect(self._on_approval_wanted)
        run.question_asked.connect(self._on_question_asked)
        run.finished.connect(self._on_finished)

    def shrink(self) -> bool:
        """Leave only the strip; say whether that changed anything."""
        if not self._panel.isVisible():
            return False
        self._strip.go_home()
        self._strip.show()
        self._panel.hide()
        return True

    @Slot()
    def expand(self) -> None:
        """Show the panel in place of the strip."""
        self._strip.hide()
        self._panel.show()

    def hide_all(self) -> None:
        """Show nothing: the person closed the panel."""
        for window in (self._strip, self.confirm, self._question, self._panel):
            window.hide()
        self._overlay.hide()

    def leave(self) -> None:
        """Give way to another stage: no window shows or follows the run any more."""
        self.hide_all()
        self._own.remove(self._panel)
        for window in self._small:
            self._own.remove(window)
            window.deleteLater()
        self.deleteLater()

    @Slot()
    def _on_started(self) -> None:
        if self.shrinks:
            self.shrink()

    @Slot(object)
    def _on_opened(self, start: Start) -> None:
        QTimer.singleShot(_GONE_MS, self, lambda: start.way_is_free.give(True))

    @Slot(object)
    def _on_intended(self, intention: Intention) -> None:
        self._overlay.hide()
        if self._make_way(intention.action, intention.observation):
            QTimer.singleShot(_GONE_MS, self, lambda: intention.way_is_free.give(True))
        else:
            intention.way_is_free.give(True)

    def _make_way(self, action: Action, observation: Observation) -> bool:
        """Leave the target free, and the focus to the application; say whether a window had to go.

        Nothing moves from under the hand of a person who just took over: the action will not be done.
        """
        if isinstance(action, Wait) or self._run.is_held:
            return False
        areas = _areas(action, observation)
        covered = any(area.intersects(self._panel.frameGeometry()) for area in areas)
        if self._panel.isVisible() and (covered or self.shrinks or self._panel.isActiveWindow()):
            self.shrink()
            self._strip.avoid(areas)
            return True
        return self._strip.isVisible() and self._strip.avoid(areas)

    @Slot()
    def _on_released(self) -> None:
        QTimer.singleShot(_SECOND_CLICK_MS, self, self._give_keyboard_back)

    @Slot()
    def _give_keyboard_back(self) -> None:
        """Leave it to the application that had it before a click into the panel; the action is meant for that one."""
        if self._run.goes_on and not self._run.is_held and self._panel.isActiveWindow():
            self.shrink()

    @Slot(object)
    def _on_approval_wanted(self, approval: Approval) -> None:
        areas = _areas(approval.action, approval.observation)
        self.confirm.show_for(approval)
        self._place(self.confirm, areas)
        self._overlay.show(areas, self.confirm.frameGeometry())

    @Slot(object)
    def _on_approved(self, action: Action | None) -> None:
        self._overlay.hide()
        self._run.approve(action)

    @Slot(object)
    def _on_question_asked(self, question: Question) -> None:
        self._question.show_for(question)
        self._place(self._question, [])

    def _place(self, window: QWidget, areas: list[QRect]) -> None:
        """Stand a window that asks upon the panel, or beside the strip where it covers no target if that can be."""
        if not self._strip.isVisible():
            window.move(self._panel.frameGeometry().center() - window.rect().center())
            return
        strip, size = self._strip.frameGeometry(), window.size()
        left = strip.right() - size.width() + 1
        beside = [QPoint(left, strip.bottom() + _GAP), QPoint(left, strip.top() - _GAP - size.height())]
        room = self._strip.screen().availableGeometry()
        inside = [corner for corner in beside if room.contains(QRect(corner, size))]
        candidates = [*inside, *corners(size)]
        window.move(free_place(size, candidates, [*areas, strip]) or candidates[0])

    @Slot()
    def _on_finished(self) -> None:
        self.confirm.hide()
        self._question.hide()
        self._overlay.hide()
        self.expand()


def _areas(action: Action, observation: Observation) -> list[QRect]:
    return [widget_rect(target_rect(box, observation.view)) for box in targets(action)]
