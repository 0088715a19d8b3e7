local x = nil
return { language = x.y }
