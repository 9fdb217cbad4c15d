"""From records to a release."""
