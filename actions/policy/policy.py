"""What the agent may do: decided here, in code, whatever the model wants.

Each effect of an action is allowed, refused, or put to the user. Judging is pure: it knows an effect and what was found
around it, neither how that was found nor how the user is asked. Where evidence is missing, the answer is to ask. A
policy is no sandbox: a button that bears no word and a terminal that does not look like one escape it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

from actions.applications.desktop_entries import Application
from actions.effects import DragTo, Drop, Effect, Keys, Launch, Pause, Press, Text
from actions.policy.reach import Reach, closes, is_chord, may_press, reach, removes
from actions.policy.secret_windows import is_titled, secrets_here
from actions.quotation import quote
from actions.secrets import secret_names
from actions.terminals import runs_commands
from actions.words.labels import BINS, PASTING, Labels, committing, discarding

_LABELS_KEPT = 20  # in a judgement: a screen full of them is evidence enough


class Verdict(StrEnum):
    """What becomes of an action; the later, the stricter."""

    ALLOW = "allow"
    ASK = "ask"
    REFUSE = "refuse"


Rule: TypeAlias = Literal[
    "terminal", "commit", "discard", "remove", "open_app", "chord", "secret", "other", "windows", "stay_in_window"
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
    """What was found where an effect takes place; what is not known is empty.

    `titles` are those of the window and then of the windows that it is a dialog or a menu of. `labels` are what is
    read on the controls that the effect may press, one text a control. `caret`: a text caret is known to have the
    focus. `application` is what would be started, and `named` says that the user named it.
    """

    titles: tuple[str, ...] = ()
    window_class: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    caret: bool = False
    in_bound_window: bool = False
    application: Application | None = None
    named: bool = False


class Policy(BaseModel):
    """One verdict for each kind of effect; where several kinds apply, the strictest counts.

    - `terminal`: text and keys into a terminal or a launcher.
    - `commit`: pressing what sends, pays, deletes, submits, publishes…, by the mouse or by keys.
    - `discard`: closing a window, or closing without saving.
    - `remove`: Delete or Backspace where no text caret is known to have the focus: it removes what is selected.
    - `open_app`: starting an application; while it is `ask`, one that the user named is not asked about, unless
      what it runs stands in a folder that the user, and so any editor, can write to.
    - `chord`: keys together with Ctrl, Alt, Shift or Super; `secret`: typing a secret that the goal names and that is
      bound to no window.
    - `secrets`: for the names of secrets, patterns for the titles of the only windows that they may be typed into.
    - `windows`: patterns for whole titles, in any case, with `*` and `?`; where there are any, input goes nowhere else.
    - `stay_in_window`: input goes only to the window that the run is bound to, its dialogs and its menus.
    - `commit_words`, `discard_words`: further words of labels that commit or discard.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    terminal: Verdict = Verdict.ASK
    commit: Verdict = Verdict.ASK
    discard: Verdict = Verdict.ASK
    remove: Verdict = Verdict.ASK
    open_app: Verdict = Verdict.ASK
    chord: Verdict = Verdict.ALLOW
    secret: Verdict = Verdict.ALLOW
    other: Verdict = Verdict.ALLOW
    secrets: dict[str, tuple[str, ...]] = {}
    windows: tuple[str, ...] = ()
    stay_in_window: bool = False
    commit_words: tuple[str, ...] = ()
    discard_words: tuple[str, ...] = ()

    def judge(self, effect: Effect, around: Surroundings) -> Judgement:
        """Return what becomes of the effect, and the evidence. Pausing is always allowed: it sends nothing."""
        if isinstance(effect, Pause):
            return _judgement(Verdict.ALLOW, "other", "It only waits.")
        kinds = list(self._kinds(effect, around)) or [_judgement(self.other, "other", "It is input like any other.")]
        found = strictest([*self._trespasses(effect, around), *kinds])
        evidence = {
            "window": next(iter(around.titles), ""),
            "labels": around.labels[:_LABELS_KEPT],
            "focus": "a text caret" if around.caret else "",
        }
        return found.model_copy(update=evidence)

    def tightened_by(self, other: "Policy") -> "Policy":
        """Return what both allow; where both name windows or bind a secret, this one's word counts."""
        names = [name for name, field in Policy.model_fields.items() if field.annotation is Verdict]
        order = list(Verdict)
        return Policy(
            **{name: max(getattr(self, name), getattr(other, name), key=order.index) for name in names},
            secrets={**other.secrets, **self.secrets},
            windows=self.windows or other.windows,
            stay_in_window=self.stay_in_window or other.stay_in_window,
            commit_words=(*self.commit_words, *other.commit_words),
            discard_words=(*self.discard_words, *other.discard_words),
        )

    def reach(self, effect: Effect, around: Surroundings) -> Reach:
        """Say where labels have to be read for judging the effect in these surroundings."""
        if self.commit is self.discard is Verdict.ALLOW and not runs_commands(around.window_class):
            return Reach.NOTHING
        return reach(effect, caret=around.caret)

    def unbound_secrets(self, text: str) -> frozenset[str]:
        """Return the names of the secrets in a text that may be typed into any window."""
        return secret_names(text) - self.secrets.keys()

    def _trespasses(self, effect: Effect, around: Surroundings) -> Iterator[Judgement]:
        if self.stay_in_window and not around.in_bound_window:
            yield _judgement(Verdict.REFUSE, "stay_in_window", "It leaves the window that the run is to stay in.")
        if self.windows and not isinstance(effect, Launch) and not is_titled(around.titles, self.windows):
            window = quote(around.titles[0]) if around.titles else "What lies there"
            yield _judgement(Verdict.REFUSE, "windows", f"{window} is none of the windows that are allowed.")

    def _kinds(self, effect: Effect, around: Surroundings) -> Iterator[Judgement]:
        if isinstance(effect, Launch):
            yield self._launch(effect, around)
        if isinstance(effect, Text):
            yield from self._secrets(effect, around)
        if runs_commands(around.window_class) and _enters_text(effect, around):
            name = around.window_class[-1]
            yield _judgement(self.terminal, "terminal", f"It types into {name}, which runs commands.")
        yield from self._promises(effect, around)
        if removes(effect, caret=around.caret):
            yield _judgement(self.remove, "remove", "It removes what is selected: no text caret was seen there.")
        if closes(effect):
            yield _judgement(self.discard, "discard", "It closes something, with all that is not saved.")
        if isinstance(effect, Keys) and is_chord(effect):
            yield _judgement(self.chord, "chord", f"It presses {'+'.join(effect.keys)}.")

    def _secrets(self, effect: Text, around: Surroundings) -> Iterator[Judgement]:
        here = secrets_here(secret_names(effect.text), self.secrets, around.titles)
        if here.elsewhere:
            yield _judgement(Verdict.REFUSE, "secret", f"The secret {_listed(here.elsewhere)} does not belong there.")
        if here.unbound:
            yield _judgement(self.secret, "secret", f"It types the secret {_listed(here.unbound)}.")

    def _promises(self, effect: Effect, around: Surroundings) -> Iterator[Judgement]:
        labels = [label for label in around.labels if may_press(effect, label)]
        if label := self._committing.find(labels):
            yield _judgement(self.commit, "commit", f"{quote(label)} is read there, which commits.")
        if label := self._discarding.find(labels):
            yield _judgement(self.discard, "discard", f"{quote(label)} is read there, which closes without saving.")
        if isinstance(effect, DragTo | Drop) and (label := BINS.find(labels)):
            yield _judgement(self.commit, "commit", f"It drops something on {quote(label)}, which throws it away.")

    def _launch(self, launch: Launch, around: Surroundings) -> Judgement:
        application, verdict = around.application, self.open_app
        if application is None:
            return _judgement(verdict, "open_app", f"It opens {quote(launch.name)}.")
        if verdict is Verdict.ASK and around.named and not application.from_users_folder:
            verdict = Verdict.ALLOW
        return _judgement(
            verdict, "open_app", f"It opens {quote(application.name)}, which runs: {application.command_line}"
        )

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


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))


def _enters_text(effect: Effect, around: Surroundings) -> bool:
    """Say whether text gets into the window: typed, pasted or dropped."""
    match effect:
        case Text() | Keys() | DragTo() | Drop() | Press(button="middle"):
            return True
        case Press():
            return PASTING.find(around.labels) is not None
    return False
