"""An application with one button, “Save”, that goes wrong as it is told: `python faulty_app.py FAULT`.

Saving writes `saved.txt` into the home and shows “Stored”.
"""

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

FAULTS = ("none", "crash", "hang", "dialog", "dialog for a while")
_MOMENT, _WHILE = 300, 3000  # milliseconds


class Form(QWidget):
    def __init__(self, fault: str) -> None:
        super().__init__()
        self._fault = fault
        self.setWindowTitle("Form")
        self.resize(200, 100)  # a dialog covers it
        layout = QVBoxLayout(self)
        self._label = QLabel("Fresh")
        button = QPushButton("Save")
        button.clicked.connect(self.save)
        layout.addWidget(self._label)
        layout.addWidget(button)

    def save(self) -> None:
        match self._fault:
            case "crash":
                os._exit(139)
            case "hang":
                os.kill(os.getpid(), signal.SIGSTOP)
        Path.home().joinpath("saved.txt").write_text("saved")
        self._label.setText("Stored")

    def interrupt(self) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "Notice", "The network is gone.\n" * 12, parent=self)
        if self._fault == "dialog for a while":
            QTimer.singleShot(_WHILE, box.accept)
        box.exec()


def main(fault: str) -> None:
    app = QApplication()
    form = Form(fault)
    form.show()
    if fault.startswith("dialog"):
        QTimer.singleShot(_MOMENT, form.interrupt)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
