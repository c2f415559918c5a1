"""The GPU benchmark at tiny scale: it runs where there is no GPU, and says what it could not measure."""

import json

import pytest

from tests.benchmarks.gpu_step import main


def test_the_benchmark_runs_on_a_cpu_at_tiny_scale(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("torchao")
    main(["--tiny", "--tokens", "20", "--json"])
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])
    for way in ("stock", "bf16", "int8"):
        assert figures[way]["tokens_per_second"] > 0
    assert figures["bf16"]["held_tokens_per_second"] > 0
    assert "CUDA" in figures["int4"]["not_measured"]
