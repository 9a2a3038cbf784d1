"""From files to sources."""
