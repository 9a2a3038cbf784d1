"""Word documents: the package, its XML, the text as Word shows it and the way back from it to the runs."""
