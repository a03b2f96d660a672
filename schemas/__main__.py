"""``python -m schemas``: publish the JSON Schema again after a change to the records."""

from schemas.published import SCHEMA_PATH, write_schema

if __name__ == "__main__":
    write_schema()
    print(SCHEMA_PATH)
