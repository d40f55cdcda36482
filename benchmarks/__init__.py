"""What a build costs, measured side by side with other generators: docs/performance.md."""
