"""A task's own policy: it takes away from what the person allows, and only what it says."""

from pathlib import Path

from actions.policy.policy import Policy, Verdict
from tasks.task import Task
from tests.tasks.task.writing import only

ALLOWED = Policy(terminal=Verdict.ALLOW, commit=Verdict.ALLOW, remove=Verdict.ALLOW)


def test_what_a_task_says_nothing_of_stays_as_the_person_allows_it(tmp_path: Path) -> None:
    for policy in ("", "policy: {}\n"):
        assert ALLOWED.tightened_by(only(tmp_path, f"goal: x\n{policy}").policy) == ALLOWED


def test_what_a_task_refuses_is_refused_also_after_its_way_to_a_worker(tmp_path: Path) -> None:
    task = Task.model_validate_json(only(tmp_path, "goal: x\npolicy: {terminal: refuse}\n").model_dump_json())
    together = ALLOWED.tightened_by(task.policy)
    assert (together.terminal, together.commit, together.remove) == (Verdict.REFUSE, Verdict.ALLOW, Verdict.ALLOW)


def test_what_the_person_does_not_allow_no_task_allows(tmp_path: Path) -> None:
    task = only(tmp_path, "goal: x\npolicy: {discard: allow}\n")
    assert ALLOWED.tightened_by(task.policy).discard is Verdict.ASK
