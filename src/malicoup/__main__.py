"""``python -m malicoup`` is the command line."""

from malicoup.cli import main

if __name__ == "__main__":
    main()
