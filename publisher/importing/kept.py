"""What readers never see, kept in the text for whoever wants to mend it."""

from __future__ import annotations


def kept(source: str, why: str = "import kept") -> str:
    """`source` in a comment of the kind that the build takes out of every page."""
    inside = source.replace("-->", "--&gt;").replace("--!>", "--!&gt;").replace("<!--", "&lt;!--")
    return f"<!-- publisher: {why} {inside.strip()} -->"
