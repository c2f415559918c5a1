"""Writes trained weights as the ONNX file in the wheel: `python -m tests.training.controls.export WEIGHTS`.

It needs the package onnx, which nothing else does.
"""

import argparse
import warnings
from pathlib import Path

import torch

from model.sight.controls.net import FILE
from tests.training.controls.net import Net

_OPSET = 17


def export(weights: Path, file: Path = FILE) -> None:
    """Write the net with its weights; its normalisations are folded into its convolutions. Any size of picture goes."""
    net = Net().eval()
    net.load_state_dict(torch.load(weights, weights_only=True))
    sides = {2: "height", 3: "width"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the exporter, which is old and light: the new one needs onnxscript
        torch.onnx.export(
            net,
            (torch.zeros(1, 3, 64, 96),),
            str(file),
            input_names=["screen"],
            output_names=["planes"],
            opset_version=_OPSET,
            dynamo=False,
            dynamic_axes={"screen": sides, "planes": sides},
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--file", type=Path, default=FILE)
    asked = parser.parse_args()
    export(asked.weights, asked.file)
