"""Two languages and several editions: glosses, facing texts, and what is the same in two documents."""
