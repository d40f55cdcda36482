"""What there is to say about one foreign file while it comes in."""

from __future__ import annotations

from dataclasses import dataclass, field

from publisher.finding import Finding, Severity


@dataclass
class Notes:
    """Collects findings about the foreign file at `path` (as the user would open it)."""

    path: str
    found: list[Finding] = field(default_factory=list)

    def error(self, check: str, line: int, message: str, fix: str = "") -> None:
        """Something could not come in at all."""
        self._add(check, Severity.ERROR, line, message, fix)

    def warning(self, check: str, line: int, message: str, fix: str = "") -> None:
        """Something came in changed, and readers may miss it."""
        self._add(check, Severity.WARNING, line, message, fix)

    def notice(self, check: str, line: int, message: str, fix: str = "") -> None:
        """Something was left behind that readers never saw."""
        self._add(check, Severity.NOTICE, line, message, fix)

    def _add(self, check: str, severity: Severity, line: int, message: str, fix: str) -> None:
        finding = Finding(f"import-{check}", severity, self.path, line, 1, message, fix)
        if finding not in self.found:
            self.found.append(finding)


def shown(value: object) -> str:
    """A value as its author would recognise it, never longer than a line."""
    text = " ".join(str(value).split())
    return f"{text[:97]}…" if len(text) > 100 else text  # noqa: PLR2004 - one line
