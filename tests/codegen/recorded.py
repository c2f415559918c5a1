"""What our own kernels are launched with for one layer of the 9B: noted down in place of being launched.

The tensors have shapes and no memory. Work that torch itself would launch between the kernels is noted too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import torch
from torch.utils._python_dispatch import TorchDispatchMode
from transformers import Glm4vConfig
from transformers.models.glm4v.modeling_glm4v import Glm4vTextDecoderLayer
from triton.runtime.jit import JITFunction

from model.glm.decoding.fused.layer import FUSED, run_layer
from model.glm.decoding.fused.norms import Pending
from model.glm.decoding.text_layer import TextLayer

CAPACITY = 16_384
_NO_LAUNCH = ("empty", "view", "slice", "unbind", "select", "detach", "new_empty", "empty_like")
"""Names, or their beginnings, of what torch does on the host alone."""


@dataclass(frozen=True)
class Launch:
    """A kernel and what it is launched with, by its parameters' names."""

    kernel: Any
    arguments: dict[str, Any]
    warps: int

    @property
    def name(self) -> str:
        """The kernel's own name."""
        return str(self.kernel.__name__)


@dataclass
class Recording(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """What was launched, in turn; of torch's own operations the names."""

    launches: list[Launch] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def __torch_dispatch__(self, operation: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        """Note what is not done on the host alone."""
        name = operation.__name__.partition(".")[0].lstrip("_")
        if not name.startswith(_NO_LAUNCH):
            self.others.append(name)
        return operation(*args, **(kwargs or {}))


def record_layer() -> Recording:
    """Return what one layer of the real size launches for one token."""
    text: Any = Glm4vConfig().text_config
    with torch.device("meta"), torch.no_grad():
        layer = TextLayer(Glm4vTextDecoderLayer(text, 0).bfloat16())
        state, update = torch.empty(2, text.hidden_size, dtype=torch.bfloat16).unbind()
        keys, values = torch.empty(2, 1, layer.kv_heads, CAPACITY, layer.head_width, dtype=torch.bfloat16).unbind()
        rope = torch.empty(2, 1, 1, layer.head_width // 2, dtype=torch.bfloat16).unbind()
        slot = torch.empty(1, dtype=torch.long)
        with _kept_from_launching() as recording, recording:
            pending = Pending(state, update, layer.after_mlp)
            run_layer(FUSED, layer, pending, (rope[0], rope[1]), (keys, values), slot)
    return recording


@contextmanager
def _kept_from_launching() -> Iterator[Recording]:
    recording = Recording()
    real = JITFunction.run

    def run(kernel: Any, *args: Any, grid: Any, warmup: bool, num_warps: int = 4, **kwargs: Any) -> None:
        assert grid
        assert not warmup
        named = dict(zip(kernel.arg_names, args, strict=False)) | kwargs
        recording.launches.append(Launch(kernel, named, num_warps))

    JITFunction.run = run
    try:
        yield recording
    finally:
        JITFunction.run = real
