"""Opens the panel as `deskhand panel` does; at its first picture prints the monotonic time and its memory in MiB."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from agent.recording import runs_folder
from agent.screen.screen import require_display
from ui.panel.look.theme import Theme
from ui.panel.panel import Panel
from ui.panel.run.worker import Worker
from ui.panel.settings.panel_settings import settings_file


def main() -> None:
    require_display()
    application = QApplication(sys.argv[:1])
    panel = Panel(application, Theme(application), Worker(), settings_file(), runs_folder())
    panel.open()
    panel.window.repaint()
    application.processEvents()
    print(time.monotonic(), resident_mebibytes())
    QTimer.singleShot(0, application.quit)
    application.exec()
    panel.shut_down()


def resident_mebibytes() -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    kibibytes = next(line.split()[1] for line in lines if line.startswith("VmRSS"))
    return int(kibibytes) / 1024


if __name__ == "__main__":
    main()
