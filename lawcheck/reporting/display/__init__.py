"""A document with its findings, outline and tasks, as pages show it: the HTML report and the local page."""
