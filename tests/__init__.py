"""The tests. A package, because a library that the program uses brings a package of this name along."""
