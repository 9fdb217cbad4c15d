"""Defects of the text layer, each repair recorded."""
