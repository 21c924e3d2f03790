"""What a run tells beside its output, where output may go, and what an interruption leaves."""

import contextlib
import fcntl
import json
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from click import unstyle
from click.testing import CliRunner, Result

from almenara.cli import almenara, work
from almenara.cli.progress import Watch
from almenara.cli.work import Settings, coded
from almenara.model import Coding, Document, Refusal, Unavailable

TEXT = "Soldiers arrested three men in Tumaco, Colombia, on May 3, 2026, the army said."
FULL = Path("/dev/full")


def run(*arguments: str) -> Result:
    """The command as a user calls it."""
    return CliRunner().invoke(almenara, ["code", *arguments])


def process(*arguments: str, stdout: object = subprocess.PIPE) -> "subprocess.Popen[str]":
    """The command in a process of its own."""
    command = [sys.executable, "-m", "almenara", "code", *arguments]
    return subprocess.Popen(command, stdout=stdout, stderr=subprocess.PIPE, text=True)  # type: ignore[call-overload,no-any-return]  # noqa: S603


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """One sentence of invented news."""
    path = tmp_path / "note.txt"
    path.write_text(TEXT)
    return path


def test_a_summary_stands_last_on_standard_error(note: Path):
    """Documents, refusals and seconds on one line."""
    last = run(str(note), "nowhere.txt").stderr.splitlines()[-1]
    assert True is last.startswith("almenara: 1 document coded, 1 refused, ")


def test_quiet_tells_only_what_is_wrong(note: Path):
    """No summary; refusals are still named."""
    assert ["almenara: refused: nowhere.txt: not_found: no such file or folder"] == run(
        "--quiet", str(note), "nowhere.txt"
    ).stderr.splitlines()


def test_what_is_less_sure_is_left_out_and_counted(note: Path):
    """Nobody is sure of everything: at 1 no event stays, and the summary says how many values went."""
    result = run("--format", "jsonl", "--min-confidence", "1", str(note))
    assert [] == json.loads(result.stdout)["events"]
    assert True is result.stderr.splitlines()[-1].startswith("almenara: 1 document coded, 0 refused, ")
    assert "unsure values left out" in result.stderr


def test_a_confidence_lies_between_0_and_1(note: Path):
    """Percentages are a usage error."""
    assert 2 == run("--min-confidence", "50", str(note)).exit_code


def test_an_empty_folder_and_passed_over_files_are_told(tmp_path: Path):
    """Nothing is left out in silence."""
    odd = tmp_path / "odd"
    odd.mkdir()
    (odd / "a.docx").write_text("x")
    assert [
        f"almenara: {odd}: no file of a kind that is read",
        "almenara: skipped in folders: 1 file of kinds that are not read",
    ] == (run("--quiet", str(odd)).stderr.splitlines())


def test_a_missing_gazetteer_is_a_warning(note: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The documents are coded all the same."""
    missing = tmp_path / "none.sqlite"
    monkeypatch.setenv("ALMENARA_GAZETTEER", str(missing))
    result = run("--quiet", str(note))
    assert (0, True) == (result.exit_code, f"almenara: no gazetteer at {missing}" in result.stderr)


def test_a_missing_pipeline_refuses_the_documents_that_need_it(monkeypatch: pytest.MonkeyPatch):
    """Those in the other language are coded."""

    def code(document: Document, **more: object) -> Coding:
        raise Unavailable("no_model", "the es pipeline is not installed")

    monkeypatch.setattr("almenara.coding.code", code)
    monkeypatch.setattr(work, "_gazetteer", lambda: None)
    document = Document(id="0" * 64, text="Texto.")
    assert Refusal(source="a", code="no_model", reason="the es pipeline is not installed") == coded(document, "a")


@pytest.mark.parametrize(("format_", "name"), [("csv", "x.html"), ("html", "x.jsonl"), ("jsonl", "x.parquet")])
def test_a_format_that_the_ending_contradicts_is_a_usage_error(note: Path, tmp_path: Path, format_: str, name: str):
    """Exit status 2, and nothing is written."""
    out = tmp_path / name
    assert (2, False) == (run(str(note), "--format", format_, "-o", str(out)).exit_code, out.exists())


def test_an_ending_that_names_no_format_is_told(note: Path, tmp_path: Path):
    """JSON lines are written, with a word about it."""
    assert True is ("the ending .xlsx names no format" in run(str(note), "-o", str(tmp_path / "x.xlsx")).stderr)


def test_a_file_of_csv_opens_in_a_spreadsheet(note: Path, tmp_path: Path):
    """It begins with the byte order mark unless that is not wanted; a pipe has none."""
    marks = []
    for more in (["-o", str(tmp_path / "a.csv")], ["-o", str(tmp_path / "b.csv"), "--no-bom"]):
        run(str(note), *more)
        marks.append(Path(more[1]).read_bytes().startswith(b"\xef\xbb\xbf"))
    assert [True, False, False] == [*marks, run(str(note), "--format", "csv").stdout_bytes.startswith(b"\xef\xbb\xbf")]


@pytest.mark.skipif(not FULL.is_char_device(), reason="needs /dev/full")
def test_a_full_disk_is_told_in_one_line(note: Path):
    """Exit status 1, no traceback."""
    with FULL.open("w") as full:
        running = process("--quiet", str(note), stdout=full)
        told = running.communicate()[1]
    assert (1, "Error: cannot write the output: No space left on device\n") == (running.returncode, told)


@pytest.mark.skipif(not FULL.is_char_device(), reason="needs /dev/full")
def test_a_device_is_written_into_and_never_replaced(note: Path, tmp_path: Path):
    """A link stands in for the device, so that a fault would only cost the link."""
    link = tmp_path / "device"
    link.symlink_to(FULL)
    assert (1, True) == (run("--quiet", str(note), "-o", str(link)).exit_code, link.is_char_device())


def test_a_named_pipe_is_written_into(note: Path, tmp_path: Path):
    """As process substitution of a shell does it."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    running = process("--quiet", str(note), "-o", str(pipe))
    assert (True, None) == (pipe.read_bytes().startswith(b'{"almenara"'), running.communicate()[1] or None)


def _told_when_ended(running: subprocess.Popen[str], number: signal.Signals) -> str:
    """What a run says that is told to end, again where the first time fell just before it began to wait for its source."""
    for _ in range(6):
        running.send_signal(number)
        try:
            return running.communicate(timeout=10)[1]
        except subprocess.TimeoutExpired:
            continue
    running.kill()
    return running.communicate()[1]


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("number", "status", "said"),
    [(signal.SIGINT, 130, "almenara: interrupted; no file was written\n"), (signal.SIGTERM, 143, "")],
)
def test_an_interruption_leaves_nothing_behind(tmp_path: Path, jobs: str, number: signal.Signals, status: int, said: str):
    """One line, the status that shells know, no output file and no temporary one; a file that stood there stays."""
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    source = tmp_path / "source.fifo"
    os.mkfifo(source)  # never written to: the run waits for it
    running = process("--quiet", "-j", jobs, "-o", str(out), str(source))
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    while not list(tmp_path.glob(".out.jsonl.*")):  # the run has begun
        assert None is running.poll()
    while jobs == "2" and children.exists() and not children.read_text():  # and a worker has the source in hand
        assert None is running.poll()
    told = _told_when_ended(running, number)
    assert (status, said, "old") == (running.returncode, told, out.read_text())
    assert ["out.jsonl", "source.fifo"] == sorted(p.name for p in tmp_path.iterdir())


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path):
    """As `head` does: no traceback, no complaint at the end."""
    for index in range(3):
        (tmp_path / f"{index}.txt").write_text(TEXT * 40)
    with process("--quiet", str(tmp_path)) as running:
        assert running.stdout
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr
        assert ("", 0) == (running.stderr.read(), running.wait())


def test_the_watch_counts_codings_and_refusals():
    """Whatever passes through it passes unchanged."""
    items = [Coding(document=Document(id="0" * 64, text="x")), Refusal(source="a", code="empty", reason="nothing in it")]
    with Watch(bar=False) as watch:
        passed = list(watch.over((i, 2, item) for i, item in enumerate(items, 1)))
    assert (items, 1, 1) == (passed, watch.coded, watch.refused)


def test_settings_carry_what_the_user_says():
    """The limit reaches the door for bytes."""
    assert 10 == Settings(max_bytes=10).limits.max_bytes


def on_terminal(*arguments: str) -> tuple[int, str]:
    """Exit status and everything shown by the command on a terminal of 80 columns."""
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    command = [sys.executable, "-m", "almenara", "code", *arguments]
    environment = {key: value for key, value in os.environ.items() if key != "COLUMNS"} | {"TERM": "xterm"}
    running = subprocess.Popen(command, stdin=child, stdout=child, stderr=child, env=environment)  # noqa: S603
    os.close(child)
    shown = b""
    with contextlib.suppress(OSError):  # the terminal goes away with its last process
        while part := os.read(parent, 4096):
            shown += part
    os.close(parent)
    return running.wait(), shown.decode()


@pytest.mark.parametrize(("name", "styled"), [("NO_COLOR", False), ("UNHEARD_OF", True)])
def test_colour_can_be_switched_off(note: Path, monkeypatch: pytest.MonkeyPatch, name: str, styled: bool):
    """As no-color.org has it."""
    monkeypatch.setenv(name, "1")
    assert styled is ("\x1b[1m" in on_terminal("--quiet", str(note))[1])


def test_a_terminal_gets_a_table_that_fits_and_no_bar_through_it(note: Path):
    """The rows show how far the work is."""
    status, shown = on_terminal(str(note))
    rows = [unstyle(row) for row in shown.splitlines()]
    assert (0, True, []) == (status, rows[0].startswith("Date  "), [row for row in rows if len(row) > 80 or "loading" in row])


def test_a_bar_is_gone_when_the_work_is_done(note: Path, tmp_path: Path):
    """What stays is the summary; the cursor is shown again."""
    status, shown = on_terminal(str(note), "-o", str(tmp_path / "x.jsonl"))
    last = shown.rstrip().rpartition("\x1b[2K")[2]
    assert (0, True, True) == (status, "loading" in shown, last.startswith("almenara: 1 document coded"))
    assert shown.rindex("\x1b[?25h") > shown.rindex("\x1b[?25l")


@pytest.mark.parametrize("format_", ["html", "parquet"])
def test_a_page_is_not_for_reading_on_a_terminal(note: Path, format_: str):
    """It needs a file or a pipe."""
    status, shown = on_terminal(str(note), "--format", format_)
    assert (2, True) == (status, "add -o FILE" in shown)
