"""An error as a sentence for the panel."""

from agent.errors import SPOKEN
from tasks.runner.results import ResultsError


def in_a_sentence(error: Exception) -> str:
    """Return the error's own sentence, or for an unforeseen one its name and text."""
    if isinstance(error, (*SPOKEN, ResultsError)):
        return str(error)
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename} cannot be used: {error.strerror}."
    return f"Something unforeseen went wrong ({type(error).__name__}: {error}). Please report it."
