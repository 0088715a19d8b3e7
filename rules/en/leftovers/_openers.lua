-- Words of other languages that sentences begin with, and no name or English sentence does. Our own compilation.
return [[
  actualmente eventualmente finalmente además también cuando aunque mientras después según pero desde hasta todos todas muchos muchas
  otros otras este estos estas dos tres cuatro cinco hoy ayer porque entonces

  cependant toutefois ainsi alors depuis après selon malheureusement beaucoup cette ces nous vous ils elles leur leurs avec dans mais
  trois quatre lorsque puisque aujourd'hui enfin plusieurs

  quando dopo tuttavia inoltre anche questo questa questi queste molti molte tutti tutte alcuni alcune attualmente perché mentre

  nicht und aber oder wenn weil noch nur für über zwei drei vier viele diese dieser dieses bisher jedoch auch deshalb während

  também não muitos muitas depois ainda atualmente porém

  dzięki oraz tylko także jednak ponieważ podczas

  takové také však když protože podle

  pasada hacia mediante debido recientemente

  actuellement quelques récemment

  nessuno purtroppo

  außerdem allerdings derzeit inzwischen seitdem wegen zudem

  proto wysiłki według obecnie niestety dlatego ponadto kiedy gdy jeśli pokud nyní dnes zatím bohužel
]]
