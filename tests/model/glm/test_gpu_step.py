"""The GPU benchmark: it runs at tiny scale where there is no GPU, and a run that is cut short keeps its rows."""

import json
from collections.abc import Iterator

import pytest

from model.base import ModelError, ModelLostError
from tests.benchmarks.gpu_parts import LEVERS, layer
from tests.benchmarks.gpu_step import DeviceLostError, Row, Way, following, main, measure
from tests.benchmarks.random_glm import tiny_scale


@pytest.mark.slow
def test_the_benchmark_runs_on_a_cpu_at_tiny_scale(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("torchao")
    main(["--tiny", "--tokens", "20", "--json"])
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])
    for way in ("stock", "bf16", "int8", "uncompiled"):
        assert figures[way]["tokens_per_second"] > 0
    assert figures["bf16"]["held_tokens_per_second"] > 0
    assert all(figures[name]["tokens_per_pass"] >= 1 for name in LEVERS)
    assert figures["passes"]["of_16_ms"] > 0
    assert "CUDA" in figures["int4"]["not_measured"]


def test_each_row_is_printed_before_the_next_is_begun(capsys: pytest.CaptureFixture[str]) -> None:
    def rows() -> Iterator[Row]:
        yield "one", {"ms": 1.5}
        assert capsys.readouterr().out.split() == ["one", "ms", "1.5"]
        yield "two", {"ms": 2.5}

    assert list(measure({"both": rows}, seconds=10)) == ["one", "two"]


def test_a_way_that_fails_keeps_the_rows_that_it_had_and_lets_the_next_run(capsys: pytest.CaptureFixture[str]) -> None:
    def half() -> Iterator[Row]:
        yield "one", {"ms": 1.5}
        raise ModelError("The GPU's memory is full.\nMore of it.")

    figures = measure({"half": half, "next": lambda: [("next", {"ms": 3.0})]}, seconds=10)
    assert figures == {
        "one": {"ms": 1.5},
        "half": {"not_measured": "The GPU's memory is full."},
        "next": {"ms": 3.0},
    }
    assert "memory is full" in capsys.readouterr().out


def test_no_row_is_begun_after_the_time_is_up() -> None:
    times = iter((0.0, 5.0, 11.0))
    figures = measure(
        {"early": lambda: [("early", {})], "late": lambda: [("late", {"ms": 1.0})]}, 10, lambda: next(times)
    )
    assert figures == {"early": {}, "late": {"not_measured": "the time is up"}}


def test_a_layer_is_timed_by_the_kernels_that_run_here() -> None:
    figures = layer(tiny_scale(), seconds=lambda run: (run(), 1e-6)[1])
    assert figures["plain_us"] == pytest.approx(1.0)
    assert {"qkv_gb_s", "out_gb_s", "gate_up_gb_s", "down_gb_s"} < set(figures)


def test_whatever_a_way_fails_of_lets_the_next_run() -> None:
    def broken() -> Iterator[Row]:
        raise KeyError("no such kernel")

    figures = measure({"broken": broken, "next": lambda: [("next", {"ms": 3.0})]}, seconds=10)
    assert figures == {"broken": {"not_measured": "'no such kernel'"}, "next": {"ms": 3.0}}


def test_a_gpu_that_failed_is_left_to_another_process_with_what_there_was() -> None:
    def lost() -> Iterator[Row]:
        yield "one", {"ms": 1.5}
        raise ModelLostError("The GPU failed.")

    named: dict[str, Way] = {"lost": lost, "next": lambda: [("next", {"ms": 3.0})]}
    times = iter((0.0, 1.0, 4.0))
    with pytest.raises(DeviceLostError) as raised:
        measure(named, 10, lambda: next(times))
    assert raised.value.figures == {"one": {"ms": 1.5}, "lost": {"not_measured": "The GPU failed."}}
    assert raised.value.seconds == 6.0
    assert list(following(raised.value.at, named)) == ["next"]
    assert list(following("", named)) == ["lost", "next"]
