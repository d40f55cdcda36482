"""What followers get: posts composed from articles, one file for each network."""
