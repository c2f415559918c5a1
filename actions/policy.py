"""What the agent may do: decided here, in code, whatever the model wants.

Each kind of action is allowed, refused, or put to the user. Judging is pure: it knows an action and what was found
around it, neither how that was found nor how the user is asked. A policy is no sandbox: a button that bears no word
and a terminal that does not look like one escape it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

from actions.keys import MODIFIERS
from actions.labels import PASTING, Labels, committing, discarding, fold
from actions.schema import Click, Drag, InputAction, LongPress, OpenApp, PressKeys, TypeText, Wait
from actions.secrets import secret_names
from actions.terminals import runs_commands


class Verdict(StrEnum):
    """What becomes of an action; the later, the stricter."""

    ALLOW = "allow"
    ASK = "ask"
    REFUSE = "refuse"


Rule: TypeAlias = Literal[
    "terminal", "commit", "discard", "open_app", "chord", "secret", "other", "windows", "stay_in_window"
]
"""The settings of a policy that give verdicts."""


class Judgement(BaseModel):
    """A verdict, the setting that gave it, and the reason: what the action is, in a sentence.

    The evidence it rests on: the title of the window that the input reaches, the labels read there, and what is known
    of the focus; each empty where it played no part.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    verdict: Verdict
    rule: Rule
    reason: str
    window: str = ""
    labels: tuple[str, ...] = ()
    focus: str = ""


@dataclass(frozen=True)
class Surroundings:
    """What was found where an input goes; what is not known is empty.

    `titles` are those of the window and then of the windows that it is a dialog or a menu of. `labels` are the lines
    of text at the target, or for keys those around what has the focus.
    """

    titles: tuple[str, ...] = ()
    window_class: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    in_bound_window: bool = False


class Policy(BaseModel):
    """One verdict for each kind of action; where several kinds apply, the strictest counts.

    - `terminal`: text and keys into a terminal or a launcher.
    - `commit`: pressing what sends, pays, deletes, submits, publishes…, by a click, or by Enter near such a label.
    - `discard`: closing without saving, likewise.
    - `open_app`; `chord`: keys together with Ctrl, Alt, Shift or Super; `secret`: typing a secret that the goal names.
    - `windows`: patterns for whole titles, in any case, with `*` and `?`; where there are any, input goes nowhere else.
    - `stay_in_window`: input goes only to the window that the run is bound to, its dialogs and its menus.
    - `commit_words`, `discard_words`: further words of labels that commit or discard.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    terminal: Verdict = Verdict.ASK
    commit: Verdict = Verdict.ASK
    discard: Verdict = Verdict.ASK
    open_app: Verdict = Verdict.ALLOW
    chord: Verdict = Verdict.ALLOW
    secret: Verdict = Verdict.ALLOW
    other: Verdict = Verdict.ALLOW
    windows: tuple[str, ...] = ()
    stay_in_window: bool = False
    commit_words: tuple[str, ...] = ()
    discard_words: tuple[str, ...] = ()

    def judge(self, action: InputAction, around: Surroundings) -> Judgement:
        """Return what becomes of the action. Waiting is always allowed: it sends nothing."""
        if isinstance(action, Wait):
            return _judgement(Verdict.ALLOW, "other", "It only waits.")
        kinds = list(self._kinds(action, around)) or [_judgement(self.other, "other", "It is input like any other.")]
        return strictest([*self._trespasses(action, around), *kinds])

    def needs_labels(self, action: InputAction) -> bool:
        """Say whether judging the action depends on the labels around it."""
        if self.commit is self.discard is Verdict.ALLOW:
            return False
        return _presses(action) or gives_enter(action)

    def _trespasses(self, action: InputAction, around: Surroundings) -> Iterator[Judgement]:
        if self.stay_in_window and not around.in_bound_window:
            yield _judgement(Verdict.REFUSE, "stay_in_window", "It leaves the window that the run is to stay in.")
        if self.windows and not isinstance(action, OpenApp) and not self._is_listed(around.titles):
            window = f"“{around.titles[0]}”" if around.titles else "What lies there"
            yield _judgement(Verdict.REFUSE, "windows", f"{window} is none of the windows that are allowed.")

    def _is_listed(self, titles: tuple[str, ...]) -> bool:
        return any(fnmatchcase(fold(title), fold(pattern)) for title in titles for pattern in self.windows)

    def _kinds(self, action: InputAction, around: Surroundings) -> Iterator[Judgement]:
        if isinstance(action, OpenApp):
            yield _judgement(self.open_app, "open_app", f"It opens “{action.app_name}”.")
        if isinstance(action, TypeText) and (names := sorted(secret_names(action.text))):
            yield _judgement(self.secret, "secret", f"It types the secret {', '.join(names)}.")
        if runs_commands(around.window_class) and _enters_text(action, around):
            yield _judgement(
                self.terminal, "terminal", f"It types into {around.window_class[-1]}, which runs commands."
            )
        elif _presses(action) or gives_enter(action):
            yield from self._promises(around)
        if isinstance(action, PressKeys) and len(action.keys) > 1 and not set(MODIFIERS).isdisjoint(action.keys):
            yield _judgement(self.chord, "chord", f"It presses {'+'.join(action.keys)}.")

    def _promises(self, around: Surroundings) -> Iterator[Judgement]:
        if label := self._committing.find(around.labels):
            yield _judgement(self.commit, "commit", f"“{label}” is read there, which commits.")
        if label := self._discarding.find(around.labels):
            yield _judgement(self.discard, "discard", f"“{label}” is read there, which closes without saving.")

    @cached_property
    def _committing(self) -> Labels:
        return committing(self.commit_words)

    @cached_property
    def _discarding(self) -> Labels:
        return discarding(self.discard_words)


def strictest(judgements: list[Judgement]) -> Judgement:
    """Return the first of the strictest of one or more judgements."""
    return max(judgements, key=lambda judgement: list(Verdict).index(judgement.verdict))


def _judgement(verdict: Verdict, rule: Rule, reason: str) -> Judgement:
    return Judgement(verdict=verdict, rule=rule, reason=reason)


def gives_enter(action: InputAction) -> bool:
    """Say whether keys press what has the focus, as Enter does; so do Space, and Alt with a button's letter."""
    match action:
        case TypeText(text=text, press_enter=press_enter):
            return press_enter or "\n" in text or "\r" in text
        case PressKeys(keys=keys):
            return not {"enter", "space"}.isdisjoint(keys) or ("alt" in keys and any(len(key) == 1 for key in keys))
    return False


def _presses(action: InputAction) -> bool:
    """Say whether the pointer may press a button; so may a long press, and what is dropped on a bin."""
    return isinstance(action, LongPress | Drag) or (isinstance(action, Click) and action.button == "left")


def _enters_text(action: InputAction, around: Surroundings) -> bool:
    """Say whether text gets into the window: typed, pasted or dropped."""
    match action:
        case TypeText() | PressKeys() | Drag() | Click(button="middle"):
            return True
        case Click():
            return PASTING.find(around.labels) is not None
    return False
