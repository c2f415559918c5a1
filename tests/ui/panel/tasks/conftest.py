"""A folder of tasks, and suites that start no process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.runner.records import Status
from tests.ui.panel.tasks.suites import FakeSuites, write_tasks


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_tasks(tmp_path / "任务 1", "a", "b", "c")


@pytest.fixture
def suites() -> Iterator[FakeSuites]:
    made = FakeSuites(b=Status.FAILED)
    yield made
    made.goes_on.set()
