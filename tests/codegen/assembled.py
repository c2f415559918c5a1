"""Our kernels as ptxas compiles them for a real GPU, with the registers that it gives them and what it had to spill."""

import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import torch
import triton
from triton.backends.compiler import GPUTarget
from triton.compiler import ASTSource

from tests.codegen.cards import CARDS
from tests.codegen.recorded import Launch, record_layer

_TYPES = {torch.bfloat16: "*bf16", torch.float32: "*fp32", torch.int64: "*i64"}
_USED = re.compile(r"(\d+) bytes spill stores.*?Used (\d+) registers", re.DOTALL)


def assemble(launch: Launch, architecture: int) -> dict[str, int]:
    """Compile a kernel as it would be launched; return its registers a thread, spilled and shared bytes."""
    constants = {p.name: launch.arguments[p.name] for p in launch.kernel.params if p.is_constexpr}
    signature = {
        p.name: "constexpr" if p.is_constexpr else _type(launch.arguments[p.name]) for p in launch.kernel.params
    }
    # Torch's allocator aligns all tensors, and triton compiles for that.
    aligned = {(n,): [["tt.divisibility", 16]] for n, kind in enumerate(signature.values()) if kind.startswith("*")}
    source = ASTSource(launch.kernel, signature, constants, aligned)
    compiled = triton.compile(source, target=GPUTarget("cuda", architecture, 32), options={"num_warps": launch.warps})
    assert compiled.asm["cubin"]
    spilled, registers = _resources(compiled.asm["ptx"])
    return {"registers": registers, "spilled": spilled, "shared": compiled.metadata.shared}


def _type(value: Any) -> str:
    if isinstance(value, torch.Tensor):
        return _TYPES[value.dtype]
    return "fp32" if isinstance(value, float) else "i32"


def _resources(ptx: str) -> tuple[int, int]:
    """Return the bytes that a thread spills and its registers, as ptxas says."""
    target = re.search(r"^\.target (sm_\w+)", ptx, re.MULTILINE)
    assert target
    ptxas = triton.knobs.nvidia.ptxas.path
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "kernel.ptx"
        source.write_text(ptx)
        words = [ptxas, "-v", f"--gpu-name={target[1]}", str(source), "-o", str(source.with_suffix(".cubin"))]
        said = subprocess.run(words, check=True, capture_output=True, text=True).stderr
    used = _USED.search(said)
    assert used, said
    return int(used[1]), int(used[2])


def main() -> None:
    """Print the launches of one layer, what torch launches beside them, and what each became on each card."""
    recording = record_layer()
    # By place: a kernel is compiled anew for every shape.
    cards = {
        name: {
            f"{place} {launch.name}": assemble(launch, card.architecture)
            for place, launch in enumerate(recording.launches, 1)
        }
        for name, card in CARDS.items()
    }
    launches = [launch.name for launch in recording.launches] + recording.others
    print(json.dumps({"launches": launches, "assembled": cards}))


if __name__ == "__main__":
    main()
