"""The rule reader: a grammar of personnel news. Finders turn text into mentions, clauses and frames compose facts."""
