"""Reports on two revisions of a document: text, JSON, and a page that shows them side by side."""
