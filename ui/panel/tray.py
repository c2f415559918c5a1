"""The icon in the system's tray; where there is no tray, nothing is missing but the icon."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ui.panel.look.icons import application_icon
from ui.panel.look.theme import Theme
from ui.panel.run.phase import Phase
from ui.panel.run.phase_words import phase_in_words


class Tray(QObject):
    """Shows by its colour whether a run goes on.

    Signals:
        show_wanted, stop_wanted, quit_wanted: An entry of the menu was chosen.
    """

    show_wanted = Signal()
    stop_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        colours = theme.palette
        self._at_rest, self._at_work = application_icon(colours.accent), application_icon(colours.danger)
        self._icon = QSystemTrayIcon(self._at_rest, self)
        self._menu = QMenu()
        self._menu.addAction(self.tr("Show the panel")).triggered.connect(self.show_wanted)
        self._stop = self._menu.addAction(self.tr("Stop"))
        self._stop.triggered.connect(self.stop_wanted)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Quit")).triggered.connect(self.quit_wanted)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self.on_phase_changed(Phase.IDLE)
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon.show()

    @Slot(object)
    def on_phase_changed(self, phase: Phase) -> None:
        """Show the phase, and by the colour whether a run goes on."""
        self._icon.setIcon(self._at_rest if phase is Phase.IDLE else self._at_work)
        self._icon.setToolTip(f"Deskhand: {phase_in_words(phase)}")
        self._stop.setEnabled(phase is not Phase.IDLE)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.show_wanted.emit()
