-- Names of one place, people or person with two English spellings, a pair or more a line. Our own compilation.
return [[
  kiev kyiv
  kharkov kharkiv
  lvov lviv
  zaporozhye zaporizhzhia
  burma myanmar
  rangoon yangon
  bombay mumbai
  calcutta kolkata
  bangalore bengaluru
  peking beijing
  macao macau
  swaziland eswatini
  belorussia byelorussia belarus
  kirghizia kirgizstan kyrgyzstan
  tadjikistan tajikistan
  kazakstan kazakhstan
  zelensky zelenskyy zelenskiy selenskyj selensky
  lukashenko lukashenka
  gorbachev gorbachov gorbatchev
  netanyahu netanjahu nethanyahu
  gaddafi qaddafi gadhafi kadhafi khadafi
  putin poutine
  hezbollah hizbollah hizbullah
  taliban taleban
  koran quran
  marseille marseilles
  basel basle
  bern berne
  krakow cracow
  zaragoza saragossa
  seville sevilla
  munich münchen
  vienna wien
  warsaw warszawa
  prague praha
  lisbon lisboa
  venice venezia
  geneva genève
  antwerp antwerpen
  copenhagen københavn
  gothenburg göteborg
  catalonia cataluña catalunya
  andalusia andalucía
  castile castilla
  lombardy lombardia
  tuscany toscana
  sicily sicilia
  sardinia sardegna
  bavaria bayern
  thuringia thüringen
  brittany bretagne
  burgundy bourgogne
  moscow moskva moscú moscou
  london londres londra
  brussels bruxelles bruselas
  nanjing nanking
]]
