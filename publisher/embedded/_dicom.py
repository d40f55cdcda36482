"""Files as scanners and X-ray machines write them.

Source: DICOM PS3.10, 7.1 (https://dicom.nema.org/medical/dicom/current/output/html/part10.html).
"""

from __future__ import annotations

from pathlib import Path

_SUFFIXES = frozenset({".dcm", ".dicom", ".dic"})
_PREAMBLE, _MARK = 128, b"DICM"


def is_dicom(file: Path) -> bool:
    """Whether a file is a medical image, by its name or by how it begins."""
    if file.suffix.lower() in _SUFFIXES or file.name == "DICOMDIR":
        return True
    with file.open("rb") as opened:
        return opened.read(_PREAMBLE + len(_MARK))[_PREAMBLE:] == _MARK
