"""From a file to a Document."""
