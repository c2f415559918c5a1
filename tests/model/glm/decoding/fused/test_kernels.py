"""Our kernels beside their plain functions, where triton is there to interpret them; `make codegen` does this too."""

import json
import os
import subprocess
import sys

import pytest


@pytest.mark.slow
def test_kernels_compute_what_their_plain_functions_do() -> None:
    pytest.importorskip("triton", reason="triton is not installed; `make codegen` has one of its own")
    # Apart: whether kernels are interpreted is settled when they are read.
    command = [sys.executable, "-m", "tests.codegen.interpreted"]
    done = subprocess.run(command, env=os.environ | {"TRITON_INTERPRET": "1"}, check=True, stdout=subprocess.PIPE)
    apart = json.loads(done.stdout.splitlines()[-1])
    assert set(apart) == {"qkv", "attend", "combine", "product", "gate_up", "layers"}
    assert max(apart.values()) < 1e-4
