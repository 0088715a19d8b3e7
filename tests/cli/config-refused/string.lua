return "off"
