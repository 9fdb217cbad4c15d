"""Headings, footnotes and boxes: the outline of a document."""
