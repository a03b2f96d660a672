"""Web pages and what word processors save as such (.htm, .html)."""
