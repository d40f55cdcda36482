"""What was written: articles, people, topics and standing pages."""
