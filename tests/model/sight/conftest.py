"""A reader of striped screens."""

from collections.abc import Iterator

import pytest

from model.sight.ocr import Ocr
from tests.model.sight.stripes import StripeEngine


@pytest.fixture
def engine() -> StripeEngine:
    return StripeEngine()


@pytest.fixture
def ocr(engine: StripeEngine) -> Iterator[Ocr]:
    ocr = Ocr(lambda: engine)
    yield ocr
    ocr.close()
