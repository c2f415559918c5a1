"""Running a program for a while: what it says, how it ends, and that nothing of it stays. Linux only."""

import os
import selectors
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_MOST_OUTPUT = 1 << 20  # bytes that are kept of each stream
_CHUNK = 1 << 16


@dataclass(frozen=True)
class Ended:
    """How a program ended: its exit code, negative for a signal; None where its time was up, and it was ended."""

    code: int | None
    output: str
    errors: str


def run(command: Sequence[str], cwd: Path, environment: Mapping[str, str], seconds: float) -> Ended:
    """Run a command until it ends, or its time is up; end all of its process group with it.

    What it left running is ended too. Raises `OSError` where it cannot be started.
    """
    program = subprocess.Popen(
        command,
        cwd=cwd,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert program.stdout is not None, "started with a pipe"
    assert program.stderr is not None, "started with a pipe"
    with program.stdout as output, program.stderr as errors:
        try:
            said = {output: bytearray(), errors: bytearray()}
            in_time = _listen(program.pid, said, time.monotonic() + seconds)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGKILL)
            code = program.wait()
        texts = [bytes(heard).decode(errors="replace") for heard in said.values()]
    return Ended(code if in_time else None, *texts)


def _listen(pid: int, said: dict[IO[bytes], bytearray], deadline: float) -> bool:
    """Collect what a program says until it ends, whoever else still holds its streams; say whether it was in time."""
    ends = os.pidfd_open(pid)
    try:
        with selectors.DefaultSelector() as selector:
            selector.register(ends, selectors.EVENT_READ)
            for stream in said:
                os.set_blocking(stream.fileno(), False)
                selector.register(stream, selectors.EVENT_READ)
            while (left := deadline - time.monotonic()) > 0:
                ready = [key.fileobj for key, _ in selector.select(left)]
                for stream in [stream for stream in said if stream in ready]:
                    if not _take(stream, said[stream]):
                        selector.unregister(stream)
                if ends in ready:
                    for stream, heard in said.items():
                        _take(stream, heard)
                    return True
        return False
    finally:
        os.close(ends)


def _take(stream: IO[bytes], heard: bytearray) -> bool:
    """Add what a stream holds now, as far as it is kept; say whether more may come."""
    try:
        chunk = os.read(stream.fileno(), _CHUNK)
    except BlockingIOError:
        return True
    heard += chunk[: max(0, _MOST_OUTPUT - len(heard))]
    return bool(chunk)
