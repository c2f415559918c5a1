"""`make codegen`: what a GPU would be given for one layer a token, looked at without one.

Prints for faked H100, RTX 4090 and RTX 3090 how many launches one layer of the 9B takes, by torch's compiler alone and
with our kernels; what ptxas makes of ours; and how far ours are from their plain functions under triton's interpreter.
Every part is a process of its own, and printed as soon as it is there.
"""

import json
import os
import subprocess
import sys
from typing import Any

from tests.benchmarks.output import print_json, print_table, wants_json
from tests.codegen.cards import CARDS

NEAR = 1e-4
"""Of the largest number: what the order of additions may make of float32."""


def main() -> int:
    """Look at all of it; fail where a kernel errs or has to spill."""
    as_json = wants_json("What one layer launches a token, by torch's compiler and by our kernels.")
    apart = part("interpreted", TRITON_INTERPRET="1")
    print_table(
        "Our kernels beside plain functions, float32", ("kernel", "apart"), [(k, f"{v:.1e}") for k, v in apart.items()]
    )
    ours = part("assembled")
    columns = ("kernel", "registers", "spilled", "shared bytes")
    for card, kernels in ours["assembled"].items():
        print_table(f"Our kernels on {card}", columns, [(name, *used.values()) for name, used in kernels.items()])
    equal = max(apart.values()) < NEAR
    figures = {}
    for card in CARDS:
        by_inductor = part("by_inductor", card)
        figures[card] = {"inductor": len(by_inductor), "own": len(ours["launches"])}
        print(f"{card}: {len(by_inductor)} launches a layer by torch's compiler, {len(ours['launches'])} by ours")
    spilled = sum(used["spilled"] for kernels in ours["assembled"].values() for used in kernels.values())
    if as_json:
        print_json({**figures, "equal": equal, "spilled": spilled})
    return 0 if equal and not spilled else 1


def part(name: str, *words: str, **environment: str) -> Any:
    """Run a part of this tool; return what it prints."""
    command = [sys.executable, "-m", f"tests.codegen.{name}", *words]
    done = subprocess.run(command, env=os.environ | environment, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    sys.exit(main())
