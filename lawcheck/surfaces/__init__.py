"""What people and programs talk to: command line, page, editors, agents, overview."""
