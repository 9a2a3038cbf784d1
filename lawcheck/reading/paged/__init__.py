"""Documents that are pages: PDF files, scans and pictures. Their text is put together from where characters stand."""
