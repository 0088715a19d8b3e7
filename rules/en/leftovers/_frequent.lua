-- Words that other languages use all the time and English never does in lower case, though some stand in its
-- largest dictionaries. What is a part of phrases that English has borrowed (de, en, la, per, une, vie …) is
-- left out. Our own compilation.
return [[
  que pero más muy también donde cuando porque sobre desde hasta hacia según una unos unas del los las esta este estos
  estas esa esos esas todo toda todos todas otro otra otros otras mismo misma mucho mucha muchos muchas cada tres
  cuatro cinco seis siete ocho nueve diez año años día días vida mundo gente mujer mujeres hijo hija hijos madre
  ciudad calle agua tierra trabajo lugar tiempo vez veces cosas nadie siempre nunca ahora luego después bueno buena
  pequeño pequeña nueva viejo vieja bonita fue ser estar están estaba había hizo hacer tiene tienen puede pueden dijo
  quien quienes cual cuyo cambio parte

  et les des aux dans avec mais donc qui où est sont été être avoir leur leurs cette ces nous vous ils elles très
  moins aussi toujours jamais beaucoup peu trois quatre cinq huit neuf jeune jeunes homme hommes enfants jour jours
  année années siècle siècles ville rien tous toute toutes alors ainsi puis après avant depuis comme même autre autres
  mieux difficile il le

  che gli dei delle della dello degli nel nella nelle sul sulla dal dalla anche ancora molto molti molte tutto tutte
  tutta questo questa questi queste quello quella essere stato stata sua suoi loro perché quando più bene sempre già
  dopo senza anni giorno giorni mese mesi uomo donna donne bambino bambini città terra acqua leone fortemente equivale

  nicht und der ein eine einen einem einer eines auch aber oder wenn weil wie noch schon sehr nur mit nach vom zum zur
  aus auf für unter zwischen gegen ohne durch ist sind waren wird werden wurde wurden haben kann können als dass ich
  wir sie ihr sein kein keine mehr viel viele dort dann jetzt heute gestern zwei drei vier fünf sechs

  não uma muito também ele ela eles foi são como pelo pela das seu depois ainda dois três anos

  nie się od że jak czy przez dla przy oraz był była było tylko już także które który która nebo jsou byl byla bylo
  jako při mezi však

  debe deben deve devoir durante empresa escuela iglesia hombres hoy houve janeiro julio justicia palabra palabras palavra presidente
  primero propio tenía varias varios ventana último producción produção dinheiro cheval chevaux chien ciel femmes filles gens guerre livres
  maladies malgré matin montagne morts nouveaux nouvelles partis prochain soleil voiture voitures état étoiles événement événements
  esempio familia finestra giustizia libri maggiore ospedale possibile soldi terzo ultime viaggiatore zweite waar vrouw huis aby bude
  nyní země zemi od poniedziałek
]]
