"""The language model as reader: the only package that knows instructor, litellm and openai.

`provider` asks a model and survives what providers do; `calls` is the one place where a vendor's library is called,
`faults` the one place where its exceptions are translated. Nothing here is imported unless a model is used.
"""
