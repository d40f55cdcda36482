"""A file as scanners and X-ray machines write it (DICOM).

Its header holds the patient's name, date of birth and record number, and often so do the pixels.
Such a file has no business in a publication, whatever it is called: save the picture alone, look at
every corner of it, and ask for consent.

Source: DICOM PS3.10, 7.1, for how to know one
(https://dicom.nema.org/medical/dicom/current/output/html/part10.html#sect_7.1), and PS3.15,
annex E, for what tells who it is
(https://dicom.nema.org/medical/dicom/current/output/html/part15.html).

Flags: ![The shadow of a rib on an X-ray](rib)

    Where articles/2026/rib is a scan
Passes: ![The shadow of a rib on an X-ray](rib.png)

    Where articles/2026/rib.png is a picture
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Found
from publisher.checks._files import files
from publisher.content.publication import Publication
from publisher.embedded import is_dicom
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_FIX = "take it out, and out of git's history if it was pushed: docs/privacy-officer.md"


def check_publication(publication: Publication) -> Iterator[Found]:
    """Yield each such file below the content folder."""
    for path, file in files(publication):
        if is_dicom(file):
            yield Found(path, (1, 1), "this is a medical image with the patient's data in it", _FIX)
