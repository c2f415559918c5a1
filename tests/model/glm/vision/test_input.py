import numpy as np
import pytest
import torch
from PIL import Image
from transformers.models.glm4v.image_processing_pil_glm4v import Glm4vImageProcessorPil

from model.glm.vision.input import PatchShape, VisionInput, resize_floats, vision_input

PROCESSOR = Glm4vImageProcessorPil()
SHAPE = PatchShape.of(PROCESSOR, 100_000)
SIZES = [(1280, 800), (1920, 1080), (3840, 2160), (1366, 768), (641, 479), (1000, 37), (29, 700), (20, 20), (28, 28)]


def screenshot(width: int, height: int) -> Image.Image:
    """Sharp edges, flat areas and noise, as screens have them."""
    chance = np.random.default_rng(width)
    blocks = chance.integers(0, 256, (height // 9 + 1, width // 9 + 1, 3), dtype=np.uint8)
    pixels = np.kron(blocks, np.ones((9, 9, 1), dtype=np.uint8))[:height, :width]
    pixels[: height // 3] = chance.integers(0, 256, (height // 3, width, 3))
    return Image.fromarray(pixels)


def grey_levels(image: Image.Image) -> tuple[torch.Tensor, list[int]]:
    """What transformers' processor gives, its normalisation undone, and its grid."""
    given = PROCESSOR(images=image, do_normalize=False, do_rescale=False, return_tensors="pt")
    frames = given.pixel_values.view(-1, 3, 2, 14 * 14)
    assert torch.equal(frames[:, :, 0], frames[:, :, 1])
    return frames[:, :, 0].flatten(1), given.image_grid_thw[0].tolist()


def difference(ours: VisionInput, theirs: torch.Tensor) -> float:
    return float((ours.patches.float() - theirs).abs().max())


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_equals_the_pil_processor_within_two_grey_levels(width: int, height: int) -> None:
    image = screenshot(width, height)
    theirs, grid = grey_levels(image)
    ours = vision_input(image, SHAPE)
    assert [1, ours.rows, ours.columns] == grid
    assert difference(ours, theirs) <= 2


@pytest.mark.parametrize(("width", "height"), [(641, 479), (1280, 800), (1366, 768)])
def test_the_float_resize_of_a_gpu_agrees_too(width: int, height: int) -> None:
    image = screenshot(width, height)
    rows, columns = SHAPE.grid(width, height)
    theirs = torch.from_numpy(np.array(image.resize((columns * 14, rows * 14), Image.Resampling.BICUBIC)))
    ours = resize_floats(torch.from_numpy(np.array(image)).permute(2, 0, 1), (rows * 14, columns * 14))
    assert int((ours.permute(1, 2, 0).int() - theirs.int()).abs().max()) <= 2


def test_a_picture_with_transparency_or_grey_is_seen_as_rgb() -> None:
    image = screenshot(56, 56)
    assert torch.equal(vision_input(image.convert("RGBA"), SHAPE).patches, vision_input(image, SHAPE).patches)
    assert vision_input(image.convert("L"), SHAPE).patches.shape == (36, 588)


def test_the_budget_bounds_the_tokens_and_keeps_the_proportions() -> None:
    shape = PatchShape.of(PROCESSOR, 1000)
    rows, columns = shape.grid(3840, 2160)
    assert shape.tokens(3840, 2160) == rows * columns // 4 <= 1000
    assert columns / rows == pytest.approx(3840 / 2160, rel=0.05)


def test_known_sizes_take_the_known_tokens() -> None:
    assert SHAPE.tokens(1920, 1080) == 2691
    assert SHAPE.tokens(1280, 720) == 1196
    assert SHAPE.tokens(960, 540) == 646
