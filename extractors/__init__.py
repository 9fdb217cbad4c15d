"""From a file to records: pure functions, no orchestration, no network, no clock."""
