"""The documents that an office keeps, and what a document says of them."""
