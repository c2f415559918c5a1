"""`python qt_form.py` shows a Qt window with a field, an icon that has only a tooltip, and a text area."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

application = QApplication([])
window = QWidget(windowTitle="Form")
layout = QVBoxLayout(window)
icon = QPushButton()
icon.setToolTip("Delete")
for part in (QLineEdit(), icon, QTextEdit()):
    layout.addWidget(part)
window.resize(400, 300)
window.show()
application.exec()
