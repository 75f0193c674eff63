"""Starts the service as a process of its own, POSTs the article, prints what came back, stops the service."""

import contextlib
import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from schemas import Extraction
from service.cli.tables import console, print_extraction

ARTICLE = Path(__file__).with_name("article.txt")
_START_SECONDS = 30
_SCRIPT = "from service.cli.main import main; main()"


@contextlib.contextmanager
def running_service() -> Iterator[str]:
    """The address of a service that runs as long as the context; its log is read for the port it was given."""
    command = [sys.executable, "-c", _SCRIPT, "serve", "--host", "127.0.0.1", "--port", "0"]
    env = {**os.environ, "LUANCHUYEN_LOG_FORMAT": "json", "LUANCHUYEN_LOG_LEVEL": "info"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=env) as process:
        try:
            assert process.stderr is not None
            seen: list[str] = []
            for line in process.stderr:
                seen.append(line)
                if line.startswith("{") and json.loads(line).get("event") == "listening":
                    yield f"http://127.0.0.1:{json.loads(line)['port']}"
                    return
            raise RuntimeError("the service did not start:\n" + "".join(seen))
        finally:
            process.terminate()
            process.communicate()


def post_article(base: str, text: str) -> Extraction:
    """The service's answer to an article sent as JSON."""
    request = urllib.request.Request(
        f"{base}/v1/extractions",
        data=json.dumps({"text": text, "title": text.splitlines()[0], "published_on": "2023-05-12"}).encode(),
        headers={"Content-Type": "application/json", "Accept-Language": "vi"},
    )
    with urllib.request.urlopen(request, timeout=_START_SECONDS) as response:
        return Extraction.model_validate_json(response.read())


def main() -> None:
    """Run the demonstration."""
    text = ARTICLE.read_text(encoding="utf-8")
    out = console()
    with running_service() as base:
        out.print(f"POST {base}/v1/extractions  ({len(text)} characters of a made-up article)\n")
        extraction = post_article(base, text)
        print_extraction(out, extraction, "vi", heading=ARTICLE.name)
        out.print(f"\nAnswered in {extraction.run.elapsed_ms:.0f} ms by the reader '{extraction.run.reader}'.")
        out.print(f"API docs: {base}/docs and {base}/openapi.json until this ends.")
        out.print("`make serve` keeps the service running.")


if __name__ == "__main__":
    main()
