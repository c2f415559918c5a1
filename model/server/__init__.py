"""A model behind any OpenAI-compatible server (vLLM, SGLang, llama.cpp, LiteLLM, …), as one more `Model`.

Knows the chat-completions protocol and its faults; knows nothing of how the server runs, of goals or of actions.
"""

from model.server.model import ServerModel
from model.server.settings import ServerSettings

__all__ = ["ServerModel", "ServerSettings"]
