"""One file is one contender."""
