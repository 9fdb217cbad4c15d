"""Quantified statements, English and Chinese."""
