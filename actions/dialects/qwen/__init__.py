"""Function calls as Qwen-VL and what was trained from it write them, and MAI-UI's of another function."""

from actions.dialects.qwen.dialect import QWEN, QwenDialect

__all__ = ["QWEN", "QwenDialect"]
