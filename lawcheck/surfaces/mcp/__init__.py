"""The server that agents speak to by the Model Context Protocol."""
