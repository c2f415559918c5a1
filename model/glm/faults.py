"""What a device's faults mean to a person, and what they leave behind."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from subprocess import SubprocessError

import torch

from model.base import ModelError, ModelLostError


def _faults_of_triton() -> tuple[type[Exception], ...]:
    """Return what Triton itself raises where our own kernels meet it; torch wraps it in errors of its own."""
    try:
        from triton.errors import TritonError
    except ImportError:
        return ()
    return (TritonError,)


COMPILER_FAULTS: tuple[type[Exception], ...] = (
    *(RuntimeError, SubprocessError, OSError, ImportError),
    *_faults_of_triton(),
)
"""What comes out of torch's compiler, of Triton, of the C compiler that they call, and of loading what that made."""
DEVICE_FAULTS = (torch.OutOfMemoryError, torch.AcceleratorError)
"""These are among them, and mean the device itself."""

_FULL = (
    "The GPU's memory is full. Set quantization to int8 or int4, or lower screenshot_tokens or context_tokens; "
    "`deskhand model check` says what fits."
)


@contextmanager
def device_faults() -> Iterator[None]:
    """Say what to do about a device that gave up. Raises `ModelError` without what the fault's frames held."""
    failure: ModelError | None = None
    try:
        yield
    except torch.OutOfMemoryError as error:
        let_go(error)
        failure = ModelError(_FULL)
    except torch.AcceleratorError as error:
        let_go(error)
        failure = ModelLostError(f"The GPU failed, and the model has to be loaded again: {error}")
    # Outside of the handlers: the fault would go along as the context, and with it tensors of gigabytes.
    if failure:
        raise failure


def let_go(error: BaseException) -> None:
    """Free what the frames that an error passed through still hold, and what the device's allocator keeps of it."""
    seen: BaseException | None = error
    while seen:
        traceback.clear_frames(seen.__traceback__)
        seen = seen.__cause__ or seen.__context__
    error.__traceback__ = None
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
