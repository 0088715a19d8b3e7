return {
  rules = { ["en/teh"] = "warning" },
  paths = { old = { rules = { ["*"] = "off" } } },
}
