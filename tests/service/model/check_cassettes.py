"""Finds cassettes that no test plays, tests without their cassette, keys and other headers in cassettes.

`python -m tests.service.model.check_cassettes` prints what it finds and ends with 1 where there is something. That a
cassette is played to its end is checked while it plays (`recording.cassette`).
"""

import ast
import sys
from pathlib import Path

import yaml

from tests.service.model.recording import CASSETTES, KEPT_HEADERS, KEY

_MODULE = Path(__file__).with_name("test_cassettes.py")
_SECRET = ("authorization", "bearer ", "api-key", "cookie", KEY)


def problems(folder: Path = CASSETTES, module: Path = _MODULE) -> list[str]:
    """What is wrong, one line each; nothing when all is well."""
    tests = _players(module)
    files = {path.stem: path for path in sorted(folder.iterdir())}
    found = [f"{files[name].name}: no test plays it" for name in sorted(files.keys() - tests)]
    found += [f"{name}: its cassette is missing" for name in sorted(tests - files.keys())]
    for path in files.values():
        text = path.read_text(encoding="utf-8")
        found += [f"{path.name}: holds {word!r}" for word in _SECRET if word.lower() in text.lower()]
        for interaction in yaml.safe_load(text)["interactions"]:
            headers = {*interaction["request"]["headers"], *interaction["response"]["headers"]}
            found += [f"{path.name}: keeps the header {name}" for name in sorted(headers - set(KEPT_HEADERS))]
    return found


def _players(module: Path) -> set[str]:
    """The names of the tests that take the fixture `played`."""
    functions = [n for n in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(n, ast.FunctionDef)]
    return {f.name for f in functions if f.name.startswith("test_") and "played" in {a.arg for a in f.args.args}}


if __name__ == "__main__":
    print("\n".join(problems()))
    sys.exit(bool(problems()))
