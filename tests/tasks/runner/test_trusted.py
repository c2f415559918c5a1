"""Which tasks are trusted, and how many a model serves."""

from pathlib import Path

import pytest

from model.glm.settings import GlmSettings
from tasks.runner.suite import most_workers
from tasks.runner.trusted import TrustedTasks
from tests.tasks.task.writing import only

RUNS = "goal: x\nset_up: {commands: [[touch, mine]]}\n"


def test_only_what_needs_trust_and_has_none_is_unapproved(tmp_path: Path) -> None:
    file = tmp_path / "trusted.json"
    harmless, runs = only(tmp_path, "goal: x\n"), only(tmp_path, RUNS)
    assert TrustedTasks(file).unapproved([harmless, runs]) == [runs]
    TrustedTasks(file).add([runs])
    assert TrustedTasks(file).unapproved([harmless, runs]) == []
    assert TrustedTasks(file).unapproved([only(tmp_path, RUNS.replace("mine", "yours"))]) != []


@pytest.mark.parametrize("model", ["reader", "glm", "glm:/models/glm", "server:http://glm"])
def test_a_model_serves_many_tasks_a_local_glm_by_its_engine(model: str) -> None:
    assert most_workers(model, GlmSettings()) is None


@pytest.mark.parametrize(("model", "most"), [("reader", None), ("glm", 1), ("glm:/models/glm", 1)])
def test_a_glm_that_is_not_shared_serves_one_task_at_a_time(model: str, most: int | None) -> None:
    assert most_workers(model, GlmSettings(shared=False)) == most
