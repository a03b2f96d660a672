"""Word documents (.docx; ECMA-376): the parts of the package, its styles, its numbering, and what stands in it."""
