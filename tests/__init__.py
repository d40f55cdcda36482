"""A package, or flask-websub's of the same name would be found in its place."""
