"""The local servers by name: the port that each listens on by itself, and what each does to images and prompts.

Sources: Ollama's docs/api.md, docs/faq.md and model/models/qwen25vl/process_image.go; LM Studio's REST documentation;
llama.cpp's tools/server/README.md and tools/mtmd/clip.cpp (b11434); the serving documentation of vLLM and SGLang.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Engine:
    """One kind of server.

    `owner` is what it calls itself in its list of models. `holds_many` says that it keeps several models, of which one
    is named. `max_tokens_an_image` and `max_pixels` are its own bounds, beyond which it shrinks an image unseen: pixels
    of the image as sent would then be no more what a model counts in. `most_images` is how many its usual context
    holds. `continues` says that it goes on with a reply
    that was begun. `beside` is what its user should know, in a sentence.
    """

    name: str
    port: int
    owner: str
    holds_many: bool = False
    max_pixels: int | None = None
    max_tokens_an_image: int | None = None
    most_images: int | None = None
    continues: bool = False
    beside: str = ""

    def pixels(self, factor: int) -> int | None:
        """Return the most pixels of an image that it leaves as it is; a token is a square of `factor` pixels."""
        return self.max_tokens_an_image * factor**2 if self.max_tokens_an_image else self.max_pixels


OLLAMA = Engine(
    "ollama",
    11434,
    "library",
    holds_many=True,
    max_pixels=2 << 20,
    most_images=1,
    beside=(
        "It cuts what does not fit its context from the front, unseen, and by itself it has 4096 tokens: start it with "
        "OLLAMA_CONTEXT_LENGTH=16384. It is sent one screenshot; DESKHAND_SERVER_IMAGES=5 sends earlier ones too. It "
        "shrinks images to 2 megapixels; Deskhand sends none that are larger where coordinates are pixels."
    ),
)
LMSTUDIO = Engine(
    "lmstudio",
    1234,
    "organization_owner",
    holds_many=True,
    most_images=1,
    beside=(
        "Load the model with a context of 16384 or more. It may shrink images, and does not say so: with a model that "
        "counts in pixels, check with `deskhand model check` that clicks land."
    ),
)
LLAMACPP = Engine(
    "llamacpp",
    8080,
    "llamacpp",
    max_tokens_an_image=4096,
    continues=True,
    beside=(
        "Start it with --mmproj, -c 16384 and, for Qwen models, --image-min-tokens 1024: with fewer they miss. "
        "It shrinks images to 4096 tokens; Deskhand sends none that are larger where coordinates are pixels."
    ),
)
VLLM = Engine(
    "vllm",
    8000,
    "vllm",
    continues=True,
    beside=(
        "Start it with --max-model-len 16384 or more, and with --limit-mm-per-prompt '{\"image\": 5}' where it refuses "
        "several images."
    ),
)
SGLANG = Engine(
    "sglang",
    30000,
    "sglang",
    continues=True,
    beside="Start it with --context-length 16384 or more, and --enable-multimodal where it refuses images.",
)

ENGINES = {engine.name: engine for engine in (OLLAMA, LMSTUDIO, LLAMACPP, VLLM, SGLANG)}


def engine_of(owner: str) -> Engine | None:
    """Return the engine that calls itself so in its list of models."""
    return next((engine for engine in ENGINES.values() if owner in (engine.owner, engine.name)), None)
