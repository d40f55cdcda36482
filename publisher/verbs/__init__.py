"""One file for each verb of the command line; a new file here is a new verb.

Each module has a docstring, and one `command`, whose help ends with an example. A trailing
underscore, as in `import_`, is not part of the name.
"""
