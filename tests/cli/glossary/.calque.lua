return { glossary = "terms.csv" }
