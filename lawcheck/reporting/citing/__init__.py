"""What `lawcheck cite` writes."""
