"""What torch's compiler launches for one layer of the 9B a token, on a faked GPU: `python -m … h100` prints it as JSON.

The layer, its attention and the options are the engine's own. Compiling stops where the code is written: there is
nothing to run it. A process of its own for every card.
"""

import json
import re
import sys
from collections.abc import Sequence
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn
from transformers import Glm4vConfig
from transformers.models.glm4v.modeling_glm4v import Glm4vTextDecoderLayer

from model.glm.decoding.attention import Reach, flex_cached_attention
from model.glm.decoding.kernels import MEMORY_BOUND
from model.glm.decoding.text_layer import TextLayer, token_layer
from tests.codegen.cards import CARDS, Card

CAPACITY, FILLED = 16_384, 5000
_LAUNCH = re.compile(r"triton_\w+(?=\.run\()|extern_kernels\.\w+(?=\()")


class _WrittenError(Exception):
    """The code is there, and compiling need not go on."""


def launches(card: Card, tokens: int = 1) -> list[str]:
    """Return the names of what one layer launches for so many tokens."""
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.bfloat16)
    text: Any = Glm4vConfig().text_config
    with torch.no_grad():
        layer = TextLayer(Glm4vTextDecoderLayer(text, 0)).requires_grad_(False)
        keys, values = torch.zeros(2, 1, layer.kv_heads, CAPACITY, layer.head_width).unbind()
        rope = torch.zeros(2, 1, tokens, layer.head_width // 2).unbind()
        reach = Reach.of(torch.tensor([FILLED]), tokens, CAPACITY)
        code: list[str] = []
        step = torch.compile(
            partial(token_layer, attention=flex_cached_attention),
            backend=partial(_generate, card=card, code=code),
            fullgraph=True,
            dynamic=False,
        )
        step(layer, torch.zeros(1, tokens, text.hidden_size), rope, keys.clone(), values.clone(), reach)
    return _LAUNCH.findall(code[0])


def _generate(graph: torch.fx.GraphModule, example: Sequence[Any], *, card: Card, code: list[str]) -> Any:
    """Stand in for inductor: write its code for the card down, and run the graph as it is."""
    from torch._inductor.compile_fx import compile_fx
    from torch._inductor.graph import GraphLowering

    from tests.codegen.fake_gpu import pretend

    pretend(card)
    context = torch._guards.TracingContext.try_get()
    with context.fake_mode:  # type: ignore[union-attr]
        inputs = [_on_gpu(value) if isinstance(value, Tensor) else value for value in example]
    for node in graph.graph.nodes:
        node.meta.pop("example_value", None)
    for node, value in zip(graph.graph.find_nodes(op="placeholder"), inputs, strict=True):
        node.meta["example_value"] = node.meta["val"] = value

    def write(lowering: Any) -> None:
        written, _ = lowering.codegen()
        code.append(getattr(written, "value", str(written)))
        raise _WrittenError

    GraphLowering.compile_to_module = GraphLowering._compile_to_module = write  # type: ignore[assignment, method-assign]
    settings = {"fx_graph_cache": False, "fx_graph_remote_cache": False, "joint_graph_constant_folding": False}
    try:
        compile_fx(graph, inputs, config_patches={**settings, **MEMORY_BOUND})
    except Exception:  # torch wraps ours in several of its own
        if not code:
            raise
    return graph.forward


def _on_gpu(example: Tensor) -> Tensor:
    tensor = torch.empty_strided(example.size(), example.stride(), dtype=example.dtype, device="cuda:0")
    return nn.Parameter(tensor, requires_grad=False) if isinstance(example, nn.Parameter) else tensor


if __name__ == "__main__":
    print(json.dumps(launches(CARDS[sys.argv[1]])))
