return { root = true, glossary = "terms.csv" }
