"""The checks that need code, a module for each family of rules: generators from a document to findings."""
