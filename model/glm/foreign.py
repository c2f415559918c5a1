"""Names for transformers' classes where they are handed around.

Their declared types leave out much of what they hold and differ from version to version, so nothing is checked
against them; the tests run the versions themselves.
"""

from typing import Any, TypeAlias

Config: TypeAlias = Any
"""`Glm4vConfig`."""
Network: TypeAlias = Any
"""`Glm4vForConditionalGeneration`."""
DecoderLayer: TypeAlias = Any
"""`Glm4vTextDecoderLayer`."""
VisionModel: TypeAlias = Any
"""`Glm4vVisionModel`."""
VisionBlock: TypeAlias = Any
"""`Glm4vVisionBlock`."""
ImageProcessor: TypeAlias = Any
"""`Glm4vImageProcessorPil`."""
Tokenizer: TypeAlias = Any
"""`PreTrainedTokenizerFast`."""
QuantizedTensor: TypeAlias = Any
"""One of torchao's: `Int8Tensor` or `Int4TilePackedTo4dTensor`."""
