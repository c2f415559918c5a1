import sys
from threading import Event
from unittest.mock import patch

import pytest
import torch

from model.base import ModelError, Request
from model.glm.weights.quantize import check_quantization
from tests.model.glm.conftest import Load

CPU = torch.device("cpu")


def test_int8_weights_write_a_reply_too(load: Load) -> None:
    pytest.importorskip("torchao")
    model = load(quantization="int8")
    reply = model.generate(Request(content=("Open the door.",), goal=""), lambda _: None, Event())
    assert reply.tokens == 60
    assert model.name == "glm:tiny (int8)"


def test_without_torchao_the_extra_is_named() -> None:
    with patch.dict(sys.modules, {"torchao.quantization": None}), pytest.raises(ModelError, match=r"deskhand\[quant\]"):
        check_quantization("int8", CPU)


def test_int4_needs_a_gpu() -> None:
    pytest.importorskip("torchao")
    with pytest.raises(ModelError, match="CUDA"):
        check_quantization("int4", CPU)


def test_no_quantization_needs_nothing() -> None:
    with patch.dict(sys.modules, {"torchao": None}):
        check_quantization("none", CPU)
