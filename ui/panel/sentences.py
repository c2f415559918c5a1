"""Fixed sentences of the agent and of the checks, which know no language, in the reader's.

A sentence that is not listed, or holds what a run found, is shown as it is.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

KNOWN = (
    QT_TRANSLATE_NOOP("sentences", "Stopped before anything was done."),
    QT_TRANSLATE_NOOP("sentences", "Stopped before it was finished."),
    QT_TRANSLATE_NOOP(
        "sentences", "The person took over before this was finished. Look again at what the screen shows now."
    ),
    QT_TRANSLATE_NOOP("sentences", "Each step is to be approved."),
    QT_TRANSLATE_NOOP("sentences", "The goal cannot be reached."),
    QT_TRANSLATE_NOOP("sentences", "Display"),
    QT_TRANSLATE_NOOP("sentences", "Input"),
    QT_TRANSLATE_NOOP("sentences", "Mouse"),
    QT_TRANSLATE_NOOP("sentences", "Keyboard"),
    QT_TRANSLATE_NOOP("sentences", "Listening"),
    QT_TRANSLATE_NOOP("sentences", "Fonts"),
    QT_TRANSLATE_NOOP("sentences", "Reading"),
    QT_TRANSLATE_NOOP("sentences", "Disk"),
    QT_TRANSLATE_NOOP("sentences", "does not work"),
    QT_TRANSLATE_NOOP("sentences", "no font for Chinese"),
    QT_TRANSLATE_NOOP("sentences", "For Chinese on the screen: `sudo apt install fonts-noto-cjk`."),
    QT_TRANSLATE_NOOP("sentences", "A local GLM needs about 20 GB for its weights; the reader needs none."),
    QT_TRANSLATE_NOOP("sentences", "keys are heard, and own input is known as own"),
    QT_TRANSLATE_NOOP("sentences", "own input was taken for a person's"),
    QT_TRANSLATE_NOOP("sentences", "Leave mouse and keyboard alone during the check; run it again."),
    QT_TRANSLATE_NOOP(
        "sentences", "Report this with your monitors' sizes and scaling; until then use one monitor at 100 %."
    ),
    QT_TRANSLATE_NOOP("sentences", "Set this monitor's scaling to 100 %, or let the agent work on another one."),
)


def translated(sentence: str) -> str:
    """Return the sentence in the reader's language where it is known."""
    return QCoreApplication.translate("sentences", sentence)
