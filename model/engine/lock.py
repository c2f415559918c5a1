"""The lock of a file: held by one process, and let go with it, however it ends."""

import fcntl
import os
from pathlib import Path


def try_lock(path: Path) -> int | None:
    """Return the descriptor that holds a file's lock, until it is closed; None where another process holds it.

    The file is made where there is none. It is the one that bears the name: another may have been swept meanwhile.
    """
    while True:
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(lock), path.stat()):
                return lock
        except BlockingIOError:
            os.close(lock)
            return None
        except FileNotFoundError:
            pass  # swept since it was opened
        os.close(lock)
