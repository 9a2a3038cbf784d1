"""From a view to a document. Only the modules in here know that Lark does the parsing."""
