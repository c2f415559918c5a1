"""Packages that only binary formats need: imported when such a file is read."""

from importlib import import_module
from types import ModuleType

from tasks.recorded.errors import ScoreError


def needed(module: str, form: str) -> ModuleType:
    """Return a module that reads a form of files. Raises `ScoreError` where its package is missing."""
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise ScoreError(f"{form} files need {package}: pip install 'deskhand[benchmarks]'.") from error
