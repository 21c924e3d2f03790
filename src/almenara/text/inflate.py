"""Bounded inflating: never more in memory than asked for, and a bomb is refused long before it has gone off."""

import io
import zlib
from collections.abc import Callable
from typing import BinaryIO, Literal, Protocol

from almenara.model import Refused
from almenara.text.limits import Limits

Codec = Literal["gzip", "deflate", "br", "zstd"]
CHUNK = 65_536
GRACE = 1_048_576  # a short text of one repeated letter is no bomb
ZSTD_WINDOW = 2**27  # 128 MiB, what the zstd command accepts by default


class Decoder(Protocol):
    """Takes compressed bytes, gives at most `CHUNK` bytes at a time; `wants` more input or is `done`."""

    def step(self, data: bytes) -> bytes:
        """The next inflated bytes after `data` was added."""

    @property
    def wants(self) -> bool:
        """Whether the next step needs input."""

    @property
    def done(self) -> bool:
        """Whether the stream ended where it may end."""


class Zlib:
    """gzip with any number of members (window 31), zlib (15) or raw deflate (-15)."""

    def __init__(self, window: int) -> None:
        self._window = window
        self._inner = zlib.decompressobj(window)
        self._left = b""

    def step(self, data: bytes) -> bytes:
        """See Decoder. After the last member, padding of NULs is passed over."""
        data = self._left + data
        if self._inner.eof:
            data = data.lstrip(b"\0")
            if not data:
                self._left = b""
                return b""
            self._inner = zlib.decompressobj(self._window)
        out = self._inner.decompress(data, CHUNK)
        self._left = self._inner.unused_data if self._inner.eof else self._inner.unconsumed_tail
        return out

    @property
    def wants(self) -> bool:
        """See Decoder."""
        return not self._left

    @property
    def done(self) -> bool:
        """See Decoder."""
        return self._inner.eof and not self._left


class Brotli:
    """Brotli (RFC 7932)."""

    def __init__(self) -> None:
        import brotli

        self._inner = brotli.Decompressor()
        self.error: type[Exception] = brotli.error

    def step(self, data: bytes) -> bytes:
        """See Decoder."""
        try:
            out: bytes = self._inner.process(data, output_buffer_limit=CHUNK)
        except self.error as error:
            raise zlib.error(str(error)) from error
        return out

    @property
    def wants(self) -> bool:
        """See Decoder."""
        return bool(self._inner.can_accept_more_data())

    @property
    def done(self) -> bool:
        """See Decoder."""
        return bool(self._inner.is_finished())


class Zstd:
    """Zstandard, one frame or several; fed in pieces, since four bytes of input may give 128 KiB."""

    PIECE = 512

    def __init__(self) -> None:
        import zstandard

        self._error = zstandard.ZstdError
        self._frames = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
        self._inner = self._frames.decompressobj()
        self._left = memoryview(b"")

    def step(self, data: bytes) -> bytes:
        """See Decoder."""
        left = memoryview(data) if data else self._left
        if self._inner.eof:
            self._inner = self._frames.decompressobj()
        try:
            out: bytes = self._inner.decompress(left[: self.PIECE])
        except self._error as error:
            raise zlib.error(str(error)) from error
        self._left = left[self.PIECE :]
        if self._inner.eof and self._inner.unused_data:
            self._left = memoryview(self._inner.unused_data + bytes(self._left))
        return out

    @property
    def wants(self) -> bool:
        """See Decoder."""
        return not self._left

    @property
    def done(self) -> bool:
        """See Decoder."""
        return bool(self._inner.eof) and not self._left


class Inflated(io.RawIOBase):
    """A readable stream of what `source` holds compressed. Reading raises Refused: bomb, damaged or truncated."""

    def __init__(self, source: BinaryIO, codec: Codec, limits: Limits) -> None:
        self._source = source
        self._limits = limits
        self._decoder = DECODERS[codec]()
        self._taken = self._given = 0
        self._ended = False
        self._rest = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill `buffer` as far as one step goes; 0 at the end."""
        while not self._rest and not self._ended:
            self._rest = self._step()
        part = self._rest[: len(buffer)]
        self._rest = self._rest[len(part) :]
        buffer[: len(part)] = part
        return len(part)

    def _step(self) -> bytes:
        data = b""
        if self._decoder.wants:
            data = self._source.read(CHUNK)
            self._taken += len(data)
            if not data:
                self._ended = True
                if not self._decoder.done:
                    raise Refused("truncated", f"the compressed data ends early, after {self._given:,} bytes inflated")
                return b""
        try:
            out = self._decoder.step(data)
        except zlib.error as error:
            raise Refused("damaged", f"the compressed data is damaged after {self._given:,} bytes: {error}") from error
        self._given += len(out)
        if self._given > GRACE and self._given > self._taken * self._limits.max_ratio:
            raise Refused("bomb", f"inflates over {self._limits.max_ratio} times its size ({self._given:,} bytes so far)")
        return out


DECODERS: dict[str, Callable[[], Decoder]] = {
    "gzip": lambda: Zlib(31),
    "deflate": lambda: Zlib(15),
    "br": Brotli,
    "zstd": Zstd,
}


def inflated(source: BinaryIO, codec: Codec, limits: Limits) -> io.BufferedReader:
    """`source` inflated lazily, to be read in constant memory. Reading raises Refused."""
    return io.BufferedReader(Inflated(source, codec, limits), CHUNK)


def inflate(data: bytes, codec: Codec, limits: Limits) -> bytes:
    """All of `data` inflated; raises Refused where it is a bomb, damaged, cut short or larger than an input may be."""
    return read_all(inflated(io.BytesIO(data), codec, limits), limits)


def read_all(stream: BinaryIO, limits: Limits) -> bytes:
    """The whole of an inflated stream. Too large is told with the true size where that is under `max_inflated`."""
    data = stream.read(limits.max_bytes + 1)
    size = len(data)
    if size <= limits.max_bytes:
        return data
    while part := stream.read(CHUNK):
        size += len(part)
        if size > limits.max_inflated:
            raise Refused("bomb", f"inflates to over {limits.max_inflated:,} bytes")
    limits.check_size(size)
    return data
