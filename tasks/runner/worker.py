"""A worker: `python -m tasks.runner.worker FOLDER` makes the attempt that the folder's job describes.

Its process has the environment of a scratch home already; here it gets its display. What it says on the way goes to
the folder's log.
"""

import os
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from tasks.runner.attempt import make_attempt
from tasks.runner.process import HOME, JOB, LOG, OUTCOME
from tasks.runner.records import Attempt, Job, Status


def main(folder: Path) -> None:
    """Make the attempt and write its outcome, whatever happens."""
    _log_to(folder / LOG)
    started = datetime.now(UTC)
    try:
        job = Job.model_validate_json((folder / JOB).read_text(encoding="utf-8"))
        os.chdir(folder / HOME)  # where what is started begins, and saves
        attempt = make_attempt(job, folder, folder / HOME)
    except Exception as error:  # noqa: BLE001 - the boundary: one broken task is one result
        traceback.print_exc()
        reason = f"The worker itself failed, see {LOG}: {type(error).__name__}: {error}"
        attempt = Attempt(status=Status.ERROR, cause="worker", reason=reason)
    seconds = (datetime.now(UTC) - started).total_seconds()
    attempt = attempt.model_copy(update={"started": started, "seconds": seconds})
    part = folder / f"{OUTCOME}.part"
    part.write_text(attempt.model_dump_json(indent=2), encoding="utf-8")
    part.replace(folder / OUTCOME)


def _log_to(path: Path) -> None:
    log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.close(log)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
