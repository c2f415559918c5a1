"""A window over the whole screen that is full of text: `python -m tests.benchmarks.text_window`.

It prints a line as soon as it is painted.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit

TEXT = Path(__file__).parents[2] / "README.md"


def main() -> None:
    application = QApplication(sys.argv)
    editor = QPlainTextEdit(TEXT.read_text(encoding="utf-8"))
    editor.setWindowTitle("Full of text")
    editor.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    editor.showFullScreen()
    QTimer.singleShot(500, lambda: print("painted", flush=True))
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
