"""Triton where it is installed; without it the kernels' files can still be read, and their plain functions run.

A kernel is a function of pointers and sizes; sizes that are `constexpr` are compiled in. It sees no other globals than
`tl` and other kernels, its annotations included: a `tl.tensor` is the address of a tensor's first number where a kernel
is given it, and numbers that the threads of a program hold between them where it is made of such.
"""

from collections.abc import Callable
from typing import Any

try:
    import triton
    import triton.language as tl
except ImportError:
    triton = tl = None

__all__ = ["WARPS", "Kernel", "cover", "jit", "tl", "triton"]

Kernel = Any
"""What `kernel[grid](…)` launches."""
WARPS = 8
"""Of a program that reads weights: enough that memory is always asked for more."""


def jit(function: Callable[..., Any]) -> Kernel:
    """Mark a kernel."""
    return triton.jit(function) if triton else function


def cover(count: int) -> int:
    """Return the power of two that a block of so many numbers takes."""
    return 1 << (count - 1).bit_length()
