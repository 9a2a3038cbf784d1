"""What the user has configured, and what of it holds for one document."""
