"""Reading speed and peak memory: the rule reader (all facts, grounded and checked) beside a plain named-entity pass.

Each contender runs in a process of its own, so that memory and start-up are its own. Figures are ratios of one run.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ..gold_set import load_gold

CONTENDERS = ("rules", "underthesea")


def _rules() -> Callable[[str], object]:
    from service.pipeline import extract
    from service.prepare import Submission
    from service.readers import get_reader

    reader = get_reader("rules")
    return lambda text: extract(Submission(text=text), reader)


def _underthesea() -> Callable[[str], object]:
    from underthesea import ner

    found: Callable[[str], object] = ner
    return found


def measure(contender: str, folder: Path, rounds: int) -> dict[str, float]:
    """Run in this process: seconds of start-up (import and first article), articles a second, peak memory in MB."""
    import resource

    texts = [article.text for article in load_gold(folder)]
    begin = time.perf_counter()
    read = {"rules": _rules, "underthesea": _underthesea}[contender]()
    read(texts[0])
    start_up = time.perf_counter() - begin
    best = 0.0
    for _ in range(rounds):
        begin = time.perf_counter()
        for text in texts:
            read(text)
        best = max(best, len(texts) / (time.perf_counter() - begin))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"start_up": start_up, "articles_per_second": best, "peak_mb": peak}


def table(folder: Path, rounds: int) -> str:
    """The comparison as a Markdown table; a contender that is not installed is left out."""
    results = {}
    for contender in CONTENDERS:
        command = [sys.executable, "-m", "eval.bench.speed", contender, str(folder), str(rounds)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            results[contender] = json.loads(done.stdout.splitlines()[-1])
        elif "ModuleNotFoundError" not in done.stderr:
            raise RuntimeError(f"{contender}: {done.stderr[-500:]}")
    base = results["rules"]
    lines = ["| | " + " | ".join(results) + " |", "|---|" + "---|" * len(results)]
    for name, label in (
        ("articles_per_second", "articles a second"),
        ("start_up", "start-up, s"),
        ("peak_mb", "peak, MB"),
    ):
        cells = [f"{row[name]:.3g} ({row[name] / base[name]:.2f})" for row in results.values()]
        lines.append(f"| {label} (ratio to rules) | " + " | ".join(cells) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))))
