"""The whole chain with a network that knows nothing: screenshots in, replies under the grammar, figures out."""

from pathlib import Path
from threading import Event

import pytest

from model.glm.glm import GlmModel
from model.glm.settings import GlmSettings
from tasks.recorded.grounding.screenspot import ScreenSpot
from tasks.recorded.prediction import Header
from tasks.recorded.run import Asked, predict
from tasks.recorded.scoring import score
from tests.model.glm.tiny_checkpoint import made_up_words, save_checkpoint
from tests.tasks.recorded.fakes import FakeWatcher
from tests.tasks.recorded.writing import screenspot, write_screenspot


@pytest.mark.parametrize("way", ["plain", "zoom", "samples:2"])
def test_a_random_network_answers_readable_actions_that_are_scored(tmp_path: Path, way: str) -> None:
    data = write_screenspot(tmp_path / "data", [screenspot(number) for number in range(3)])
    checkpoint = save_checkpoint(tmp_path / "tiny", words=made_up_words(600), layers=1)
    settings = GlmSettings(
        device="cpu",
        temperature=1.0,
        seed=1,
        answer_tokens=5,
        thought_tokens=20,
        action_tokens=4_000,
        max_new_tokens=4_100,
    )
    model = GlmModel.load(str(checkpoint), settings)
    header = Header(benchmark="screenspot", model=model.name, family=model.family.name, dialect="json", grounding=way)
    path = predict(Asked(ScreenSpot(), data, header), [model], tmp_path, FakeWatcher(), Event())
    model.close()
    report = score(ScreenSpot(), data, path)
    assert (report.total, report.unreadable, report.skipped_count) == (3, 0, 0)
    assert report.tokens_per_step
    assert report.seconds_per_step
