"""How provinces lay their documents out: one module a family, each with builders of budgets or final accounts."""
