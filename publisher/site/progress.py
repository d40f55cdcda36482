"""A bar on a terminal, and silence everywhere else."""

from __future__ import annotations

from typing import TextIO

import click


class Progress:
    """Counts steps; draws only where a person watches."""

    def __init__(self, steps: int, stream: TextIO) -> None:
        """`steps` in all, drawn on `stream`."""
        self._bar = None
        if stream.isatty():
            self._bar = click.progressbar(length=steps, label="Building", file=stream)
            self._bar.render_progress()

    def step(self) -> None:
        """One step is done."""
        if self._bar:
            self._bar.update(1)
            if self._bar.finished:
                self._bar.render_finish()
                self._bar = None
