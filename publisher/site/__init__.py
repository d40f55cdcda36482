"""What readers, search engines and feed readers get."""
