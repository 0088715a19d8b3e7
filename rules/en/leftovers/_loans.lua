-- Loans that English writes as their language does, with its accents or without, and that no lexicon has in
-- lower case: of the kitchen, the arts, the street. Our own compilation.
return [[fiance fiancee http https html json wifi
  d'état d'etat d'oeuvre d'œuvre d'hôte d'hôtel d'accord d'art d'affaires d'être l'oeil qu'il c'est maître vis-à-vis tête-à-tête
  à la carte découpage façade façades crème brûlée brulée entrée entrées café cafés cliché clichés clichéd décor décors déjà vu résumé
  résumés exposé exposés fiancé fiancée fiancés fiancées purée purées puréed pâté pâtés sauté sautéed sautés soufflé soufflés
  naïve naïveté naïvety communiqué communiqués mélange ménage négligée négligé protégé protégée protégés née né éclair éclairs éclat
  élan élite élites émigré émigrés étude études matinée matinées mêlée passé outré risqué roué soirée soirées touché touchée
  coup-d'état papier-mâché pied-à-terre pièce résistance cortège débâcle début débuts débutante déclassé dénouement dépôt
  détente détour fête fêtes fêted flambé flambéed frappé consommé crêpe crêpes croûton croûtons crouton niçoise béarnaise béchamel
  rosé rosés cru crus cuvée millefeuille cassoulet rémoulade tournedos chèvre gruyère comté brie-de-meaux crudités bouchée blasé
  appliqué attaché attachés cabriolé canapé canapés coupé coupés divorcé divorcée glacé habitué lamé macramé manqué piqué
  précis raisonné retroussé séance séances sommelière idée fixe éminence grise cinéma vérité mise-en-scène mise-en-place
  über doppelgänger doppelgängers führer gemütlich gemütlichkeit kaffeeklatsch rösti spätzle glühwein gewürztraminer
  piñata piñatas jalapeño jalapeños señor señora señorita señores mañana cabaña compañero compañeros quinceañera habanero habañero
  piña colada vicuña ñandú cañón adiós olé tapas cortado cortados mojito mojitos telenovela telenovelas
  cachaça caipirinha feijoada açaí favela favelas saudade fado azulejo azulejos pastéis
  agnolotti affogato affogatos aperitivo aperitivi caprese limoncello macchiato macchiatos pappardelle stracciatella cacio orecchiette
  bucatini cavatelli burrata stracchino guanciale nduja salumi amaretti cantuccini panna cotta sfogliatelle tagliolini
  ajvar börek burek ćevapi rakija lahmacun köfte ayran döner kebap maqluba shakshuka za'atar zaatar labneh fattoush sumac dukkah
  chaat dosa idli vada raita lassi ghee paneer jalebi gulab jamun ladoo laddu puja diya salwar kameez lehenga dupatta kurta
  nigiri yuzu ponzu umami kaiju tsundoku hikikomori hanami furoshiki sarariman sudoku okonomiyaki takoyaki onigiri tonkatsu katsu
  shoyu tamari kombu nori wakame omakase kintsugi wabi-sabi ikigai isekai shonen shojo tsundere soju gochujang banchan tteokbokki
  japchae kimbap mukbang hallyu hanbok chaebol chaebols pho bánh mì phở satay rendang nasi goreng laksa sambal
  khinkali khachapuri pelmeni varenyky vareniki borshch kompromat siloviki samizdat nomenklatura
  smörgåsbord smorgasbord smörgås hygge hyggelig lagom fika gravadlax gravlax skyr jökull ombudsperson friluftsliv
  whānau hāngī haka pounamu mōrena kōrero lūʻau muʻumuʻu ʻukulele senpai adhan
  bête époque d'oeuvres kölsch bockwurst peón peones desaparecido desaparecidos animé crèche crèches château châteaux
  ethereum wishlist wishlists bella figura]]
