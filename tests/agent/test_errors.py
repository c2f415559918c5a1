"""One list says which errors are shown to the user as they stand."""

import inspect
from types import ModuleType

import pytest

import actions.errors
import agent.errors
import model.base
from actions.errors import FailSafeTriggeredError, UnreadableReplyError
from agent.errors import SPOKEN

TOLD_TO_THE_MODEL_OR_AN_ENDING = (UnreadableReplyError, FailSafeTriggeredError)


@pytest.mark.parametrize("module", [actions.errors, agent.errors, model.base])
def test_every_error_of_ours_is_on_it(module: ModuleType) -> None:
    errors = [kind for name, kind in inspect.getmembers(module, inspect.isclass) if name.endswith("Error")]
    assert errors
    assert [kind for kind in errors if not issubclass(kind, (*SPOKEN, *TOLD_TO_THE_MODEL_OR_AN_ENDING))] == []


def test_the_unforeseen_is_not() -> None:
    assert not issubclass(RuntimeError, SPOKEN)
    assert not issubclass(OSError, SPOKEN)
