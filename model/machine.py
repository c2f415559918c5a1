"""How much memory this machine has for a model: the graphics card's where there is one, else its own. Loads no
torch."""

import os
import shutil
import subprocess
from dataclasses import dataclass

_SECONDS = 5
_MIB = 1 << 20


@dataclass(frozen=True)
class Memory:
    """In bytes: that of the largest graphics card (0 without one), and the machine's own."""

    card: int
    machine: int

    def fits(self, size: int) -> bool:
        """Say whether weights of that size can be run: on the card, or by the processor with room for other
        programs."""
        return size <= max(self.card * _SHARE_OF_CARD, self.machine * _SHARE_OF_MACHINE)


_SHARE_OF_CARD = 0.85
_SHARE_OF_MACHINE = 0.6


def memory() -> Memory:
    """Return this machine's."""
    machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return Memory(_card_memory(), machine)


def _card_memory() -> int:
    tool = shutil.which("nvidia-smi")
    if tool is None:
        return 0
    question = [tool, "--query-gpu=memory.total", "--format=csv,noheader,nounits"]
    try:
        said = subprocess.run(question, capture_output=True, text=True, timeout=_SECONDS, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return 0
    return max((int(line) * _MIB for line in said.split() if line.isdecimal()), default=0)
