"""May it be published: validation, quarantine, coverage, the report."""
