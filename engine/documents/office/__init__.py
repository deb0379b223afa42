"""Word documents and PowerPoint presentations."""
