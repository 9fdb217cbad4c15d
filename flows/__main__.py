"""`python -m flows` is `guihua`, for environments without the script on their path."""

from flows.cli import main

if __name__ == "__main__":  # spawned workers import this module again
    main()
