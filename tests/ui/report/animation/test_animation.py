"""A task or a run as one animated picture: every step, the target, and an end; small."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from actions.schema import Box, Done, Wait
from agent.recording import Recording
from tasks.report.suite_run import SuiteRun
from tasks.runner.results import ResultsError
from tests.agent.recording.runs import ADMITTED, CLICK, DONE, a_proposal, begin
from tests.tasks.report.suites import FAILED, attempt, begin_attempt, recorded, result, write
from ui.report.animation.animation import write_animation
from ui.report.animation.area import cropped
from ui.report.animation.frames import frames, strip_height
from ui.report.animation.scenes import MOST_SCENES, Scene, scenes_of_recording, scenes_of_run, thinned
from ui.report.words import Words

RED = (240, 68, 56)
WORDS = Words()


def run_of(folder: Path) -> SuiteRun:
    write(folder, recorded(folder, "好 a", attempt()), recorded(folder, "b", FAILED, steps=3))
    return SuiteRun(folder)


def screen() -> Image.Image:
    return Image.new("RGB", (320, 200), (10, 20, 30))


def scene(box: Box | None = None, tone: str = "plain") -> Scene:
    return Scene(screen, "a task", "Click", "It is there.", (box,) if box else (), tone)


def test_a_run_shows_every_step_and_how_each_task_ended(tmp_path: Path) -> None:
    scenes = scenes_of_run(run_of(tmp_path), WORDS)
    assert [(each.title, each.caption, each.tone) for each in scenes] == [
        ("s/好 a", "Click", "plain"),
        ("s/好 a", "passed", "good"),
        ("s/b", "Click", "plain"),
        ("s/b", "Click", "plain"),
        ("s/b", "failed · Wanted a; saw b.", "bad"),
    ]


def test_one_task_is_chosen_by_a_part_of_its_name(tmp_path: Path) -> None:
    run = run_of(tmp_path)
    assert {each.title for each in scenes_of_run(run, WORDS, "S/B")} == {"s/b"}
    with pytest.raises(ResultsError, match=r"No task in .* is called 'nowhere'"):
        scenes_of_run(run, WORDS, "nowhere")


def test_a_recording_of_one_run_is_shown_too(tmp_path: Path) -> None:
    within = begin_attempt(tmp_path, "a")
    scenes = scenes_of_recording(Recording(tmp_path / within / "run-1"), WORDS)
    assert [each.caption for each in scenes] == ["Click", "done"]


def test_a_task_that_was_broken_off_ends_so(tmp_path: Path) -> None:
    begin_attempt(tmp_path, "a")
    assert scenes_of_run(SuiteRun(write(tmp_path)), WORDS)[-1].caption == "interrupted"


def test_what_only_waits_is_no_scene_of_its_own(tmp_path: Path) -> None:
    with begin(tmp_path / "run") as recorder:
        for index, action in enumerate((CLICK, Wait(seconds=1), Done(), CLICK, Done()), 1):
            name = recorder.add_screenshot(Image.new("RGB", (80, 60)))
            recorder.begin_step(a_proposal(index, name).model_copy(update={"action": action}))
            recorder.decide(ADMITTED.model_copy(update={"performed": action}))
            recorder.finish_step(DONE)
    scenes = scenes_of_recording(Recording(tmp_path / "run"), WORDS)
    assert [each.caption for each in scenes] == ["Click", "Click", "interrupted"]


def test_without_a_step_there_is_nothing_to_show(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match="No step was recorded"):
        scenes_of_run(SuiteRun(write(tmp_path, result("a", attempt()))), WORDS)


def test_of_too_many_scenes_some_are_left_out_but_not_the_end() -> None:
    scenes = [Scene(screen, "t", str(number)) for number in range(500)]
    shown = thinned(scenes)
    assert len(shown) <= MOST_SCENES
    assert shown[-1].caption == "499"
    assert thinned(scenes[:MOST_SCENES]) == scenes[:MOST_SCENES]


def test_the_pointer_glides_to_the_target_which_is_then_framed() -> None:
    shown = list(frames([scene(Box(500, 500, 600, 600))], 320, (320, 200)))
    durations = [duration for _, duration in shown]
    assert durations[:-1] == [45] * 6
    assert durations[-1] >= 2000
    assert shown[-1][0].size == (320, 200 + strip_height(320))
    colours = shown[-1][0].getcolors(1 << 16) or []
    assert RED in [colour for _, colour in colours]


def test_a_screen_of_another_shape_is_fitted_in() -> None:
    ((picture, _),) = frames([scene()], 320, (320, 400))
    assert picture.size == (320, 400 + strip_height(320))
    assert picture.getpixel((160, 200)) == (10, 20, 30)


def test_the_picture_is_animated_and_small(tmp_path: Path) -> None:
    out = write_animation(scenes_of_run(run_of(tmp_path), WORDS), tmp_path / "a.webp")
    with Image.open(out) as image:
        assert image.format == "WEBP"
        assert getattr(image, "n_frames", 1) > 5
        assert image.width == 100  # 80 pixels of screen are not made larger than they can bear
    assert out.stat().st_size < 1_000_000


def test_what_is_black_in_all_scenes_is_cut_off_and_targets_stay_where_they_are() -> None:
    def window() -> Image.Image:
        image = Image.new("RGB", (1000, 500))
        image.paste((200, 200, 200), (216, 116, 584, 284))
        return image

    first, second = cropped([Scene(window, "t", "c", boxes=(Box(400, 400, 400, 400), Box(0, 0, 1000, 1000)))] * 2)
    assert first.load().size == second.load().size == (400, 200)
    assert first.boxes == (Box(500, 500, 500, 500), Box(0, 0, 1000, 1000))


def test_screens_that_are_black_or_of_different_sizes_stay_whole() -> None:
    for sizes in (((300, 200), (300, 200)), ((300, 200), (400, 200))):
        scenes = [Scene(partial(Image.new, "RGB", size), "t", "c") for size in sizes]
        assert [scene.load().size for scene in cropped(scenes)] == list(sizes)


def test_the_pointer_of_one_task_is_not_seen_in_the_next() -> None:
    clicks, waits = scene(Box(500, 500, 600, 600)), replace(scene(), title="another")
    last = list(frames([clicks, waits], 320, (320, 200)))[-1][0]
    assert last.crop((0, 0, 320, 200)).getcolors() == [(320 * 200, (10, 20, 30))]


def test_screens_that_cannot_be_opened_are_left_out(tmp_path: Path) -> None:
    run = run_of(tmp_path)
    for picture in tmp_path.glob("*/attempt-1/run-1/step-001.png"):
        picture.unlink()
    write_animation(scenes_of_run(run, WORDS), tmp_path / "a.webp")
    for picture in tmp_path.glob("*/attempt-1/run-1/*.png"):
        picture.write_bytes(b"broken")
    with pytest.raises(ResultsError, match="None of the screenshots"):
        write_animation(scenes_of_run(run, WORDS), tmp_path / "b.webp")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match="cannot be written"):
        write_animation([scene()], tmp_path)
