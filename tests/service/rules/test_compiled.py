"""The rule reader compiled to C by mypyc, as `make compiled` builds it."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from service.pipeline import extract
from service.prepare import Submission
from service.readers import get_reader
from service.reading import Reader

_MAKE_C = """
import sys
from mypyc.build import mypycify
mypycify(sys.argv[2:], target_dir=sys.argv[1])
"""
_READ = """
import json, sys
from pathlib import Path
import service.rules.tokens
from service.pipeline import extract
from service.prepare import Submission
from service.readers import get_reader
print(service.rules.tokens.__file__)
for path in sys.argv[1:]:
    found = extract(Submission(text=Path(path).read_text(encoding="utf-8")), get_reader("rules"))
    print(found.model_dump_json(exclude={"run"}))
"""


def _compiled_modules(root: Path) -> list[str]:
    """The modules that the build hook compiles."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    hook = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]
    paths = [path for pattern in hook["include"] for path in root.glob(pattern.lstrip("/"))]
    return [path.relative_to(root).as_posix() for path in sorted(paths) if path.name not in hook["exclude"]]


def test_mypyc_makes_c_of_every_module(repo_root: Path, tmp_path: Path) -> None:
    """Nothing in the rule reader is beyond mypyc; the C compiler is not asked."""
    modules = _compiled_modules(repo_root)
    assert len(modules) > 90
    command = [sys.executable, "-c", _MAKE_C, str(tmp_path), *modules]
    done = subprocess.run(command, cwd=repo_root, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    made = "".join(path.read_text(encoding="utf-8") for path in tmp_path.glob("*.c"))
    assert "CPyDef_" in made
    assert re.findall(r".*goto CPyL-.*", made) == []  # a label that mypyc forgot, which no C compiler takes


def test_compiled_reads_as_the_source_does(repo_root: Path) -> None:
    """The compiled wheel gives every gold article the same Extraction, to the last digit."""
    python = repo_root / ".venv-compiled" / "bin" / "python"
    if not python.exists():
        pytest.skip("no compiled wheel here: make compiled builds one")
    paths = sorted((repo_root / "eval" / "gold").glob("*.txt"))
    command = [str(python), "-P", "-c", _READ, *map(str, paths)]
    done = subprocess.run(command, cwd=repo_root, capture_output=True, text=True, encoding="utf-8", check=True)
    module, *compiled = done.stdout.splitlines()
    assert not module.endswith(".py")
    reader = get_reader("rules")
    assert isinstance(reader, Reader)
    assert len(compiled) == len(paths) >= 100
    for path, line in zip(paths, compiled, strict=True):
        read: Any = extract(Submission(text=path.read_text(encoding="utf-8")), reader).model_dump_json(exclude={"run"})
        assert json.dumps(json.loads(line)) == json.dumps(json.loads(read)), path.name
