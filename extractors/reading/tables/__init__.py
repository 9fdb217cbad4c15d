"""Tables and box frames of a PDF page, from its characters and ruling lines."""
