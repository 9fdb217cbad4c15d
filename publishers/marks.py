"""The marks of a release: the rights of its sources were kept, or ignored for one's own use."""

from __future__ import annotations

ALLOWED = "allowed"
NOT_FOR_REDISTRIBUTION = "not for redistribution"
