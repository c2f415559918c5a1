"""onnxruntime as all nets here run on it: silent, on few threads, without telemetry. The only file that imports it.

From 1.29 on its wheels report to Microsoft, unless a variable says no before they are first imported
(https://github.com/microsoft/onnxruntime/pull/27379).
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from model.base import ModelError

_FATAL = 4  # onnxruntime's severity: a call that was broken off is no error
_THREADS = 4  # the nets are small: more threads wait for each other


def onnxruntime() -> Any:
    """Return the package. Raises `ModelError` where it is missing."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        import onnxruntime as package
    except ImportError as error:
        raise ModelError(f"Seeing needs onnxruntime: pip install onnxruntime ({error}).") from error
    package.disable_telemetry_events()  # which the variable does not do on Windows
    return package


def open_net(file: Path, kind: Callable[[Any], Any] = lambda session: session) -> Any:
    """Return a session of a net that is there; `kind` may make another class of `InferenceSession`.

    Raises `ModelError` where onnxruntime is missing.
    """
    package = onnxruntime()
    options = package.SessionOptions()
    options.log_severity_level = _FATAL
    options.intra_op_num_threads = min(_THREADS, os.cpu_count() or 1)
    options.enable_cpu_mem_arena = False  # pictures of all sizes would make the arena grow and grow
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return kind(package.InferenceSession)(str(file), options, providers=["CPUExecutionProvider"])
