"""Sphinx configuration."""

import malicoup

project = "malicoup"
author = "the malicoup authors"
project_copyright = "2026, the malicoup authors"
release = version = malicoup.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "attrs_block", "attrs_inline", "deflist"]
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["rtl.css"]
exclude_patterns = ["_build", "examples"]
napoleon_use_ivar = True
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "undoc-members": False, "inherited-members": False}
nitpicky = True
# Classes of other libraries.
nitpick_ignore_regex = [
    ("py:exc", "InvalidArgument"),  # of Hypothesis
    ("py:class", r"(collections\.abc|datetime|decimal|cattrs|hypothesis)\..*"),
]
