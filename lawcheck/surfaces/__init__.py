"""What people and programs talk to: command line, local page, language server, overview."""
