"""What a reader would stumble over in the site as it was built. One file here is one audit.

A file `broken_link.py` has the check `form-broken-link`, a docstring that says what is told and
how much it weighs, and `find`. What breaks a page of ours (a link to nowhere, a picture that is
not there) is an error; what only deserves a look is a warning or a notice; what another server
answers never fails anything.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from publisher.content.publication import Publication
from publisher.finding import Finding
from publisher.site.audit._site import Site


class Audit(Protocol):
    """What a module in this folder offers."""

    CHECK: str

    @staticmethod
    def find(site: Site) -> Iterator[Finding]:
        """What is to be told of the site."""


@cache
def audits() -> tuple[Audit, ...]:
    """Every audit, in order of its file's name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names if not name.startswith("_"))
    return tuple(cast("Audit", module) for module in modules)


def findings(
    publication: Publication, folder: Path, wanted: Callable[[str], bool]
) -> Iterator[Finding]:
    """What the audits find whose check is `wanted`, in the site of `publication` in `folder`."""
    site = Site(publication, folder)
    for audit in audits():
        if wanted(audit.CHECK):
            yield from audit.find(site)
