"""XMP packets, which are XML, and IPTC records, wherever in a file they stand.

Sources: ISO 16684-1 (XMP); Exif 3.0 for XMP, CIPA DC-010; IPTC Information Interchange Model 4.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from publisher.embedded._trace import Trace

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


def traces(data: bytes) -> set[Trace]:
    """What the packets and records in `data` tell."""
    return {*_in_packets(data), *_in_records(data)}


def _in_packets(data: bytes) -> Iterator[Trace]:
    if _WIDE in data:
        data = data.replace(b"\0", b"")
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
