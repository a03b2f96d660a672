"""How fast the extractor is, beside peers, by stage, and as texts grow.

Each module runs by itself: ``python -m benchmarks.pipeline``.
"""
