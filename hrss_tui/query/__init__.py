"""Questions to a package: pure functions from a `Pack` to frozen structs, used by both front ends."""
