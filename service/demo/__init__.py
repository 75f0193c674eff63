"""`make demo`: the real service on a free port, one article over HTTP, its facts as tables. The article is made up."""
