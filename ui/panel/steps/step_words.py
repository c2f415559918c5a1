"""A step in the reader's language: what it did, who decided, what became of it."""

from PySide6.QtCore import QCoreApplication

from actions.schema import Action
from agent.step import Step, Timings
from ui.panel.sentences import translated
from ui.wording import decision_in_words, in_words, is_worth_saying, printable, time_split

translate = QCoreApplication.translate


def spoken(action: Action) -> str:
    """Return what the action does, in one line."""
    return printable(in_words(action, translate)).replace("\n", " ")


def step_title(step: Step) -> str:
    """Return what the step did, in one line: what was carried out, where the person changed what was proposed."""
    done = step.performed or step.action
    return spoken(done) if done else translate("steps", "No action")


def step_outcome(step: Step) -> str:
    """Return what became of it, and who had to decide for that; an error says both."""
    if step.error:
        return printable(translated(step.error))
    decision = decision_in_words(step, translate) if is_worth_saying(step) else ""
    return " · ".join(part for part in (decision, _consequence(step)) if part)


def _consequence(step: Step) -> str:
    if step.user_reply and not step.is_edited:
        return translate("steps", "You answered: {text}").format(text=printable(step.user_reply))
    if step.changed is None:
        return ""
    return translate("steps", "The screen changed") if step.changed else translate("steps", "Nothing changed")


def total_seconds(timings: Timings) -> float:
    """Return how long the step took."""
    return sum(part.seconds for part in time_split(timings, translate))


def speed(step: Step) -> str:
    """Return how many tokens were written and how fast, where the model counted them."""
    if not step.tokens or not step.timings.think:
        return ""
    text = translate("steps", "{tokens} tokens, {rate} a second")
    return text.format(tokens=step.tokens, rate=f"{step.tokens / step.timings.think:.0f}")
