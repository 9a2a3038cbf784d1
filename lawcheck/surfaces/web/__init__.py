"""The local page: documents are checked, mended and reported on in the browser, and nothing leaves the machine."""
