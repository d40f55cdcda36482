"""The same as `material`, with a page for each author, which all others build too."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from benchmarks.contenders import material

contender = replace(
    material.contender,
    name="Material for MkDocs with blog, tags, rss and author pages",
    write=partial(material.write, authors_profiles=True),
)
