"""Bringing the articles of a Jekyll, Hugo, Pelican or Material blog into a publication."""

from publisher.importing.folder import ImportReport, import_folder

__all__ = ["ImportReport", "import_folder"]
