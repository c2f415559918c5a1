"""Workers on a real Ray cluster of several nodes on this machine, one task at a time on each."""

import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tasks.runner.cluster import ClusterError, connected
from tasks.runner.pool import Pool
from tasks.runner.records import Job, Result, Status
from tasks.task import Task
from tests.tasks.runner.running import pids, written

MEMORY = {"object_store_memory": 100 * 2**20}


class Nodes:
    """A cluster whose head does no work, and what is said of the work on it. Implements `Watcher`."""

    def __init__(self, cluster: Any, folder: Path) -> None:
        self.cluster, self.folder = cluster, folder
        self.on_work: Callable[[], None] = lambda: None

    def grow(self) -> Any:
        """Add a node for one task at a time; return it."""
        return self.cluster.add_node(num_cpus=1, **MEMORY)

    def on_begun(self, job: Job, attempt: int) -> None: ...

    def on_doing(self, task: Task, doing: str) -> None:
        if "opens the model" in doing:
            on_work, self.on_work = self.on_work, lambda: None
            on_work()

    def run(self, jobs: list[Job], stop: Event | None = None) -> list[Result]:
        with connected(self.cluster.address) as nodes:
            pool = Pool(self.folder / "r", len(jobs), self, start=nodes.start)
            return list(pool.results(jobs, stop or Event()))

    def jobs(self, count: int, seconds: float = 0) -> list[Job]:
        """Return jobs that take so many seconds and need a file that their tasks bring."""
        (self.folder / "brought.txt").write_text("茶", encoding="utf-8")
        task = {
            "goal": f"wait {seconds:g} seconds",
            "set_up": {"files": {"in.txt": {"copy": "brought.txt"}}},
            "checks": [{"file": "in.txt", "text": "茶"}],
        }
        return [Job(task=written(self.folder, f"t{number}", **task)) for number in range(count)]


def at_once(results: list[Result]) -> int:
    """Return how many were made at the same time, at the most."""
    attempts = [attempt for result in results for attempt in result.attempts]
    spans = [(a.started, a.started + timedelta(seconds=a.seconds)) for a in attempts if a.started]
    return max(sum(begin <= moment < end for begin, end in spans) for moment, _ in spans)


@pytest.fixture
def nodes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Nodes]:
    pytest.importorskip("ray", reason="Ray, the extra `cluster`, is not installed")
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    monkeypatch.setenv("RAY_TMPDIR", tempfile.gettempdir())  # a short one: it holds sockets
    monkeypatch.setenv("TMPDIR", str(tmp_path))  # where nodes work
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False, **MEMORY})
    try:
        yield Nodes(cluster, tmp_path)
    finally:
        cluster.shutdown()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::Warning")  # Ray's own
class TestCluster:
    def test_two_nodes_work_and_what_they_made_lies_here(self, nodes: Nodes) -> None:
        nodes.grow()
        nodes.grow()
        results = nodes.run(nodes.jobs(4))
        assert [result.status for result in results] == [Status.PASSED] * 4, results
        assert at_once(results) == 2
        for result in results:
            made = {path.name for path in (nodes.folder / "r" / result.folders[0]).iterdir()}
            assert made >= {"job.json", "outcome.json", "worker.log", "run-1"}
        assert list(nodes.folder.glob("deskhand-*")) == []

    def test_what_a_node_was_at_when_it_died_is_made_on_another_one(self, nodes: Nodes) -> None:
        dies = nodes.grow()

        def die() -> None:
            nodes.grow()
            nodes.cluster.remove_node(dies, allow_graceful=False)

        nodes.on_work = die
        (result,) = nodes.run(nodes.jobs(1, 8))
        assert result.status is Status.PASSED, result

    def test_a_stop_ends_what_nodes_are_at(self, nodes: Nodes) -> None:
        nodes.grow()
        stop = Event()
        nodes.on_work = stop.set
        assert nodes.run(nodes.jobs(2, 60), stop) == []
        assert pids(f"tasks.runner.worker {nodes.folder}") == []


def test_an_address_where_nobody_answers_is_told_at_once() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{closed.getsockname()[1]}"
        began = time.monotonic()
        with pytest.raises(ClusterError, match=f"Nobody answers at {address}"), connected(address):
            pass
    assert time.monotonic() - began < 5
