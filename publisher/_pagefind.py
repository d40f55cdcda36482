"""The only door to Pagefind (https://pagefind.app): pages in, the files of an index out.

Its program is spoken to as its own wrapper for Python does, but without that wrapper, which
waits a tenth of a second for each answer: docs/decisions/0009-pagefind-without-its-wrapper.md.
"""

from __future__ import annotations

import gzip
import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import version
from typing import IO, Any, cast

import cbor2
from pagefind_bin import get_executable

VERSION = version("pagefind-bin")

# Of what Pagefind writes, what a reader's browser asks for; the rest is interfaces of its own.
_USED = (".pf_fragment", ".pf_index", ".pf_filter", ".pf_meta", ".pagefind")
_ENTRY, SCRIPT = "pagefind-entry.json", "pagefind.js"
_SIGNATURE = b"pagefind_dcd"  # stands before all that it compresses
_FILTERS = 3  # where an index's table of contents lists its filters: pairs of name and file


class PagefindError(Exception):
    """Pagefind does not run here, or refused what it was given; the message says which."""


def index(pages: Iterable[tuple[str, str]], language: str) -> dict[str, bytes]:
    """The files of an index of `pages`, (address, HTML), by name.

    `language` (BCP 47) says how words are reduced to their stems. The same pages in the same
    order give the same bytes. Raises PagefindError.
    """
    try:
        with subprocess.Popen(  # noqa: S603 - the program of a package that we depend on
            [get_executable(), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as program:
            try:
                return _in_order(_files(program, pages, language))
            finally:
                program.kill()
    except OSError as problem:
        message = f"Pagefind, which makes the search, does not run here ({problem})"
        raise PagefindError(message) from problem


def _files(
    program: subprocess.Popen[bytes], pages: Iterable[tuple[str, str]], language: str
) -> dict[str, bytes]:
    own = _ask(program, type="NewIndex", config={"force_language": language.lower()})["index_id"]
    for address, html in pages:
        _ask(program, type="AddFile", index_id=own, url=address, file_contents=html)
    made = _ask(program, type="GetFiles", index_id=own)["files"]
    return {file["path"]: b64decode(file["content"]) for file in made}


def _ask(program: subprocess.Popen[bytes], **request: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """One request and its answer: JSON in base64, which a comma ends."""
    stdin, stdout = cast("IO[bytes]", program.stdin), cast("IO[bytes]", program.stdout)
    stdin.write(b64encode(json.dumps({"message_id": 1, "payload": request}).encode()) + b",")
    stdin.flush()
    answer = bytearray()
    while not answer.endswith(b","):
        part = stdout.read1()  # type: ignore[attr-defined] # a BufferedReader, says Popen
        if not part:
            message = "Pagefind, which makes the search, ended early"
            raise PagefindError(message)
        answer += part
    payload: dict[str, Any] = json.loads(b64decode(answer[:-1]))["payload"]
    if payload["type"] == "Error":
        message = f"Pagefind, which makes the search, says: {payload['message']}"
        raise PagefindError(message)
    return payload


def _in_order(files: dict[str, bytes]) -> dict[str, bytes]:
    """Only the files that are used, with filters and their values in the order of their names.

    Pagefind 1.5.2 leaves them as they come out of a hash map, which is another order each time.
    """
    entry = json.loads(files[_ENTRY])
    if not entry["languages"]:  # of pages without a word there is nothing to look up
        return {name: files[name] for name in sorted((_ENTRY, SCRIPT))}
    [(language, about)] = entry["languages"].items()
    contents = _unpacked(files.pop(f"pagefind.{about['hash']}.pf_meta"))
    renamed: dict[str, bytes] = {}
    for pair in sorted(contents[_FILTERS]):
        name, values = _unpacked(files.pop(f"filter/{pair[1]}.pf_filter"))
        packed = cbor2.dumps([name, sorted(values)])
        pair[1] = _name(language, packed)
        renamed[f"filter/{pair[1]}.pf_filter"] = _packed(packed)
    contents[_FILTERS].sort()
    packed = cbor2.dumps(contents)
    about["hash"] = _name(language, packed)
    renamed[f"pagefind.{about['hash']}.pf_meta"] = _packed(packed)
    renamed[_ENTRY] = json.dumps(entry, sort_keys=True).encode()
    wasm = f"wasm.{about['wasm'] or 'unknown'}.pagefind"
    used = {
        name: content
        for name, content in files.items()
        if name in (wasm, SCRIPT) or (name.endswith(_USED) and not name.startswith("wasm."))
    }
    return dict(sorted((used | renamed).items()))


def _name(language: str, content: bytes) -> str:
    return f"{language}_{sha256(content).hexdigest()[:10]}"


def _unpacked(file: bytes) -> Any:  # noqa: ANN401 - CBOR
    return cbor2.loads(gzip.decompress(file).removeprefix(_SIGNATURE))


def _packed(content: bytes) -> bytes:
    return gzip.compress(_SIGNATURE + content, mtime=0)
