"""What a browser is started with; the browser itself is started by the suites' tests."""

import pytest

from tasks.runner.browsers import browser_arguments


def test_chromium_asks_nothing_and_calls_nobody() -> None:
    arguments = browser_arguments(["/usr/bin/chromium"])
    assert {"--no-first-run", "--no-default-browser-check", "--disable-background-networking"} <= set(arguments)


def test_its_sandbox_goes_only_where_it_cannot_be(monkeypatch: pytest.MonkeyPatch) -> None:
    for user, without in ((0, True), (1000, False)):
        monkeypatch.setattr("os.geteuid", lambda user=user: user)
        assert ("--no-sandbox" in browser_arguments(["chromium"])) is without


def test_other_applications_are_started_as_they_are() -> None:
    assert browser_arguments(["mousepad"]) == browser_arguments(["/opt/chromium/license-viewer"]) == ()
