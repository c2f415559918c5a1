"""A worker: `python -m tasks.runner.worker FOLDER [SECONDS]` makes the attempt that the folder's job describes.

Its process has the environment of a scratch home already; here it gets its display. What it says on the way goes to
the folder's log.
"""

import errno
import os
import shutil
import sys
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from tasks.runner.attempt import StoppedByPerson, make_attempt
from tasks.runner.process import FULL, HOME, JOB, LOG, OUTCOME, STOPPED
from tasks.runner.records import Attempt, Job, Status

_FULL_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_LEAST = 64 * 1024  # bytes: with less, no application saves what it should


def main(folder: Path, seconds: float | None = None) -> None:
    """Make the attempt and write its outcome, whatever happens; tear down once its `seconds` are over."""
    _log_to(folder / LOG)
    started = datetime.now(UTC)
    try:
        job = Job.model_validate_json((folder / JOB).read_text(encoding="utf-8"))
        os.chdir(folder / HOME)  # where what is started begins, and saves
        attempt = make_attempt(job, folder, folder / HOME, seconds)
    except StoppedByPerson:
        sys.exit(STOPPED)
    except Exception as error:  # noqa: BLE001 - the boundary: one broken task is one result
        with suppress(OSError):  # the log may lie on a full disk
            traceback.print_exc()
        attempt = _broken(error)
    taken = (datetime.now(UTC) - started).total_seconds()
    attempt = _unless_full(attempt, folder).model_copy(update={"started": started, "seconds": taken})
    _write(attempt, folder)


def _broken(error: Exception) -> Attempt:
    if isinstance(error, OSError) and error.errno in _FULL_DISK:
        reason = f"{error.filename or 'A file'} could not be written: {error.strerror}."
        return Attempt(status=Status.ERROR, cause="machine", reason=reason)
    reason = f"The worker itself failed, see {LOG}: {type(error).__name__}: {error}"
    return Attempt(status=Status.ERROR, cause="worker", reason=reason)


def _unless_full(attempt: Attempt, folder: Path) -> Attempt:
    """Return the attempt; where it failed on a full disk, as the machine's fault: there, nothing can be saved."""
    if attempt.status is not Status.FAILED or shutil.disk_usage(folder).free >= _LEAST:
        return attempt
    reason = f"The disk of {folder} is full. {attempt.reason}"
    return attempt.model_copy(update={"status": Status.ERROR, "cause": "machine", "reason": reason})


def _write(attempt: Attempt, folder: Path) -> None:
    """Write the outcome, whole or not at all; where that cannot be, the exit code says so."""
    part = folder / f"{OUTCOME}.part"
    try:
        part.write_text(attempt.model_dump_json(indent=2), encoding="utf-8")
        part.replace(folder / OUTCOME)
    except OSError:
        os._exit(FULL)  # nor could the log be flushed, which would be an exit code of its own


def _log_to(path: Path) -> None:
    log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.close(log)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(float, sys.argv[2:]))
