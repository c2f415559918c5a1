"""Starting a program that ends with another process, and with it all that it has started itself.

A process group will not do: programs leave it (`setsid`). A parent-death signal will not do: grandchildren have none.
So a small process stands between, `python supervisor.py PID PIPE SCRATCH COMMAND…`: the kernel hands it
whatever its descendants orphan, and it ends them all when the process PID ends, however that happens. The folder
SCRATCH, where one is named, goes with them. Linux only.
"""

import ctypes
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

ENDS_WITH = "DESKHAND_ENDS_WITH"
"""The environment variable that names the process with which whatever is opened on a virtual display ends."""

_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36
_POLITE_SECONDS = 1.0
_POLL_SECONDS = 0.01
_ENDED = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def start_supervised(
    command: Sequence[str],
    env: Mapping[str, str],
    *,
    owner: int,
    wrapper: Sequence[str] = (),
    cwd: Path | None = None,
    pass_fds: Collection[int] = (),
    scratch: Path | None = None,
) -> subprocess.Popen[bytes]:
    """Start a command that ends with the process `owner`.

    What is returned is its supervisor: it ends when all that the command started has ended, with the command's exit
    code, and ends all of that when it is terminated. `wrapper` are words before it. `scratch` is a folder that is
    removed in the end. Raises `OSError` where the command cannot be started.
    """
    complaints, report = os.pipe()
    arguments = [str(owner), str(report), str(scratch or ""), *command]
    with os.fdopen(complaints) as pipe:
        try:
            supervisor = subprocess.Popen(
                [*wrapper, sys.executable, "-I", "-S", __file__, *arguments],  # it needs no more than this file
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=env,
                cwd=cwd,
                pass_fds=(*pass_fds, report),
                start_new_session=True,  # Ctrl+C in the terminal is ours to handle
            )
        finally:
            os.close(report)
        number = int(pipe.read() or -1)
    if number:
        supervisor.wait()
        raise OSError(number, os.strerror(number) if number > 0 else "its supervisor did not start")
    return supervisor


def main() -> None:
    """Start the command and stay until it, and all that it started, has ended."""
    owner, report, scratch, *command = sys.argv[1:]
    os.set_inheritable(int(report), False)
    wake = _wake_at_signals()
    with os.fdopen(int(report), "w") as answer:
        try:
            _prctl(_PR_SET_CHILD_SUBREAPER, 1)
            owner_ends = os.pidfd_open(int(owner))
            child = _start(command)
        except OSError as error:
            answer.write(str(error.errno))
            sys.exit(1)
        answer.write("0")
    code = _supervise(child, owner_ends, wake)
    if scratch:
        shutil.rmtree(scratch, ignore_errors=True)
    sys.exit(code)


def _start(command: Sequence[str]) -> int:
    process = subprocess.Popen(command, close_fds=False, start_new_session=True, preexec_fn=_end_with_supervisor)
    process.returncode = 0  # it is waited for below
    return process.pid


def _wake_at_signals() -> int:
    """Return a pipe that a byte comes out of for each signal: a child has ended, or all shall."""
    wake, write = os.pipe()
    os.set_blocking(write, False)
    signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    for number in (*_ENDED, signal.SIGCHLD):
        signal.signal(number, lambda *_: None)  # a handler is reset in children, what is ignored is not
    return wake


def _supervise(child: int, owner_ends: int, wake: int) -> int:
    """Return the child's exit code once nothing runs any more."""
    codes = {child: 0}
    while _reap(codes):
        ready, _, _ = select.select([owner_ends, wake], [], [])
        asked = wake in ready and not set(os.read(wake, 4096)).isdisjoint(_ENDED)
        if asked or owner_ends in ready:
            _end_all(codes, wake)
    return codes[child] if codes[child] >= 0 else 128 - codes[child]


def _reap(codes: dict[int, int]) -> bool:
    """Collect the children that have ended, with the exit codes that are wanted; say whether others run."""
    with suppress(ChildProcessError):
        while True:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return True
            if pid in codes:
                codes[pid] = os.waitstatus_to_exitcode(status)
    return False


def _end_all(codes: dict[int, int], wake: int) -> None:
    """End the children, and then those of theirs that thereby become ours: politely at first."""
    told: set[int] = set()
    patience = time.monotonic() + _POLITE_SECONDS
    while _reap(codes):
        polite = time.monotonic() < patience
        for pid in set(_children()) - (told if polite else set()):
            with suppress(OSError):  # it has just ended, or is another user's
                os.kill(pid, signal.SIGTERM if polite else signal.SIGKILL)
            told.add(pid)
        if select.select([wake], [], [], _POLL_SECONDS)[0]:
            os.read(wake, 4096)


def _children() -> list[int]:
    return [int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]


def _end_with_supervisor() -> None:
    _prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _prctl(option: int, value: int) -> None:
    if ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")


if __name__ == "__main__":
    main()
