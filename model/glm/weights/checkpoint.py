"""A checkpoint on disk, read by transformers' own classes: safetensors only, never code that came with it.

Knows where checkpoints lie and what can be wrong with them. Knows nothing of devices or of generation.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from huggingface_hub import snapshot_download
from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError
from safetensors import SafetensorError

from model.base import ModelError
from model.families import Family, family_of_checkpoint
from model.glm.foreign import ImageProcessor, Network, Tokenizer

if TYPE_CHECKING:
    import torch

ARCHITECTURE = "glm4v"
FILES = ("*.json", "*.safetensors", "*.jinja", "*.txt", "*.model")

_CACHED = "models--"

_T = TypeVar("_T")


@dataclass(frozen=True)
class Checkpoint:
    """What a folder held: weights on the CPU, and how to write and read for them."""

    name: str
    network: Network
    tokenizer: Tokenizer
    processor: ImageProcessor

    @property
    def family(self) -> Family:
        """What it calls itself, and its chat template, tell; the class alone does not."""
        return family_of_checkpoint(self.name, ARCHITECTURE, str(self.tokenizer.chat_template or ""))

    @property
    def stop_tokens(self) -> tuple[int, ...]:
        """The ids that end a reply: the checkpoint's, else the family's."""
        stops = self.network.generation_config.eos_token_id
        if stops is None:
            return self.family.stop_ids
        return (stops,) if isinstance(stops, int) else tuple(stops)


def find_checkpoint(source: str) -> Path:
    """Return the folder of a checkpoint, given that folder or the id of one that was downloaded."""
    folder = Path(source).expanduser()
    if folder.is_dir():
        return folder
    try:
        return Path(snapshot_download(source, local_files_only=True, allow_patterns=list(FILES)))
    except HFValidationError as error:
        raise ModelError(f"There is no folder {source!r}, and it is no model's id either.") from error
    except LocalEntryNotFoundError as error:
        raise ModelError(
            f"{source} is not on this machine, or not all of it. `deskhand model pull {source}` downloads it."
        ) from error


def checkpoint_name(folder: Path) -> str:
    """Return what a checkpoint is called: in the hub's cache the model's id, since its folder there is a hash."""
    repository = folder.parent.parent.name
    if folder.parent.name == "snapshots" and repository.startswith(_CACHED):
        return repository.removeprefix(_CACHED).replace("--", "/", 1)
    return folder.resolve().name


def check_architecture(folder: Path) -> None:
    """Raise `ModelError` where a folder holds no checkpoint of this family."""
    try:
        config: Any = json.loads((folder / "config.json").read_text())
    except FileNotFoundError as error:
        raise ModelError(f"{folder} is no checkpoint: it has no config.json.") from error
    except (OSError, ValueError) as error:
        raise ModelError(f"{folder}/config.json cannot be read: {error}") from error
    found = config.get("model_type") if isinstance(config, dict) else None
    if found != ARCHITECTURE:
        raise ModelError(
            f"{folder} holds a model of type {found!r}; --model glm runs {ARCHITECTURE!r} (GLM-4.1V, GLM-4.6V-Flash). "
            "A server can run the others: --model server:URL."
        )
    if not any(folder.glob("*.safetensors")):
        raise ModelError(f"{folder} holds no weights as safetensors files, the only kind that is loaded.")


def read_checkpoint(folder: Path, dtype: "torch.dtype") -> Checkpoint:
    """Load a checkpoint's parts. Raises `ModelError` with what is wrong with it."""
    check_architecture(folder)
    tokenizer, processor = read_writing(folder)
    return Checkpoint(checkpoint_name(folder), _read_network(folder, dtype), tokenizer, processor)


def read_writing(folder: Path) -> tuple[Tokenizer, ImageProcessor]:
    """Load how a checkpoint writes text and cuts images, without its weights. Raises `ModelError`."""
    from transformers import AutoTokenizer
    from transformers.models.glm4v.image_processing_pil_glm4v import Glm4vImageProcessorPil

    tokenizer = _read(folder, lambda: AutoTokenizer.from_pretrained(folder, local_files_only=True))
    return tokenizer, _read(folder, lambda: Glm4vImageProcessorPil.from_pretrained(folder, local_files_only=True))


def _read_network(folder: Path, dtype: "torch.dtype") -> Network:
    from transformers.models.glm4v.modeling_glm4v import Glm4vForConditionalGeneration
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call] # progress is told, not drawn on the terminal
    loaded: Any = _read(
        folder,
        lambda: Glm4vForConditionalGeneration.from_pretrained(
            folder, dtype=dtype, local_files_only=True, use_safetensors=True, output_loading_info=True
        ),
    )
    network, report = loaded
    if missing := sorted(report["missing_keys"]):
        raise ModelError(f"{folder} lacks {len(missing)} of the model's weights, the first {missing[0]!r}.")
    return network.eval()


def _read(folder: Path, read: Callable[[], _T]) -> _T:
    try:
        return read()
    except SafetensorError as error:
        raise ModelError(
            f"A weights file in {folder} is damaged or was cut short ({error}). `deskhand model pull` fetches it again."
        ) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise ModelError(f"{folder} cannot be loaded: {error}") from error
