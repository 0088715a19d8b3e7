-- Everyday words of other languages that no English lexicon has: what they are is certain, whatever their letters
-- look like. Names of months and days, numbers, people, places, time, and what a newspaper says daily. Our own compilation.
return [[
  enero febrero marzo abril junio agosto septiembre octubre noviembre diciembre miércoles jueves viernes sábado
  domingo semana semanas noche noches niño niños niña niñas hermano hermana país países gobierno ministro ministra
  partido partidos elecciones leyes guerra policía ejército muerte muertos heridos empresas mercado precio precios
  escuelas enfermedad aguas tierra río ríos montaña montañas barco coche tren puerta libro libros pregunta respuesta
  ejemplo problema problemas cuestión situación información población producción organización región sociedad derechos
  seguridad desarrollo trabajo trabajadores obra obras grandes importante importantes posible posibles principales
  diferente diferentes actuales nacional nacionales internacional internacionales primera segundo segunda tercero
  tercera última últimos últimas próximo próxima pasado pasada siguiente mejor mejores peor mayores menor mismo propia
  algunos algunas alguno alguna ninguno ninguna decir dicho dicen hacen haciendo hecho tener tenían tuvo había habían
  hubo sido siendo fueron puede podía pudo quiere quería debía saben viven llegó salió murió nació encontró mediante
  aunque mientras además entonces también sólo solamente casi quizás tampoco ayer allí aquí bajo cerca lejos dentro
  fuera abajo

  janvier février avril juin juillet août septembre octobre novembre décembre lundi mercredi jeudi vendredi samedi
  dimanche semaine semaines soirs nuit nuits mère mères soeur familles peuple gouvernement président ministre
  ministres élections lois paix armée blessés entreprise entreprises marché marchés école écoles église églises
  hôpital hôpitaux santé maladie montagnes vélo maisons fenêtre exemple exemples problème problèmes comportement
  mouvement développement gouvernements enseignement changements nombre fois côté pieds oeil yeux coeur nuage nuages
  neige pluie arbre arbres fleurs chiens oiseau oiseaux vieux vieille première deuxième troisième quatrième cinquième
  sixième septième huitième dernière derniers dernières prochaine meilleur meilleure plusieurs quelques quelque chaque
  certains certaines aucun aucune seulement vraiment bientôt hier aujourd'hui maintenant souvent parfois presque
  contre jusqu'à selon voici disent disait faisait venir voir pouvoir vouloir était étaient avait avaient peut peuvent
  pouvait veut doivent devait furent seront serait

  gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre lunedì martedì mercoledì giovedì venerdì
  sabato domenica settimana settimane notte notti mattina pomeriggio ragazzo ragazzi ragazza figlio figli figlia
  fratello sorella famiglia famiglie gente popolo paese paesi stato governo partito partiti elezioni leggi polizia
  esercito morte morti feriti azienda aziende mercato mercati prezzo prezzi scuola scuole chiesa chiese ospedali
  malattia malattie fiume fiumi montagna strada ponte treno treni macchina parola esempi problemi questione situazione
  informazione popolazione produzione organizzazione regione società diritto diritti sicurezza sviluppo lavoro
  lavoratori opere grandi piccola piccoli piccole importanti possibili principale principali diverso diversa diversi
  attuale attuali nazionale nazionali internazionale seconda terza ultimi prossimo prossima passato scorso scorsa
  seguente migliore migliori peggiore maggiori minore stesso stessa stessi stesse proprio entrambi alcuni alcune
  nessuno nessuna ogni detto dicono fatto fanno facendo avere aveva avevano ebbe essere erano furono sarà può possono
  poteva vuole vogliono devono doveva viaggiatori contro mentre inoltre allora anche soltanto forse ieri oggi domani
  lì sotto vicino lontano fuori

  fevereiro março maio junho julho setembro outubro novembro dezembro segunda-feira terça-feira quarta-feira
  quinta-feira sexta-feira noite noites homem homens mulher mulheres criança crianças menino menina filho filhos filha
  irmão irmã mãe família povo eleições exército mortos feridos preço preços escola escolas igreja saúde doença doenças
  água rios montanha navio carro carros trem janela livro livros palavras pergunta resposta exemplo questão situação
  informação população organização região sociedade direito direitos justiça segurança desenvolvimento trabalho
  trabalhadores pequeno pequena velho velha primeiro primeira terceiro seguinte melhor melhores pior maior maiores
  mesmo mesma próprio própria vários várias alguns algumas nenhum nenhuma dizer disse dizem fazer feito têm tinha
  tinham teve havia sendo pode podem quer devem embora enquanto além então apenas quase talvez ontem hoje amanhã nunca
  aqui

  januar februar märz juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag deutschen
  große großen großer kleine kleinen kleiner neue neuen neuer alte alten gute guten guter junge jungen erste ersten
  zweiten dritte dritten letzte letzten nächste nächsten eigene eigenen andere anderen anderer verschiedene wichtige
  wichtigen besonders natürlich vielleicht bereits etwa immer wieder wieso warum weshalb wobei jedoch allerdings
  außerdem deshalb darauf daran dafür damit davon dabei dagegen neben während wegen trotz sondern sowie sagte sagt
  sagten sagen machen macht gemacht geht gehen kommt kommen gibt geben steht stehen liegt liegen bleibt bleiben blieb
  findet finden gefunden sieht sehen gesehen werde würde würden wäre hätte hatten soll sollen sollte müssen musste
  darf dürfen durfte wollen wollte könnte konnten möchte möchten worden gewesen geworden heißt jährigen jährige
  jähriger

  stycznia lutego marca kwietnia czerwca lipca sierpnia września października listopada grudnia wtorek środa czwartek
  piątek sobota niedziela dzień dnia tydzień miesiąc roku człowiek ludzie ludzi kobieta kobiety mężczyzna dziecko
  dzieci rodzina kraj kraju państwo państwa rząd rządu prezydent partia wybory prawo prawa wojna wojny policja śmierć
  pieniądze rynek szkoła szkoły kościół szpital zdrowie choroba woda wody ziemia morze rzeka góry droga domu książka
  słowo przykład sytuacja duży duża duże małe mały mała nowa nowe stara pierwszy pierwsza drugi druga ostatni różne
  ważne każdy każda wszystkie wszyscy bardzo dobrze teraz dzisiaj wczoraj jutro zawsze nigdy gdzie kiedy ponieważ
  jednak między podczas według może mogą musi mają będzie będą zostać został została nadal nawet tutaj wiele wielu
  swoje swój swoich jego tych tego

  ledna února března dubna května června července srpna září října listopadu prosince pondělí úterý středa čtvrtek
  pátek neděle týden měsíc lidé lidí žena ženy muž muži dítě děti rodina vláda vlády prezident ministr strana volby
  zákon zákony válka války policie smrt peníze škola školy kostel nemocnice zdraví nemoc voda vody moře řeka silnice
  dům kniha slovo příklad situace velký velká velké malý malá malé nový nová nové starý první druhý poslední různé
  důležité každý všechny všichni velmi dobře dnes včera zítra vždy nikdy protože avšak během podle může mohou musí
  mají budou ještě pouze také tady

  januari februari maart maandag dinsdag woensdag donderdag vrijdag zaterdag zondag dagen jaar jaren mensen vrouwen
  kinderen landen regering verkiezingen oorlog politie dood bedrijf bedrijven markt prijs scholen ziekenhuis
  gezondheid ziekte rivier boek woorden voorbeeld nieuwe oude eerste tweede laatste verschillende belangrijke zeer
  goed altijd nooit daar wanneer omdat niet zijn werd heeft hebben kunnen moeten zouden
]]
