"""XMP packets, which are XML, and IPTC records, wherever in a file they stand.

Sources: ISO 16684-1 (XMP); Exif 3.0 for XMP, CIPA DC-010; IPTC Information Interchange Model 4.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from publisher.embedded._trace import Trace
from publisher.embedded._written import decoded, in_xml

# How a packet begins and ends; some programs leave out what goes around it.
_PACKETS = ((b"<x:xmpmeta", b"</x:xmpmeta>"), (b"<rdf:RDF", b"</rdf:RDF>"))
_WIDE = b"x\0m\0p\0m\0e\0t\0a"
_VALUE = rb"\s*(?:=\s*[\"']\s*[^\"'\s]|>\s*(?:<rdf:[^>]{0,80}>\s*){0,3}[^<\s])"
_KINDS = tuple(
    (re.compile(name + _VALUE), trace)
    for name, trace in (
        (rb"\bGPS(?:Dest)?(?:Latitude|Longitude)", Trace.PLACE),
        (rb"\b(?:Camera)?OwnerName", Trace.OWNER),
        (rb"\b(?:Body|Lens|Camera)?SerialNumber", Trace.SERIAL),
        (rb"\b(?:dc:creator|tiff:Artist|exifEX:Photographer)", Trace.AUTHOR),
        (rb"\bxmpGImg:image", Trace.THUMBNAIL),
    )
)
_IPTC = re.compile(rb"8BIM\x04\x04")
_BYLINE = re.compile(rb"\x1c\x02\x50(?:\x00[\x01-\xff]|[\x01-\x7f].)\S", re.DOTALL)
_LONGEST_IPTC = 65_536
_MOST_RECORDS = 100

# Title, keywords, instructions, headline and caption (IIM 4.2, 6).
_WRITTEN = frozenset({5, 25, 40, 105, 120})
_RECORD = 5  # bytes before what a record says


def traces(data: bytes) -> set[Trace]:
    """What the packets and records in `data` tell."""
    return {*_in_packets(data), *_in_records(data)}


def words(data: bytes) -> Iterator[str]:
    """Yield what somebody wrote into the packets and records in `data`."""
    for found in islice(_IPTC.finditer(data), _MOST_RECORDS):
        yield from _written(data[found.end() : found.end() + _LONGEST_IPTC])
    data = _narrow(data)
    for start, end in _packets(data):
        yield from in_xml(data[start:end])


def _written(block: bytes) -> Iterator[str]:
    """Yield the words among records that stand in a row somewhere near the block's begin."""
    at = block.find(b"\x1c\x02")
    while at >= 0 and block[at : at + 2] == b"\x1c\x02" and at + _RECORD <= len(block):
        end = at + _RECORD + int.from_bytes(block[at + 3 : at + _RECORD], "big")
        if block[at + 2] in _WRITTEN:
            yield decoded(block[at + _RECORD : end])
        at = end


def _narrow(data: bytes) -> bytes:
    """`data` in which a packet in UTF-16 can be read as well."""
    return data.replace(b"\0", b"") if _WIDE in data else data


def _in_packets(data: bytes) -> Iterator[Trace]:
    data = _narrow(data)
    for start, end in _packets(data):
        for pattern, trace in _KINDS:
            if pattern.search(data, start, end):
                yield trace


def _packets(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield from where to where each packet stands."""
    for opening, closing in _PACKETS:
        end = 0
        while (start := data.find(opening, end)) >= 0 and (last := data.find(closing, start)) >= 0:
            end = last + len(closing)
            yield start, end


def _in_records(data: bytes) -> Iterator[Trace]:
    for found in islice(_IPTC.finditer(data), _MOST_RECORDS):
        if _BYLINE.search(data, found.end(), found.end() + _LONGEST_IPTC):
            yield Trace.AUTHOR


def blanked(data: bytes) -> bytes:
    """`data` of the same length with nothing in its packets."""
    changed = bytearray(data)
    for start, end in _packets(data):
        changed[start:end] = b" " * (end - start)
    return bytes(changed)
