"""The service as a process: a real socket, real signals."""

import http.client
import json
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

SCRIPT = "from service.cli.main import main; main()"


@pytest.fixture(scope="module")
def service() -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A running service and its port."""
    command = [sys.executable, "-c", SCRIPT, "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stderr is not None
        for line in process.stderr:
            entry = json.loads(line)
            if entry["event"] == "listening":
                yield process, entry["port"]
                break
        process.kill()


def test_large_body_gets_its_answer(service: tuple[subprocess.Popen[str], int]) -> None:
    """A client that sends 10 MB before it reads gets the problem document, not a reset connection."""
    for body in (b"a" * 10_000_000, iter([b"a" * 100_000] * 100)):
        connection = http.client.HTTPConnection("127.0.0.1", service[1], timeout=30)
        connection.request("POST", "/v1/extractions", body=body, headers={"Content-Type": "text/plain"})
        response = connection.getresponse()
        assert response.status == 413
        assert json.loads(response.read())["code"] == "body_too_large"
        connection.close()


def test_head_keeps_the_connection(service: tuple[subprocess.Popen[str], int]) -> None:
    """After HEAD, whose answer names a length and has no content, the same connection answers the next request."""
    connection = http.client.HTTPConnection("127.0.0.1", service[1], timeout=30)
    for method in ("HEAD", "GET", "HEAD", "GET"):
        connection.request(method, "/healthz")
        response = connection.getresponse()
        assert (response.status, bool(response.read())) == (200, method == "GET")
        assert response.headers["content-length"] != "0"
    connection.close()


def test_service_stops_when_told(service: tuple[subprocess.Popen[str], int]) -> None:
    """SIGTERM ends the service in order; until then each entry of the log is one JSON object without the text."""
    process, port = service
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("POST", "/v1/extractions", body="bí mật".encode(), headers={"Content-Type": "text/plain"})
    connection.getresponse().read()
    connection.close()
    process.send_signal(signal.SIGTERM)
    _, log = process.communicate(timeout=30)
    assert process.returncode in (0, -signal.SIGTERM)
    entries = [json.loads(line) for line in log.splitlines()]
    assert any(entry["event"] == "request" and entry["status"] >= 200 for entry in entries)
    assert "bí mật" not in log


def test_address_in_use_is_said_plainly(service: tuple[subprocess.Popen[str], int]) -> None:
    """A port that cannot be bound is one line on stderr and exit code 1, not a trace."""
    command = [sys.executable, "-c", SCRIPT, "serve", "--host", "192.0.2.1", "--port", "1"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 1
    assert "cannot listen on 192.0.2.1 port 1" in done.stderr
    assert "Traceback" not in done.stderr
