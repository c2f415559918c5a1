"""A step in the reader's language: what it did, what became of it, where its time went."""

from PySide6.QtCore import QCoreApplication

from actions.schema import Action
from agent.step import Step, Timings
from ui.panel.sentences import translated
from ui.wording import in_words, printable

translate = QCoreApplication.translate


def spoken(action: Action) -> str:
    """Return what the action does, in one line."""
    return printable(in_words(action, translate)).replace("\n", " ")


def step_title(step: Step) -> str:
    """Return what the step did, in one line."""
    return spoken(step.action) if step.action else translate("steps", "No action")


def step_outcome(step: Step) -> str:
    """Return what became of it."""
    if step.error:
        return printable(translated(step.error))
    if step.user_reply:
        return translate("steps", "You answered: {text}").format(text=printable(step.user_reply))
    if step.changed is None:
        return ""
    return translate("steps", "The screen changed") if step.changed else translate("steps", "Nothing changed")


def total_seconds(timings: Timings) -> float:
    """Return how long the step took."""
    return sum(seconds for _, seconds in time_split(timings))


def time_split(timings: Timings) -> list[tuple[str, float]]:
    """Return the step's phases as people see them, in seconds."""
    return [
        (translate("steps", "look"), timings.capture),
        (translate("steps", "think"), timings.prompt + timings.think + timings.parse),
        (translate("steps", "act"), timings.act),
        (translate("steps", "settle"), timings.settle),
    ]


def speed(step: Step) -> str:
    """Return how many tokens were written and how fast, where the model counted them."""
    if not step.tokens or not step.timings.think:
        return ""
    text = translate("steps", "{tokens} tokens, {rate} a second")
    return text.format(tokens=step.tokens, rate=f"{step.tokens / step.timings.think:.0f}")
