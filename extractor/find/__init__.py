"""What a directive says, layer by layer: recognise first, then decide from the context."""
