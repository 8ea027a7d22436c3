"""What every room of the compiler stands on: claims and harvests, money, columns of a header, passages.

In: parsed documents. Out: small values and functions without a subject of their own.
"""
