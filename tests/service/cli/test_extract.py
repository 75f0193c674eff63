"""`luanchuyen extract`: formats, order, errors, exit codes."""

import io
import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from schemas import Extraction
from service.cli import extract as module
from service.cli.main import READER_LEFT, main
from service.prepare import Submission
from service.reading import Reader

GOOD = "Huyện đã luân chuyển {} cán bộ từ huyện về xã, thị trấn trong nhiệm kỳ này.\r\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles and six files that are none."""
    for number in (3, 4, 5):
        (tmp_path / f"{number}.txt").write_bytes(GOOD.format(number).encode())
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(b"\x7fELF\x00\xff")
    (tmp_path / "nul.txt").write_bytes(GOOD.encode() + b"\x00")
    (tmp_path / "long.txt").write_bytes(b"a" * 3_000_000)
    (tmp_path / "huge.txt").write_bytes("ầ".encode() * 4_000_000)
    (tmp_path / "english.txt").write_bytes(b"Twelve officials of the district were rotated.")
    return tmp_path


def run(*args: object, stdin: bytes | None = None) -> Result:
    """The result of `luanchuyen extract` with these arguments."""
    return CliRunner().invoke(main, ["extract", *map(str, args)], input=stdin)


def test_jsonl_is_one_extraction_a_line_in_the_order_of_the_files(folder: Path) -> None:
    """Off a terminal, each file gives one line, in the order given, with the text as in the file."""
    result = run(folder / "5.txt", folder / "3.txt", folder / "4.txt")
    assert result.exit_code == 0
    texts = [Extraction.model_validate_json(line).article.text for line in result.stdout.splitlines()]
    assert texts == [GOOD.format(number) for number in (5, 3, 4)]
    assert result.stderr == ""


def test_one_bad_file_does_not_stop_the_others(folder: Path) -> None:
    """Each bad file is one line `FILE: code: message` on stderr; the good ones are read; the exit code is 1."""
    names = [
        "empty.txt",
        "3.txt",
        "binary.txt",
        "none.txt",
        "nul.txt",
        "english.txt",
        "long.txt",
        "huge.txt",
        "4.txt",
        ".",
    ]
    result = run("--lang", "en", *(folder / name for name in names))
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    reported = [line.removeprefix(str(folder)).split(": ")[:2] for line in result.stderr.splitlines()]
    assert reported == [
        ["/empty.txt", "article_empty"],
        ["/binary.txt", "invalid_encoding"],
        ["/none.txt", "file_unreadable"],
        ["/nul.txt", "article_not_text"],
        ["/english.txt", "article_not_vietnamese"],
        ["/long.txt", "article_too_long"],
        ["/huge.txt", "article_too_long"],
        ["", "file_unreadable"],
    ]


def test_a_fault_of_ours_in_one_file_does_not_stop_the_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception that nobody foresaw is reported for its file, without its message; the others are read."""
    from service.pipeline import extract as real

    def fragile(submission: Submission, reader: Reader, lang: str) -> Extraction:
        if "3" in submission.text:
            raise RuntimeError("secret")
        return real(submission, reader, lang)

    monkeypatch.setattr(module, "extract", fragile)
    result = run(folder / "3.txt", folder / "4.txt")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert ": internal_error: " in result.stderr
    assert "secret" not in result.stderr


def test_standard_input_is_a_dash() -> None:
    """`-` reads the article from standard input, and the options say what is known of it."""
    result = run("-", "--title", "Tin", "--outlet", "Báo", "--published-on", "2023-05-12", stdin=GOOD.encode())
    article = Extraction.model_validate_json(result.stdout).article
    assert (article.title, article.outlet, str(article.published_on)) == ("Tin", "Báo", "2023-05-12")


def test_json_is_one_array(folder: Path) -> None:
    """`--format json` prints one indented array, also for no or one readable file."""
    for names, length in ((["3.txt", "4.txt"], 2), (["3.txt"], 1), (["empty.txt"], 0)):
        assert len(json.loads(run("--format", "json", *(folder / name for name in names)).stdout)) == length


def test_table_shows_facts_ledger_and_checks(folder: Path) -> None:
    """`--format table` names the file and prints the three tables in the language asked for."""
    vietnamese = run("--format", "table", folder / "3.txt").stdout
    english = run("--format", "table", "--lang", "en", folder / "3.txt").stdout
    assert all(word in vietnamese for word in ("3.txt", "Dữ kiện", "Sổ số liệu", "Kiểm tra"))
    assert all(word in english for word in ("3.txt", "Facts", "Ledger", "Checks"))


@pytest.mark.parametrize(
    ("args", "code"),
    [([], 2), (["a", "b", "--title", "x"], 2), (["a", "--format", "xml"], 2), (["a", "--reader", "gpt"], 3)],
)
def test_wrong_usage_and_wrong_reader_have_their_exit_codes(args: list[str], code: int) -> None:
    """Wrong usage exits with 2; a reader that cannot be used exits with 3 before any file is read."""
    result = run(*args)
    assert result.exit_code == code
    assert result.stdout == ""


@pytest.mark.parametrize("url", ["file:///etc/passwd", "bao.vn"])
def test_the_address_is_a_web_address(folder: Path, url: str) -> None:
    """`--url` takes http and https, as the service does."""
    assert run(folder / "3.txt", "--url", url).exit_code == 2
    done = run(folder / "3.txt", "--url", "https://bao.vn/a")
    assert Extraction.model_validate_json(done.stdout).article.url == "https://bao.vn/a"


@pytest.mark.parametrize("form", ["jsonl", "json", "table"])
def test_a_reader_that_goes_away_ends_it_quietly(folder: Path, form: str) -> None:
    """Output that nobody takes any more, as behind `| head -1`: exit 141 and no word, not the 1 of unreadable files."""
    command = [sys.executable, "-c", "from service.cli.main import main; main()", "extract", "--reader", "rules"]
    files = [str(folder / "3.txt")] * 40  # more than a pipe holds
    pipe = subprocess.PIPE
    with subprocess.Popen([*command, "--format", form, *files], stdout=pipe, stderr=pipe) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.wait(60) == READER_LEFT
        assert process.stderr is not None
        assert process.stderr.read() == b""


def test_wrong_setting_exits_with_3(monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting that cannot be used is named on stderr and exits with 3."""
    monkeypatch.setenv("LUANCHUYEN_LANG", "fr")
    result = run("-", stdin=GOOD.encode())
    assert result.exit_code == 3
    assert result.stderr.startswith("luanchuyen: settings_invalid: ")
    assert "LUANCHUYEN_LANG" in result.stderr


def test_progress_goes_to_a_terminal_on_stderr_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With several files and a terminal on stderr a bar counts the files, and stdout stays clean."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    shown = Terminal()
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setenv("TERM", "xterm")
    names = ("a.txt", "b[0].txt")
    assert list(module._with_progress(names)) == list(names)
    assert "2/2" in shown.getvalue()
    assert "b[0].txt" in shown.getvalue()


def test_command_is_documented() -> None:
    """The help of every own command has a sentence for each option."""
    from service.cli.main import _OWN

    for name in _OWN:
        context = click.Context(main)
        assert isinstance(main, click.Group)
        command = main.get_command(context, name)
        assert command is not None
        assert command.help
        assert all(option.help for option in command.params if isinstance(option, click.Option))
