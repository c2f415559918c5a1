"""What models share that ask another one: they pass for it, and own it. Knows nothing of how it is asked."""

from model.base import Model, Part, ReadingAhead
from model.families import Family


class AroundModel:
    """Has the name and the family of the model that it asks. Of `model.base.Model`, answering is left to do."""

    def __init__(self, model: Model) -> None:
        self._model = model

    @property
    def name(self) -> str:
        """The model's own."""
        return self._model.name

    @property
    def family(self) -> Family:
        """The model's own."""
        return self._model.family

    def read_ahead(self, content: tuple[Part, ...]) -> None:
        """Let the model begin, if it can: its first look is the request as it stands."""
        if isinstance(self._model, ReadingAhead):
            self._model.read_ahead(content)

    def answer_now(self) -> None:
        """End the thought that is being written, of whichever look."""
        self._model.answer_now()

    def close(self) -> None:
        """Free what the model holds."""
        self._model.close()
