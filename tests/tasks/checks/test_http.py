import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from pydantic import ValidationError

from tasks.checks import Machine
from tests.tasks.checks.judging import holds, judge, read, sees


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/hangs":
            with suppress(OSError):
                for _ in range(200):
                    self.wfile.write(b"H")
                    time.sleep(0.1)
            return
        if self.path == "/garbage":
            self.wfile.write(b"\x00\xff\r\n\r\n")
            return
        moved = self.path == "/moved"
        self.send_response(302 if moved else 200 if self.path.startswith("/page") else 404)
        self.send_header("Location" if moved else "X-None", "http://example.com/")
        self.send_header("Content-Type", "text/html; charset=gbk")
        self.end_headers()
        self.wfile.write(f"订单 {self.path} {self.headers['Host'].partition(':')[0]}".encode("gbk"))

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Pages) as server:
        server.daemon_threads = True
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        serving.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
        serving.join()


def test_a_page_that_is_there_holds(machine: Machine, address: str) -> None:
    assert holds(machine, http=f"http://{address}/page")
    assert holds(machine, http=f"http://{address}/page?a=1", body="订单 /page?a=1 127.0.0.1")
    assert holds(machine, http=f"http://{address}/page", regex="^订单")
    assert holds(machine, http=f"http://{address}/other", status=404)


def test_localhost_is_this_machine(machine: Machine, address: str) -> None:
    url = f"http://{address.replace('127.0.0.1', 'localhost')}/page"
    assert holds(machine, http=url, body="订单 /page localhost")


def test_another_answer_is_shown(machine: Machine, address: str) -> None:
    assert sees(machine, http=f"http://{address}/other") == "status 404"
    assert sees(machine, http=f"http://{address}/page", body="x") == '"订单 /page 127.0.0.1"'
    assert sees(machine, http=f"http://{address}/page", regex="x") == '"订单 /page 127.0.0.1"'


def test_a_redirection_is_not_followed(machine: Machine, address: str) -> None:
    assert sees(machine, http=f"http://{address}/moved") == "status 302"


def test_no_server_is_a_finding(machine: Machine) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Pages) as server:
        port = server.server_port
    assert sees(machine, http=f"http://127.0.0.1:{port}/") == f"no server at 127.0.0.1:{port}"
    assert holds(machine, **{"not": {"http": f"http://127.0.0.1:{port}/"}})


@pytest.mark.parametrize("page", ["hangs", "garbage"])
def test_a_server_that_does_not_answer_proves_nothing(machine: Machine, address: str, page: str) -> None:
    started = time.monotonic()
    assert not judge(machine, http=f"http://{address}/{page}").certain
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/",
        "http://127.0.0.1@example.com/",
        "http://127.0.0.1.example.com/",
        "http://localhost.example.com/",
        "http://192.168.0.1/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://[::ffff:8.8.8.8]/",
        "http://127.0.0.1:99999/",
        "https://127.0.0.1/",
        "file:///etc/passwd",
        "http://127.0.0.1/\r\nX: 1",
        "http://127.0.0.1/a b",
        "127.0.0.1",
        "",
    ],
)
def test_what_is_not_this_machine_is_refused(url: str) -> None:
    with pytest.raises(ValidationError):
        read({"http": url})
