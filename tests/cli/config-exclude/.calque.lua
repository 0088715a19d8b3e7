return { exclude = { "drafts", "*.old.md", "/news/old/*.md" } }
