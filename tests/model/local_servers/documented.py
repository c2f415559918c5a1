"""Servers that answer as Ollama, LM Studio, llama.cpp, vLLM and SGLang document it, on ports of their own.

Sources: Ollama's docs/api.md (`/api/tags`, `/api/show`); LM Studio's REST documentation (`/api/v0/models`); llama.cpp's
tools/server/README.md and `get_res_models`, `get_res_props` in tools/server/server-context.cpp; vLLM's and SGLang's
`/v1/models`.
"""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TAGS = {
    "models": [
        {"name": "qwen2.5vl:7b", "model": "qwen2.5vl:7b", "size": 5_969_245_856, "details": {"family": "qwen25vl"}},
        {"name": "llama3.2:latest", "model": "llama3.2:latest", "size": 2_019_393_189, "details": {"family": "llama"}},
    ]
}
SHOWN = {
    "qwen2.5vl:7b": {"capabilities": ["completion", "vision"], "model_info": {"qwen25vl.context_length": 128000}},
    "llama3.2:latest": {"capabilities": ["completion", "tools"]},
}
NATIVE = {
    "object": "list",
    "data": [
        {"id": "ui-tars-1.5-7b", "object": "model", "type": "vlm", "state": "loaded", "max_context_length": 131072,
         "loaded_context_length": 4096},
        {"id": "qwen2.5-7b-instruct", "type": "llm", "state": "not-loaded", "max_context_length": 32768},
        {"id": "text-embedding-nomic", "type": "embeddings", "state": "not-loaded", "max_context_length": 2048},
    ],
}  # fmt: skip
LLAMA_MODELS = {
    "object": "list",
    "data": [
        {"id": "GLM-4.6V-Flash-Q4_K_M.gguf", "object": "model", "owned_by": "llamacpp",
         "meta": {"n_ctx": 16384, "n_ctx_train": 131072, "size": 6_200_000_000}},
    ],
}  # fmt: skip
LLAMA_PROPS = {"default_generation_settings": {"n_ctx": 16384}, "modalities": {"vision": True, "audio": False}}
VLLM_MODELS = {
    "object": "list",
    "data": [{"id": "Qwen/Qwen3-VL-8B-Instruct", "object": "model", "owned_by": "vllm", "max_model_len": 32768}],
}

OLLAMA = {"/api/tags": TAGS, "/api/show": SHOWN}
LMSTUDIO = {"/api/v0/models": NATIVE}
LLAMACPP = {"/v1/models": LLAMA_MODELS, "/props": LLAMA_PROPS}
VLLM = {"/v1/models": VLLM_MODELS}


@contextmanager
def serving(routes: Mapping[str, Any]) -> Iterator[int]:
    """Serve JSON by path on a free port of loopback; yields the port. `/api/show` answers by the asked model's name."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(routes))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(routes: Mapping[str, Any]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(routes.get(self.path))

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self._answer(routes.get(self.path, {}).get(asked["model"]))

        def _answer(self, value: Any) -> None:
            body = json.dumps(value or {"error": "not found"}).encode()
            self.send_response(200 if value else 404)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    return Handler
