"""The whole chain with a network that knows nothing: screenshots in, replies under the grammar, figures out."""

from pathlib import Path
from threading import Event

import pytest

from model.glm.glm import GlmModel
from model.glm.settings import GlmSettings
from tasks.recorded.asking.run import Asked, predict
from tasks.recorded.grounding.screenspot import ScreenSpot
from tasks.recorded.predictions.prediction import Header
from tasks.recorded.scores.scoring import score
from tests.model.glm.tiny_checkpoint import made_up_words, save_checkpoint
from tests.tasks.recorded.fakes import FakeWatcher
from tests.tasks.recorded.writing import screenspot, write_screenspot


@pytest.mark.parametrize(
    ("dialect", "way"), [("json", "plain"), ("json", "zoom"), ("json", "samples:2"), ("pc", "plain"), ("web", "plain")]
)
def test_a_random_network_answers_readable_actions_that_are_scored(dialect: str, way: str, tmp_path: Path) -> None:
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
    asked = {"model": model.name, "family": model.family.name, "dialect": dialect, "grounding": way}
    header = Header.model_validate({"benchmark": "screenspot", **asked})
    path = predict(Asked(ScreenSpot(), data, header), [model], tmp_path, FakeWatcher(), Event())
    model.close()
    report = score(ScreenSpot(), data, path)
    assert (report.total, report.unreadable, report.skipped_count) == (3, 0, 0)
    assert report.tokens_per_step
    assert report.seconds_per_step
