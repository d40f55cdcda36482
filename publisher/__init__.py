"""Thought leadership for healthcare organisations: pages, feeds and posts from one commit."""

__version__ = "0.1.0"
