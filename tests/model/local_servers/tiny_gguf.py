"""A model of random weights as llama.cpp reads it: Qwen2-VL's shape in two layers, and the eyes to it."""

from pathlib import Path
from typing import Any

import gguf
import numpy as np
from numpy.typing import NDArray

MODEL, EYES = "tiny.gguf", "eyes.gguf"

_WIDTH, _HEADS, _KV_HEADS, _LAYERS, _INNER, _CONTEXT = 64, 4, 2, 2, 128, 4096
_PATCH = 14
_SPECIAL = (
    *("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>", "<|image_pad|>"),
    *("<think>", "</think>"),
)
_MERGES = ("a b", "T h")


class _Weights:
    """Weights by name, each random or a norm's."""

    def __init__(self, writer: Any) -> None:
        self._writer, self._chance = writer, np.random.default_rng(0)

    def add(self, name: str, *shape: int) -> None:
        self.keep(name, (self._chance.standard_normal(shape) * 0.3).astype(np.float32))

    def add_norm(self, name: str, *, bias: bool = False) -> None:
        self.keep(f"{name}.weight", np.ones(_WIDTH, np.float32))
        if bias:
            self.keep(f"{name}.bias", np.zeros(_WIDTH, np.float32))

    def add_product(self, name: str, outputs: int, inputs: int) -> None:
        self.add(f"{name}.weight", outputs, inputs)
        self.add(f"{name}.bias", outputs)

    def keep(self, name: str, weight: NDArray[np.float32]) -> None:
        self._writer.add_tensor(name, weight)


def write_model(folder: Path, template: str) -> None:
    """Write both files to a folder."""
    writer = gguf.GGUFWriter(str(folder / MODEL), "qwen2vl")
    _describe(writer)
    _add_tokenizer(writer, template)
    _add_layers(_Weights(writer))
    _finish(writer)
    _write_eyes(folder / EYES)


def _describe(writer: Any) -> None:
    writer.add_context_length(_CONTEXT)
    writer.add_embedding_length(_WIDTH)
    writer.add_block_count(_LAYERS)
    writer.add_feed_forward_length(_INNER)
    writer.add_head_count(_HEADS)
    writer.add_head_count_kv(_KV_HEADS)
    writer.add_rope_freq_base(10_000.0)
    writer.add_rope_dimension_sections([2, 3, 3, 0])
    writer.add_layer_norm_rms_eps(1e-6)


def _add_tokenizer(writer: Any, template: str) -> None:
    """Tokens of single bytes, as GPT-2 writes them down."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in printable]
    names = {byte: chr(byte) for byte in printable} | {byte: chr(256 + n) for n, byte in enumerate(others)}
    plain = [*(names[byte] for byte in range(256)), *(pair.replace(" ", "") for pair in _MERGES)]
    tokens = [*plain, *_SPECIAL]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("qwen2")
    writer.add_token_list(tokens)
    writer.add_token_types([1] * len(plain) + [3] * (len(_SPECIAL) - 2) + [4] * 2)
    writer.add_token_merges(list(_MERGES))
    writer.add_bos_token_id(tokens.index("<|endoftext|>"))
    writer.add_eos_token_id(tokens.index("<|im_end|>"))
    writer.add_add_bos_token(False)
    writer.add_chat_template(template)


def _add_layers(weights: _Weights) -> None:
    plain, special = 256 + len(_MERGES), len(_SPECIAL)
    weights.add("token_embd.weight", plain + special, _WIDTH)
    weights.add_norm("output_norm")
    head = np.random.default_rng(1).standard_normal((plain + special, _WIDTH)).astype(np.float32)
    head[plain:] = 0  # chance would end replies early, or part them
    weights.keep("output.weight", head)
    keys = _KV_HEADS * _WIDTH // _HEADS
    for number in range(_LAYERS):
        layer = f"blk.{number}"
        weights.add_norm(f"{layer}.attn_norm")
        weights.add_norm(f"{layer}.ffn_norm")
        for name, outputs in (("attn_q", _WIDTH), ("attn_k", keys), ("attn_v", keys)):
            weights.add_product(f"{layer}.{name}", outputs, _WIDTH)
        weights.add(f"{layer}.attn_output.weight", _WIDTH, _WIDTH)
        weights.add(f"{layer}.ffn_gate.weight", _INNER, _WIDTH)
        weights.add(f"{layer}.ffn_up.weight", _INNER, _WIDTH)
        weights.add(f"{layer}.ffn_down.weight", _WIDTH, _INNER)


def _write_eyes(path: Path) -> None:
    writer = gguf.GGUFWriter(str(path), "clip")
    writer.add_string("general.type", "mmproj")
    writer.add_bool("clip.has_vision_encoder", True)
    writer.add_string("clip.projector_type", "qwen2vl_merger")
    writer.add_bool("clip.use_gelu", True)
    sizes = {"image_size": 560, "patch_size": _PATCH, "embedding_length": _WIDTH, "feed_forward_length": _INNER}
    for name, value in (sizes | {"projection_dim": _WIDTH, "block_count": 1, "attention.head_count": 2}).items():
        writer.add_uint32(f"clip.vision.{name}", value)
    writer.add_float32("clip.vision.attention.layer_norm_epsilon", 1e-6)
    writer.add_array("clip.vision.image_mean", [0.5, 0.5, 0.5])
    writer.add_array("clip.vision.image_std", [0.3, 0.3, 0.3])
    weights = _Weights(writer)
    for name in ("v.patch_embd.weight", "v.patch_embd.weight.1"):
        weights.add(name, _WIDTH, 3, _PATCH, _PATCH)
    for norm in ("v.blk.0.ln1", "v.blk.0.ln2", "v.post_ln"):
        weights.add_norm(norm, bias=True)
    for product in ("attn_q", "attn_k", "attn_v", "attn_out"):
        weights.add_product(f"v.blk.0.{product}", _WIDTH, _WIDTH)
    weights.add_product("v.blk.0.ffn_up", _INNER, _WIDTH)
    weights.add_product("v.blk.0.ffn_down", _WIDTH, _INNER)
    weights.add_product("mm.0", 4 * _WIDTH, 4 * _WIDTH)
    weights.add_product("mm.2", _WIDTH, 4 * _WIDTH)
    _finish(writer)


def _finish(writer: Any) -> None:
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
