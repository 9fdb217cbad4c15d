"""Main-indicator tables and printed tables."""
