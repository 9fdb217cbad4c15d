"""What a document gets wrong by itself: each check a named rule that reads its text and rows."""
