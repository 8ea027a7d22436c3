"""What the style sheets of a page and the styles of its elements make of them: seen or not, raised, apart, numbered."""
