-- Verbs in -ise and -ize: what stands before the ending. Those that are -ise everywhere (advise, exercise) are left out.
-- Our own compilation.
return [[agon apolog author bapt brutal capital categor central character civil colon commercial computer criminal critic
  crystall custom decentral democrat demoral deput digit digital dramat econom emphas energ equal familiar
  fantas fertil final formal general glamor global harmon hospital human hypnot hypothes ideal immortal immun
  incentiv industrial initial institutional internal international item jeopard legal liberal lion local magnet
  marginal material maxim mechan memor mesmer militar minim mobil modern monopol moral motor national natural
  neutral normal optim organ ostrac oxid parallel patron penal personal plagiar plural polar polit popular
  pressur prior privat pulver random rational real recogn regular reorgan revital revolution ritual romantic
  sanit scrutin serial social special stabil standard steril subsid summar symbol sympath synchron terror theor
  token tranquil traumat trivial union urban util vandal vector victim visual western]]
