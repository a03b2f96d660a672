"""``python -m schemas``: publish the JSON Schemas again after a change to the records."""

from schemas.published import CONTRACTS, schema_path, write_schema

if __name__ == "__main__":
    for contract in CONTRACTS:
        write_schema(schema_path(contract), contract)
        print(schema_path(contract))
