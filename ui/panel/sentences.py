"""Sentences of the agent, the policy and the checks, which know no language, in the reader's.

A sentence that is not listed is shown as it is.
"""

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

KNOWN = (
    QT_TRANSLATE_NOOP("sentences", "Stopped before anything was done."),
    QT_TRANSLATE_NOOP("sentences", "Stopped before it was finished."),
    QT_TRANSLATE_NOOP(
        "sentences", "The person took over before this was finished. Look again at what the screen shows now."
    ),
    QT_TRANSLATE_NOOP("sentences", "The desktop was lost before this was finished."),
    QT_TRANSLATE_NOOP(
        "sentences", "The window that the run is bound to lies outside the screen: move it back, and start again."
    ),
    QT_TRANSLATE_NOOP("sentences", "Each step is to be approved."),
    QT_TRANSLATE_NOOP("sentences", "The goal cannot be reached."),
    QT_TRANSLATE_NOOP("sentences", "It is input like any other."),
    QT_TRANSLATE_NOOP("sentences", "It leaves the window that the run is to stay in."),
    QT_TRANSLATE_NOOP("sentences", "What lies there is none of the windows that are allowed."),
    QT_TRANSLATE_NOOP("sentences", "Another window has taken the keyboard. Look again."),
    QT_TRANSLATE_NOOP(
        "sentences",
        "What was clicked does not take the keyboard, so nothing was typed. Click into a text field.",
    ),
    QT_TRANSLATE_NOOP(
        "sentences", "A secret with a new line or a tab cannot be typed: it would press what has the focus."
    ),
    QT_TRANSLATE_NOOP("sentences", "Another program took the text from the clipboard: look whether it arrived."),
    QT_TRANSLATE_NOOP("sentences", "Nobody is there to answer. Decide by yourself, or give up as infeasible."),
    QT_TRANSLATE_NOOP(
        "sentences", "The screen changed where this aims since you saw it, so nothing was done. Look again."
    ),
    QT_TRANSLATE_NOOP("sentences", "Another window came to the front while the user was asked. Look again."),
    QT_TRANSLATE_NOOP("sentences", "It was under way and could not be changed any more, so it was broken off."),
    QT_TRANSLATE_NOOP("sentences", "It removes what is selected: no text caret was seen there."),
    QT_TRANSLATE_NOOP("sentences", "It closes something, with all that is not saved."),
    QT_TRANSLATE_NOOP("sentences", "Display"),
    QT_TRANSLATE_NOOP("sentences", "Input"),
    QT_TRANSLATE_NOOP("sentences", "Mouse"),
    QT_TRANSLATE_NOOP("sentences", "Keyboard"),
    QT_TRANSLATE_NOOP("sentences", "Listening"),
    QT_TRANSLATE_NOOP("sentences", "Accessibility"),
    QT_TRANSLATE_NOOP("sentences", "only pixels tell what has the focus"),
    QT_TRANSLATE_NOOP("sentences", "applications can tell what has the focus"),
    QT_TRANSLATE_NOOP("sentences", "To let applications tell what has the focus: `pip install 'deskhand[a11y]'`."),
    QT_TRANSLATE_NOOP(
        "sentences",
        "No accessibility bus answers: a virtual display has none; elsewhere, install at-spi2-core and log in again.",
    ),
    QT_TRANSLATE_NOOP("sentences", "This system has no accessibility bus; the screen is read instead."),
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
    QT_TRANSLATE_NOOP("sentences", "somebody used the mouse or the keyboard meanwhile"),
    QT_TRANSLATE_NOOP(
        "sentences", "Report this with your monitors' sizes and scaling; until then use one monitor at 100 %."
    ),
    QT_TRANSLATE_NOOP("sentences", "Set this monitor's scaling to 100 %, or let the agent work on another one."),
    QT_TRANSLATE_NOOP("sentences", "sets up"),
    QT_TRANSLATE_NOOP("sentences", "opens the model"),
    QT_TRANSLATE_NOOP("sentences", "checks"),
    QT_TRANSLATE_NOOP("sentences", "tears down"),
    QT_TRANSLATE_NOOP("sentences", "Nothing is checked, and the agent does not say that it is done."),
    QT_TRANSLATE_NOOP("sentences", "There is no recording of it: it ended before anything was done."),
)


COMPOSED = (
    QT_TRANSLATE_NOOP("sentences", "{count} steps were not enough."),
    QT_TRANSLATE_NOOP("sentences", "{count} seconds were not enough."),
    QT_TRANSLATE_NOOP("sentences", "The same action met the same screen {count} times."),
    QT_TRANSLATE_NOOP("sentences", "{count} replies in a row could not be read. The last: {complaint}"),
    QT_TRANSLATE_NOOP(
        "sentences",
        "Monitor {number} ({size}) is gone. Plug it in again, or choose another one, and start again.",
    ),
    QT_TRANSLATE_NOOP("sentences", "Nothing on the screen reads {target}; it reads: {lines}."),
    QT_TRANSLATE_NOOP("sentences", "{reason} (The policy says `{rule}: ask`.)"),
    QT_TRANSLATE_NOOP("sentences", "The policy refuses this ({rule}): {reason}"),
    QT_TRANSLATE_NOOP("sentences", "The user did not approve this: {reason}"),
    QT_TRANSLATE_NOOP("sentences", "Nobody was there to approve this: {reason}"),
    QT_TRANSLATE_NOOP("sentences", "It types the secret {names}. (Asked once a run: it is bound to no window.)"),
    QT_TRANSLATE_NOOP("sentences", "Another window took the keyboard after {count} characters. Look again."),
    QT_TRANSLATE_NOOP("sentences", "{file} cannot be used: {reason}."),
    QT_TRANSLATE_NOOP("sentences", "Something unforeseen went wrong ({error}). Please report it."),
    QT_TRANSLATE_NOOP("sentences", "It opens “{name}”, which runs: {command}"),
    QT_TRANSLATE_NOOP("sentences", "It opens “{name}”."),
    QT_TRANSLATE_NOOP("sentences", "The secret {names} does not belong there."),
    QT_TRANSLATE_NOOP("sentences", "It drops something on “{label}”, which throws it away."),
    QT_TRANSLATE_NOOP("sentences", "It was broken off under way: {reason}"),
    QT_TRANSLATE_NOOP("sentences", "The window {title} that the run was bound to was closed."),
    QT_TRANSLATE_NOOP(
        "sentences",
        "The window {title} that the run is bound to is hidden and does not come back: show it, and start again.",
    ),
    QT_TRANSLATE_NOOP(
        "sentences",
        "The window {title} that the run is bound to is covered by one that stays in front: move that away, and start "
        "again.",
    ),
    QT_TRANSLATE_NOOP("sentences", "It types the secret {names}."),
    QT_TRANSLATE_NOOP("sentences", "It types into {window}, which runs commands."),
    QT_TRANSLATE_NOOP("sentences", "It presses {keys}."),
    QT_TRANSLATE_NOOP("sentences", "“{label}” is read there, which commits."),
    QT_TRANSLATE_NOOP("sentences", "“{label}” is read there, which closes without saving."),
    QT_TRANSLATE_NOOP("sentences", "“{title}” is none of the windows that are allowed."),
    QT_TRANSLATE_NOOP("sentences", "step {number}: {action}"),
    QT_TRANSLATE_NOOP("sentences", "Wanted {wanted}; saw {saw}."),
    QT_TRANSLATE_NOOP("sentences", "The agent did not reach the goal: {reason}"),
    QT_TRANSLATE_NOOP("sentences", "It was not over after {seconds} seconds, set-up included, and was ended."),
    QT_TRANSLATE_NOOP("sentences", "The worker ended without an outcome (exit code {code}): see {file}."),
    QT_TRANSLATE_NOOP("sentences", "It passed only at attempt {number}: {reason}"),
    QT_TRANSLATE_NOOP("sentences", "It was expected to fail, and passed: {reason}"),
    QT_TRANSLATE_NOOP("sentences", "It runs the command {command}."),
    QT_TRANSLATE_NOOP("sentences", "It starts the program {command}."),
    QT_TRANSLATE_NOOP("sentences", "It opens {file} in {application}, which is not served on this machine."),
    QT_TRANSLATE_NOOP("sentences", "It opens {file} in {application}, which is an option and no file."),
    QT_TRANSLATE_NOOP("sentences", "It opens {file} in {application}, which lies outside the home."),
    QT_TRANSLATE_NOOP("sentences", "It sets {name}, a variable that can make programs run something."),
    QT_TRANSLATE_NOOP("sentences", "It writes {file}, which can make programs run something."),
    QT_TRANSLATE_NOOP("sentences", "It writes {file}, which lies outside the home."),
    QT_TRANSLATE_NOOP("sentences", "It reads {file}, which leads out of the task's folder."),
    QT_TRANSLATE_NOOP("sentences", "Its check runs the command {command}."),
    QT_TRANSLATE_NOOP("sentences", "Its check runs the function {function}."),
    QT_TRANSLATE_NOOP("sentences", "Its check `{kind}` runs something."),
)
"""Sentences with places for what a run found, which is shown as it is unless it is a known sentence itself."""

_LONGEST = 2000
"""What is longer quotes what anyone may have written: it could be such that matching it takes for ever."""


def translated(sentence: str) -> str:
    """Return the sentence in the reader's language where it is known."""
    if len(sentence) > _LONGEST:
        return sentence
    for template in map(str, COMPOSED):
        if found := _pattern(template).fullmatch(sentence):
            values = {name: translated(value) for name, value in found.groupdict().items()}
            return QCoreApplication.translate("sentences", template).format(**values)
    return QCoreApplication.translate("sentences", sentence)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Return what matches a template's sentences and captures what stands in its places."""
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(template)), re.DOTALL)
