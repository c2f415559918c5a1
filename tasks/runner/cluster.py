"""Workers on the nodes of a Ray cluster that exists. The only module that touches Ray.

A job travels as JSON with the files that its task brings, so nodes share no disk; each needs the same Deskhand, and
Xvfb, as this machine does. By itself Ray asks nobody who they are: whoever reaches a cluster's ports can run code on
all of it.
"""

import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from actions.quotation import one_line
from tasks.runner.node import Brought, Errand, carry_out, errand_for
from tasks.runner.parcel import ParcelError, unpack
from tasks.runner.process import JOB, OUTCOME
from tasks.runner.records import Attempt, Job, Status

_TRIES = 3  # nodes that a job is given to, one after the other, when they die under it
_REACHED_SECONDS = 5.0
_END_SECONDS = 10.0
_NEWS_SECONDS = 0.5


class ClusterError(Exception):
    """The cluster cannot be reached or used; the sentence says what to do."""


class _Board:
    """Where nodes write what they are doing: an actor."""

    def __init__(self) -> None:
        self._doing: dict[str, str] = {}

    def says(self, key: str, doing: str) -> None:
        self._doing[key] = doing

    def all(self) -> dict[str, str]:
        return self._doing


def _carry_out_there(errand: Errand, key: str, board: Any) -> Brought:
    """Run on a node, in a process of Ray's."""
    import ray

    node = ray.util.get_node_ip_address()
    return carry_out(errand, node, lambda doing: board.says.remote(key, f"{doing} ({node})"))


@contextmanager
def connected(address: str) -> Iterator["Cluster"]:
    """Be a driver of the cluster at HOST:PORT, which this machine is a node of. Raises `ClusterError`."""
    _require_reached(address)
    try:
        import ray
    except ImportError as error:
        raise ClusterError("Ray is not installed: `pip install 'deskhand[cluster]'`.") from error
    heard = signal.getsignal(signal.SIGTERM)
    try:
        ray.init(address=address, log_to_driver=False, logging_level="ERROR")
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise ClusterError(
            f"The Ray cluster at {address} cannot be used: {one_line(str(error))} This machine has to be one of its "
            "nodes: `ray start --address=HOST:PORT --num-cpus=0`."
        ) from error
    try:
        signal.signal(signal.SIGTERM, heard)  # Ray takes it for itself
        yield Cluster(ray)
    finally:
        ray.shutdown()


def _require_reached(address: str) -> None:
    """Look whether anybody is there: Ray itself waits for minutes."""
    host, _, port = address.rpartition(":")
    if not host or "/" in host or not port.isdecimal():
        raise ClusterError(f"{address!r} is no address of a Ray cluster: write HOST:PORT, as for `ray start`.")
    try:
        socket.create_connection((host, int(port)), _REACHED_SECONDS).close()
    except (OSError, OverflowError) as error:
        raise ClusterError(f"Nobody answers at {address}: {error}. Is the cluster up? `ray status` tells.") from error


class Cluster:
    """A cluster that this process is a driver of."""

    def __init__(self, ray: Any) -> None:
        self.ray = ray
        self._carry_out = ray.remote(num_cpus=1, max_retries=0, scheduling_strategy="SPREAD")(_carry_out_there)
        here = ray.util.scheduling_strategies.NodeAffinitySchedulingStrategy(
            ray.get_runtime_context().get_node_id(), soft=True
        )  # it lives as long as its reader
        self._board = ray.remote(num_cpus=0, scheduling_strategy=here)(_Board).remote()
        self._doing: dict[str, str] = {}
        self._news, self._asked = self._board.all.remote(), time.monotonic()

    def start(self, job: Job, folder: Path, seconds: float) -> "ClusterAttempt":
        """Give a job to a node; what comes back lies in the folder. Raises `OSError`."""
        return ClusterAttempt(self, job, folder, seconds)

    def submit(self, errand: Errand, key: str) -> Any:
        """Return Ray's reference to what will come back."""
        self._doing[key] = "waits for a node"
        return self._carry_out.remote(errand, key, self._board)

    def doing(self, key: str) -> str:
        """Return what a node said last; it is asked now and then, and not waited for."""
        with suppress(self.ray.exceptions.RayError):  # the node with the board has died
            if time.monotonic() > self._asked + _NEWS_SECONDS and self.ray.wait([self._news], timeout=0)[0]:
                self._doing |= self.ray.get(self._news)
                self._news, self._asked = self._board.all.remote(), time.monotonic()
        return self._doing.get(key, "")


class ClusterAttempt:
    """One attempt on a node. Implements `tasks.runner.pool.Worker`."""

    def __init__(self, cluster: Cluster, job: Job, folder: Path, seconds: float) -> None:
        self._cluster, self._folder = cluster, folder
        folder.mkdir(parents=True)
        (folder / JOB).write_text(job.model_dump_json(indent=2), encoding="utf-8")
        try:
            self._errand = errand_for(job, seconds)
        except ParcelError as error:
            raise OSError(str(error)) from error
        self._key = f"{os.getpid()}-{folder}"
        self._began = time.monotonic()
        self._tries = 0
        self._submit()

    def _submit(self) -> None:
        self._tries += 1
        self._coming = self._cluster.submit(self._errand, self._key)

    @property
    def doing(self) -> str:
        """What the node said last."""
        return self._cluster.doing(self._key)

    def poll(self) -> Attempt | None:
        """Return how the attempt went once it is over; where its node died, it is made on another one."""
        ray = self._cluster.ray
        if not ray.wait([self._coming], timeout=0)[0]:
            return None
        try:
            return self._received(ray.get(self._coming))
        except ray.exceptions.RayTaskError as error:
            return self._failed(f"The node could not make the attempt: {error.cause}")
        except ray.exceptions.RayError as error:
            if self._tries < _TRIES:
                self._submit()
                return None
            return self._failed(f"{self._tries} nodes died under it, the last one so: {error}")

    def end(self) -> None:
        """Let the node end it, and all that it started."""
        ray = self._cluster.ray
        with suppress(ray.exceptions.RayError):
            ray.cancel(self._coming)
            ray.wait([self._coming], timeout=_END_SECONDS)

    def _received(self, brought: Brought) -> Attempt:
        try:
            if brought.files:
                unpack(brought.files, self._folder)
            (self._folder / OUTCOME).write_text(brought.attempt, encoding="utf-8")
        except (OSError, ParcelError) as error:
            return self._failed(f"What the node sent cannot be written to {self._folder}: {error}")
        return Attempt.model_validate_json(brought.attempt)

    def _failed(self, reason: str) -> Attempt:
        seconds = time.monotonic() - self._began
        return Attempt(status=Status.ERROR, cause="machine", reason=reason, seconds=seconds)
