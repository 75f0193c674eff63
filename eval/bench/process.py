"""The service as a process of its own, for benches and end-to-end tests: real sockets, its own memory."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SCRIPT = "from service.cli.main import main; main()"


@dataclass(frozen=True, slots=True)
class Service:
    """A running service: its address and process number."""

    base: str
    pid: int

    def post(self, text: str, reader: str | None = None, timeout: float = 120, **fields: Any) -> tuple[int, Any]:
        """POST an article; the status and the parsed answer, be it an Extraction or a problem document."""
        query = f"?reader={reader}" if reader else ""
        body = json.dumps({"text": text, **fields}).encode()
        request = urllib.request.Request(
            f"{self.base}/v1/extractions{query}", body, {"Content-Type": "application/json", "Accept-Language": "en"}
        )
        try:
            with urllib.request.urlopen(request, timeout=timeout) as response:
                return response.status, json.loads(response.read())
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.loads(error.read())

    def memory(self) -> tuple[float, float]:
        """Resident memory now and at its peak, in MB; (0, 0) where the system does not tell."""
        status = Path(f"/proc/{self.pid}/status")
        if not status.is_file():
            return 0.0, 0.0
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        now, peak = (int(lines[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
        return now, peak


@contextlib.contextmanager
def running_service(settings: Mapping[str, Any]) -> Iterator[Service]:
    """The service with these settings (names without LUANCHUYEN_), as long as the context."""
    given = {f"LUANCHUYEN_{name.upper()}": str(value) for name, value in settings.items()}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LUANCHUYEN_")}
    command = [sys.executable, "-c", _SCRIPT, "serve", "--host", "127.0.0.1", "--port", "0"]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, encoding="utf-8", env={**kept, **given}
    ) as process:
        try:
            assert process.stderr is not None
            seen: list[str] = []
            for line in process.stderr:
                seen.append(line)
                if line.startswith("{") and json.loads(line).get("event") == "listening":
                    break
            else:
                raise RuntimeError("the service did not start:\n" + "".join(seen))
            # The log goes on; somebody has to read it, or the service would wait for room in the pipe.
            threading.Thread(target=process.stderr.read, daemon=True).start()
            yield Service(f"http://127.0.0.1:{json.loads(line)['port']}", process.pid)
        finally:
            process.terminate()
            process.wait()
