"""What a source gets wrong or contradicts: each check a named rule of `checks.yaml`, told in `docs/checks.md`."""
