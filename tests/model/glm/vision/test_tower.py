import pytest
import torch
from PIL import Image
from transformers.models.glm4v.image_processing_pil_glm4v import Glm4vImageProcessorPil

from model.glm.foreign import Network
from model.glm.vision.input import PatchShape, VisionInput, vision_input
from model.glm.vision.tower import GreyLevelPatchEmbed, VisionTower
from tests.model.glm.tiny_checkpoint import byte_tokenizer, random_network, tiny_config

PROCESSOR = Glm4vImageProcessorPil()
SHAPE = PatchShape.of(PROCESSOR, 1000)


def as_processed(image: VisionInput) -> torch.Tensor:
    """The same grey levels in the processor's form: normalised, both frames."""
    levels = image.patches.float().view(-1, 3, 1, 14 * 14) / 255
    mean, std = (torch.tensor(values).view(3, 1, 1) for values in (PROCESSOR.image_mean, PROCESSOR.image_std))
    return ((levels - mean) / std).expand(-1, 3, 2, 14 * 14).flatten(1)


def network() -> Network:
    tokenizer = byte_tokenizer()
    return random_network(tiny_config(tokenizer), tokenizer)


@torch.no_grad()
def test_embeddings_equal_those_of_transformers_tower(screens: list[Image.Image]) -> None:
    inputs = [vision_input(screen, SHAPE) for screen in screens]
    grid = torch.tensor([[1, image.rows, image.columns] for image in inputs])
    pixels = torch.cat([as_processed(image) for image in inputs])
    theirs = network().model.visual(pixels, grid_thw=grid).pooler_output

    tower = VisionTower(network().model.visual, PROCESSOR)
    ours = torch.cat([tower.embed(image) for image in inputs])
    torch.testing.assert_close(ours, theirs, rtol=1e-3, atol=1e-3)


@torch.no_grad()
def test_embeddings_differ_between_images(screens: list[Image.Image]) -> None:
    tower = VisionTower(network().model.visual, PROCESSOR)
    one, other = (tower.embed(vision_input(screen, SHAPE)) for screen in screens[1:3])
    assert not torch.allclose(one, other, atol=1e-2)


@torch.no_grad()
@pytest.mark.parametrize("shade", ["noise", "white", "black", "dark page"])
def test_the_first_product_in_bf16_errs_no_more_than_stocks(shade: str) -> None:
    torch.manual_seed(0)
    convolution = torch.nn.Conv3d(3, 512, kernel_size=(2, 14, 14), stride=(2, 14, 14))
    convolution.weight.data = convolution.weight.data.bfloat16().float()  # as checkpoints store them
    convolution.bias.data = convolution.bias.data.bfloat16().float()  # type: ignore[union-attr]
    levels = patches(shade)
    pixels = as_processed(VisionInput(levels, 8, 8)).view(-1, 3, 2, 14, 14)
    exact = convolution(pixels).flatten(1)
    stock = convolution.bfloat16()(pixels.bfloat16()).flatten(1).float()
    ours = GreyLevelPatchEmbed(convolution, PROCESSOR.image_mean, PROCESSOR.image_std)(levels).float()
    assert (ours - exact).square().mean() <= (stock - exact).square().mean()


def patches(shade: str) -> torch.Tensor:
    """64 patches of grey levels as screens have them."""
    noise = torch.randint(0, 256, (64, 588), dtype=torch.uint8)
    match shade:
        case "white":
            return torch.full_like(noise, 255)
        case "black":
            return torch.zeros_like(noise)
        case "dark page":
            return torch.where(noise > 230, noise, noise // 16 + 20)
        case _:
            return noise
