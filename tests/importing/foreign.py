"""A foreign blog written in a test, brought into an empty publication."""

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publisher.importing import ImportReport, import_folder

# One white pixel: the smallest picture that programs take for one.
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

Files = dict[str, str | bytes]


@dataclass(frozen=True)
class Blog:
    """A foreign blog in `source`, and the publication at `root` that it goes into."""

    source: Path
    root: Path

    def write(self, files: Files) -> None:
        write(self.source, files)

    def come(self, **options: Any) -> ImportReport:
        return import_folder(self.source, self.root / "content", **options)

    def text(self, path: str) -> str:
        """A file of the publication."""
        return (self.root / "content" / path).read_text(encoding="utf-8")

    def body(self, path: str) -> str:
        """An article's text, without its front matter."""
        return self.text(path).split("---\n\n", 1)[1]

    def told(self, report: ImportReport) -> list[str]:
        """What was found, as `path:line: severity check: message`."""
        return [
            f"{Path(f.path).relative_to(self.source)}:{f.line}: {f.severity} {f.check}: {f.message}"
            for f in report.findings
        ]


def write(folder: Path, files: Files) -> None:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
