"""The settings of what the agent may do: a verdict for each kind of action, and the windows it may use."""

from PySide6.QtWidgets import QPlainTextEdit

from actions.policy.policy import Policy, Verdict
from ui.panel.look.theme import Theme
from ui.panel.settings.section import Chooser, Section
from ui.panel.widgets.switch import Switch

_TEXT_HEIGHT = 64


class PolicySection(Section):
    """Shows a `Policy` and gives it back changed."""

    def __init__(self, theme: Theme, policy: Policy, *, approve_each: bool) -> None:
        super().__init__(self.tr("What it may do"))
        self._policy = policy
        self._approve = Switch(theme, self.tr("Approve each step"))
        self._approve.setChecked(approve_each)
        verdicts = [
            (Verdict.ALLOW.value, self.tr("allow")),
            (Verdict.ASK.value, self.tr("ask me")),
            (Verdict.REFUSE.value, self.tr("refuse")),
        ]
        self._rules = {
            rule: Chooser(theme, verdicts, policy.model_dump(mode="json")[rule]) for rule, _ in self._names()
        }
        self._windows = QPlainTextEdit("\n".join(policy.windows))
        self._windows.setFixedHeight(_TEXT_HEIGHT)
        self._windows.setTabChangesFocus(True)
        self._windows.setPlaceholderText("*Mousepad")
        self._stays = Switch(theme, self.tr("Stay in the window that the run is bound to"))
        self._stays.setChecked(policy.stay_in_window)
        self._lay_out()

    @property
    def approves_each(self) -> bool:
        """Whether each step is to be approved."""
        return self._approve.isChecked()

    def policy(self) -> Policy:
        """Return what is set; what has no field here stays as it was."""
        changes: dict[str, object] = {rule: box.currentData() for rule, box in self._rules.items()}
        changes["windows"] = [line.strip() for line in self._windows.toPlainText().splitlines() if line.strip()]
        changes["stay_in_window"] = self._stays.isChecked()
        return Policy.model_validate(self._policy.model_dump() | changes)

    def _names(self) -> list[tuple[str, str]]:
        return [
            ("terminal", self.tr("Type into a terminal")),
            ("commit", self.tr("Send, pay, delete, submit")),
            ("discard", self.tr("Close without saving")),
            ("open_app", self.tr("Open an application")),
            ("chord", self.tr("Press key combinations")),
            ("secret", self.tr("Type a secret")),
            ("other", self.tr("Everything else")),
        ]

    def _lay_out(self) -> None:
        self.rows.addRow(self._approve)
        for rule, name in self._names():
            self.add(name, self._rules[rule])
        hint = self.tr("One title a line, with * and ?. Where none is given, every window may be used.")
        self.add(self.tr("Allowed windows"), self._windows, hint)
        self.rows.addRow(self._stays)
