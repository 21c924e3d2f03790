"""Each attack is refused by its code, within a second of processor time and within memory."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from almenara.model import Document, Refusal
from almenara.text import codes, open_bytes, open_stream
from tests.hostile.attacks import ATTACKS, SENTENCE, Attack

ROOT = Path(__file__).parents[2]
MEMORY = 256  # MiB a process may hold at its highest, the interpreter and libraries included
READER = r"""
import re, sys
from pathlib import Path
from almenara.text import open_stream
with open(sys.argv[1], "rb") as stream:
    last = None
    for item in open_stream(stream, sys.argv[2]):
        last = item.code
print([last])
print(int(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""
CASES = [pytest.param(attack, id=attack.name) for attack in ATTACKS.values()]
GREEDY = (
    "bomb.html.gz bomb.html.zst bomb.html.br bomb.jsonl.gz bomb-inside.warc 100-megabytes.html million-nodes.html far.warc "
    "one-line.csv deep.json"
).split()


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """Large libraries are imported once, before anything is timed."""
    list(open_bytes(b"<html><body><p>" + SENTENCE * 3, "a.html"))


@pytest.mark.parametrize("attack", CASES)
def test_refused_by_code_in_a_second(attack: Attack) -> None:
    """A clear Refusal that names the input, and no more than a second of work."""
    data = attack.make()
    began = time.process_time()
    items = list(open_bytes(data, attack.name))
    took = time.process_time() - began
    refusals = [item for item in items if isinstance(item, Refusal)]
    assert [attack.code] == sorted({r.code for r in refusals})
    assert all(attack.name in r.source and r.reason for r in refusals)
    assert attack.code in codes()
    assert took < 1.0


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the highest memory of a process is told by Linux only")
@pytest.mark.parametrize("name", GREEDY)
def test_within_memory(name: str, tmp_path: Path) -> None:
    """A process that does nothing else stays small, whatever the file wants."""
    file = tmp_path / name
    file.write_bytes(ATTACKS[name].make())
    command = [sys.executable, "-c", READER, str(file), name]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)  # noqa: S603 - our own script
    code, peak = run.stdout.splitlines()
    assert f"['{ATTACKS[name].code}']" == code
    assert int(peak) < MEMORY


def test_size_is_told_with_its_limit() -> None:
    """The words that the documentation promises."""
    refusal = next(open_bytes(bytes(104_857_600), "big.html"))
    assert isinstance(refusal, Refusal)
    assert "104,857,600 bytes, limit 20,971,520 (--max-bytes)" == refusal.reason


def test_largest_page_allowed_takes_bounded_time() -> None:
    """A page just under the limit of elements is read or refused in the time allowed to one page."""
    began = time.process_time()
    items = list(open_bytes(b"<html><body><article>" + b"<p>Dos hombres murieron en la vereda.</p>" * 9_500, "a.html"))
    assert 1 == len(items)
    assert time.process_time() - began < 8


def test_the_rest_of_a_container_goes_on(tmp_path: Path) -> None:
    """A bad line is one refusal, with its number and id; its neighbours are read."""
    file = tmp_path / "mixed.jsonl"
    lines = [b'{"id": "a", "text": "Uno."}', b"{broken", b'{"id": "c", "text": 7}', b"[]", b'{"id": "e", "text": "Cinco."}']
    file.write_bytes(b"\n".join(lines))
    with file.open("rb") as stream:
        items = list(open_stream(stream, "mixed.jsonl"))
    found = [item.source_id if isinstance(item, Document) else (item.source, item.code) for item in items]
    expected = ["a", ("mixed.jsonl#2", "malformed"), ("mixed.jsonl#3 (c)", "no_text"), ("mixed.jsonl#4", "wrong_shape"), "e"]
    assert expected == found


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the highest memory of a process is told by Linux only")
def test_a_long_container_in_constant_memory(tmp_path: Path) -> None:
    """Sixty megabytes of JSON lines, read line by line."""
    file = tmp_path / "long.jsonl"
    line = b'{"text": "' + SENTENCE.strip() * 25 + b'"}\n'
    file.write_bytes(line * 30_000)
    command = [sys.executable, "-c", READER.replace("item.code", "len(item.text)"), str(file), "long.jsonl"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)  # noqa: S603 - our own script
    assert int(run.stdout.splitlines()[-1]) < 60
