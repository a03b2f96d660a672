"""Workbooks (.xls, .xlsx, .ods): plans often keep their tables in them."""
