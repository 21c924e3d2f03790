"""`python -m almenara`: the command line."""

from almenara.cli import main

main()
