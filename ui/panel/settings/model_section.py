"""The settings of the model: which one, a test, and the download of a local GLM."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from model.glm.settings import DEFAULT_CHECKPOINT
from ui.panel.errand import Errand
from ui.panel.look.theme import Theme
from ui.panel.settings.found_models import FoundModels
from ui.panel.settings.model_choice import Kind, ModelChoice, open_choice
from ui.panel.settings.section import Chooser, Section, number
from ui.panel.widgets.buttons import push_button
from ui.panel.widgets.labels import label


class ModelSection(Section):
    """Shows a `ModelChoice` and gives it back changed."""

    _progressed = Signal(str)

    def __init__(self, theme: Theme, choice: ModelChoice) -> None:
        super().__init__(self.tr("Model"))
        self._kind = Chooser(theme, self._kinds(), choice.kind)
        self._source = QLineEdit(choice.source if choice.kind != "local" else "")
        self._local = FoundModels(choice.source if choice.kind == "local" else "")
        self._quantization = Chooser(
            theme,
            [("auto", self.tr("what fits")), ("none", self.tr("none")), ("int8", "int8"), ("int4", "int4")],
            choice.quantization,
        )
        self._thought = number(choice.thought_tokens, 1, 32_000, self.tr("tokens"))
        self._test = push_button(theme, self.tr("Test"), "check")
        self._pull = push_button(theme, self.tr("Download"), "download")
        self._found = label(role="muted", wraps=True)
        self._errand = Errand()
        self._lay_out()
        self._kind.currentIndexChanged.connect(self._on_kind_changed)
        self._test.clicked.connect(self._on_test)
        self._pull.clicked.connect(self._on_pull)
        self._progressed.connect(self._found.setText)
        self._errand.done.connect(self._on_done)
        self._errand.failed.connect(self._on_failed)
        self._on_kind_changed()

    def choice(self) -> ModelChoice:
        """Return what is chosen."""
        kind: Kind = self._kind.currentData()
        source = {"reader": "", "local": self._local.currentText()}.get(kind, self._source.text())
        return ModelChoice(
            kind=kind,
            source=source.strip(),
            quantization=self._quantization.currentData(),
            thought_tokens=self._thought.value(),
        )

    def _kinds(self) -> list[tuple[str, str]]:
        return [
            ("reader", self.tr("Built-in reader: simple goals, no GPU, no download")),
            ("glm", self.tr("Local GLM-4.1V-Thinking")),
            ("local", self.tr("A server on this machine (Ollama, LM Studio, …)")),
            ("server", self.tr("A server (vLLM, SGLang, llama.cpp, …)")),
            ("scripted", self.tr("Recorded replies from a file")),
        ]

    def _lay_out(self) -> None:
        self.add(self.tr("Model"), self._kind)
        self._source_label = self.add("", self._source)
        self.add(self.tr("Found here"), self._local)
        self.add(self.tr("Quantization"), self._quantization)
        self.add(self.tr("Thinking budget"), self._thought)
        buttons = QHBoxLayout()
        buttons.addWidget(self._test)
        buttons.addWidget(self._pull)
        buttons.addWidget(self._found, 1)
        row = QWidget()
        buttons.setContentsMargins(0, 0, 0, 0)
        row.setLayout(buttons)
        self.rows.addRow(QWidget(), row)

    @Slot()
    def _on_kind_changed(self) -> None:
        kind: Kind = self._kind.currentData()
        names = {
            "reader": ("", ""),
            "glm": (self.tr("Folder or hub id"), DEFAULT_CHECKPOINT),
            "local": ("", ""),
            "server": (self.tr("Address"), "http://localhost:8000/v1#NAME"),
            "scripted": (self.tr("File"), "replies.jsonl"),
        }
        name, example = names[kind]
        self._source_label.setText(name)
        self._source.setAccessibleName(name)
        self._source.setPlaceholderText(example)
        self.rows.setRowVisible(self._source, kind not in ("reader", "local"))
        self.rows.setRowVisible(self._local, kind == "local")
        if kind == "local":
            self._local.look()
        self.rows.setRowVisible(self._quantization, kind == "glm")
        self._pull.setVisible(kind == "glm")
        self._test.setVisible(kind != "glm")
        self._found.clear()

    @Slot()
    def _on_test(self) -> None:
        choice = self.choice()
        self._begin(self.tr("Asking…"))
        self._errand.run(lambda: _name_of(choice))

    @Slot()
    def _on_pull(self) -> None:
        source = self.choice().source or DEFAULT_CHECKPOINT
        self._begin(self.tr("Asking the hub…"))
        self._errand.run(lambda: self._download(source))

    def _download(self, source: str) -> str:
        """Fetch the weights; a thread of the pool calls."""
        from model.glm.weights.download import pull

        pull(source, lambda message, _fraction: self._progressed.emit(message))
        return source

    def _begin(self, text: str) -> None:
        self._say(text, "muted")
        for button in (self._test, self._pull):
            button.setEnabled(False)

    @Slot(object)
    def _on_done(self, name: str) -> None:
        self._say(self.tr("Ready: {name}").format(name=name), "muted")

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._say(sentence, "error")

    def _say(self, text: str, role: str) -> None:
        self._found.setText(text)
        self._found.setProperty("role", role)
        self._found.style().polish(self._found)
        for button in (self._test, self._pull):
            button.setEnabled(True)


def _name_of(choice: ModelChoice) -> str:
    """Open the model and say what it calls itself. Raises `ModelError`."""
    model = open_choice(choice, lambda _message, _fraction: None)
    try:
        return model.name
    finally:
        model.close()
