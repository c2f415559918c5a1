"""Serves a task's pages to the browser on this machine alone, under an address that nobody else can guess."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder while entered; yield its address, without a slash at the end."""
    token = secrets.token_urlsafe(12)

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: object, **kwargs: object) -> None:
            super().__init__(*args, directory=str(folder), **kwargs)  # type: ignore[arg-type]

        def send_head(self) -> object:  # type: ignore[override]
            first, _, rest = self.path.removeprefix("/").partition("/")
            if not secrets.compare_digest(first.encode(errors="replace"), token.encode()):
                self.send_error(HTTPStatus.NOT_FOUND)
                return None
            self.path = f"/{rest}"
            return super().send_head()

        def log_message(self, format: str, *args: object) -> None:
            """Write no log: it would hold the address."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/{token}"
        finally:
            server.shutdown()
            thread.join()
