"""Almenara: a page in, a record that can be checked out."""
