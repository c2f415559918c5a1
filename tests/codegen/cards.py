"""The GPUs that code is generated for, as torch describes them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Card:
    """The properties that torch's compiler asks for, under torch's names; memory in bytes."""

    name: str
    major: int
    minor: int
    multi_processor_count: int
    total_memory: int
    shared_memory_per_block_optin: int
    max_threads_per_multi_processor: int
    shared_memory_per_block: int = 49_152
    regs_per_multiprocessor: int = 65_536
    max_threads_per_block: int = 1024
    warp_size: int = 32
    L2_cache_size: int = 50 << 20
    gcnArchName: str = ""  # noqa: N815 - torch's
    is_integrated: bool = False
    is_multi_gpu_board: bool = False
    clock_rate: int = 1_980_000
    memory_clock_rate: int = 2_619_000
    memory_bus_width: int = 5120
    pci_bus_id: int = 0
    uuid: str = "made up"

    @property
    def shared_memory_per_multiprocessor(self) -> int:
        """A KiB more than one block may have."""
        return self.shared_memory_per_block_optin + 1024

    @property
    def architecture(self) -> int:
        """As ptxas counts: 90 is sm_90."""
        return 10 * self.major + self.minor


CARDS = {
    "h100": Card("NVIDIA H100 80GB HBM3", 9, 0, 132, 80 << 30, 231_424, 2048),
    "rtx4090": Card("NVIDIA GeForce RTX 4090", 8, 9, 128, 24 << 30, 101_376, 1536),
    "rtx3090": Card("NVIDIA GeForce RTX 3090", 8, 6, 82, 24 << 30, 101_376, 1536),
}
