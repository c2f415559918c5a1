"""Which benchmark some data is, and what is published for each."""

import json
import random
from pathlib import Path

import pytest

from tasks.recorded.catalogue import BENCHMARKS, ON_REQUEST, find_benchmark
from tasks.recorded.errors import ScoreError
from tasks.recorded.figures import COMPARED, figures_for, without_figures
from tests.tasks.recorded.grounding.forms import FORMS
from tests.tasks.recorded.writing import screenspot, write_screenspot


def test_names_differ_and_every_card_says_all() -> None:
    benchmarks = [*BENCHMARKS, *ON_REQUEST]
    assert len({benchmark.name for benchmark in benchmarks}) == len(benchmarks)
    for benchmark in benchmarks:
        card = benchmark.card
        assert all((card.title, card.measures, card.needs, card.size, card.licence, card.source, card.metric))


def test_several_benchmarks_in_a_folder_are_told_apart_by_name(tmp_path: Path) -> None:
    write_screenspot(tmp_path, [screenspot()])
    FORMS[-1].write(tmp_path, [FORMS[-1].row(0, random.Random(0))])
    with pytest.raises(ScoreError, match=r"several benchmarks: say which with --as \(screenspot, osworld-g\)"):
        find_benchmark(str(tmp_path))
    assert find_benchmark(str(tmp_path), "osworld-g")[0].name == "osworld-g"
    benchmark, data = find_benchmark(f"screenspot:{tmp_path}")
    assert (benchmark.name, data) == ("screenspot", tmp_path)
    assert len(list(benchmark.steps(data))) == 1


@pytest.mark.parametrize("content", [None, "[]", "[1]", '[{"x": 1}]', "{", '{"id": 1}'])
def test_data_of_no_benchmark_is_told(content: str | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "a.json").write_text(content)
    with pytest.raises(ScoreError, match="holds no benchmark that is known"):
        find_benchmark(str(tmp_path))


def test_what_is_not_there_or_not_so_called_is_told(tmp_path: Path) -> None:
    with pytest.raises(ScoreError, match="There is no"):
        find_benchmark(str(tmp_path / "gone"))
    with pytest.raises(ScoreError, match="There is no benchmark 'screnspot': it can be screenspot, "):
        find_benchmark(str(tmp_path), "screnspot")
    with pytest.raises(ScoreError, match="holds nothing of screenspot, which needs screenspot_"):
        find_benchmark(str(tmp_path), "screenspot")


def test_a_file_alone_in_a_folder_with_a_space_is_data_too(tmp_path: Path) -> None:
    data = write_screenspot(tmp_path / "数据 1", [screenspot()]) / "screenspot_desktop.json"
    benchmark, path = find_benchmark(str(data))
    assert len(list(benchmark.steps(path))) == 1


def test_the_first_record_tells_even_where_it_is_broken(tmp_path: Path) -> None:
    rows = [screenspot(0, bbox="none"), screenspot(1)]
    (tmp_path / "screenspot_web.json").write_text(json.dumps(rows))
    assert find_benchmark(str(tmp_path))[0].name == "screenspot"


def test_each_published_figure_has_its_source_and_the_others_are_said_to_be_missing() -> None:
    for benchmark in BENCHMARKS:
        figures = figures_for(benchmark.name)
        assert all(figure.source and 0 < figure.percent < 100 for figure in figures)
        missing = without_figures(benchmark.name)
        assert {"GLM-4.1V-9B-Thinking", "GLM-4.5V", "GLM-4.6V"} <= set(missing)
        assert len(missing) + len({name for name in COMPARED for f in figures if f.model.startswith(name)}) == len(
            COMPARED
        )
