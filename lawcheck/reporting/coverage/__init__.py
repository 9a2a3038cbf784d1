"""What `lawcheck cover` writes."""
