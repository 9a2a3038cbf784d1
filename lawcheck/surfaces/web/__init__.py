"""The local page: documents are checked, fixed and reported on in the browser, and nothing leaves the machine."""
