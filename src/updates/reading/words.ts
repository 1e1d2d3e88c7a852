/**
 * The vocabulary of the rules: French as it is written in a chat, folded (lower case, no accents), with the English
 * words people mix in. Patterns match whole words; none of them may look at more than a few words.
 */

/**
 * A pattern for any of these whole words or phrases, set apart by « ; »; an apostrophe, outside [ ], may be
 * missing or a space.
 */
function words(list: string): RegExp {
  const source = list
    .trim()
    .split(/\s+;\s+/)
    .join('|')
    .replace(/'(?![^[\]]*\])/g, "(?:'| )? ?");
  return new RegExp(`(?<![a-z0-9#])(?:${source})(?![a-z0-9#])`, 'g');
}

/** Chat abbreviations, read in full. */
export const chatSpellings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ac: 'avec',
    asap: 'au plus vite',
    auj: "aujourd'hui",
    avct: 'avancement',
    bcp: 'beaucoup',
    bjr: 'bonjour',
    chgt: 'changement',
    dc: 'donc',
    ds: 'dans',
    gvt: 'gouvernement',
    jms: 'jamais',
    jsp: 'je ne sais pas',
    ms: 'mais',
    mtn: 'maintenant',
    nvelle: 'nouvelle',
    nx: 'nouveaux',
    pb: 'probleme',
    pbm: 'probleme',
    pbs: 'problemes',
    pcq: 'parce que',
    pk: 'pourquoi',
    pr: 'pour',
    presta: 'prestataire',
    qd: 'quand',
    qqn: "quelqu'un",
    rep: 'reponse',
    reu: 'reunion',
    sem: 'semaine',
    slt: 'salut',
    tjr: 'toujours',
    tjrs: 'toujours',
    tjs: 'toujours',
    ts: 'tous',
    tt: 'tout',
    vrmt: 'vraiment',
  }),
);

/** How many words of a project's name are everybody's: alone in a sentence they name no project. */
export const genericNameWords: ReadonlySet<string> = new Set(
  `accompagnement acces accueil acte action agent alerte api appli application assistant base bureau cas catalogue
  centre chaine collecte commun commune compte conseil creation dans data dematerialisation demande demarche
  developpement document donnee dossier echange entreprise equipe espace etat feuille gestion gouv guichet info
  information inscription ligne mise mobile nc nouveau nouvelle numerique observatoire outil page plan plateforme
  point pole portail programme projet public publique qualite refonte registre reseau risque route service simple
  site social solution suivi systeme sms teleservice teleprocedure numerisation migration gestion declaration deploiement modernisation mutualisation interconnexion experimentation titre transformation unique usage usager web carte formation support document reunion photo mail`
    .trim()
    .split(/\s+/),
);

/** Words that carry no name. */
export const emptyWords: ReadonlySet<string> = new Set(
  'a à au aux avec c ce ces cette d dans de des du en et l la le les leur leurs ma mes mon n ne nos notre ou par pas pour qu que qui s sa se ses son sous sur the un une of for and vos votre y nous vous il ils elle elles on je tu ca est tout tous son'.split(
    ' ',
  ),
);

// ── what kind of sentence ────────────────────────────────────────────────────────────────────────────────────────

/** « maj », « point hebdo », « update S45 » before the project's name: a command word, not news. */
export const commandHead =
  /^[\s,;:.!*>•#-]*(?:(?:petite?s?|rapide|ma|mon|la|le|une?|notre|voici|voila|weekly|quick|nouvelle|et|alors|hello) +){0,3}(?:maj|mise? (?:a|à) jours?|m\.a\.j\.?|updates?|points? (?:hebdo(?:madaire)?|de la semaine|du (?:lundi|mardi|mercredi|jeudi|vendredi|jour|matin|soir)|d'?avancement|d'?etape|de situation|rapide|sur|projet)|points?(?= *:)|point(?= +#)|statuts?(?= +#)|status(?: update)?(?= *[:#])|etat d'?avancement(?= +(?:#|du|de|sur))|nouvelles?(?= +(?:de|du|des|sur)\b)|news|weekly(?= ))(?![a-z0-9])/;

export const greeting =
  /^[^\p{L}\p{N}]*(?:bonjour|bonsoir|salut|hello|hey|hi|coucou|cc|yo|re|yop|bon(?:ne)? (?:lundi|matin|journee|semaine|apres[- ]midi)|iaorana|talofa|bozu)(?![a-z0-9])(?: +(?:a|à) +(?:tous|toutes|vous|toi|tou[st]e?s))?(?: +(?:tous|toutes|tout le monde|l'equipe|la team|les? (?:amis|gars|collegues)|everyone|all|transfo))?[\s,;:.!👋🙂😊☀-]*/u;

/** Thanks, congratulations, agreement: a sentence that begins so says nothing of a project. */
export const courtesy =
  /^[^\p{L}\p{N}]*(?:(?:oh|ah|ok|oui|super|top|genial|parfait|un grand|grand|un tres grand|mille|encore|et|tres|vraiment|great) +)?(?:merci(?! d(?:e|')(?: bien vouloir)? ?(?:nous +|me +|le +|la +|les +|l')?[a-z]+(?:er|ir|re|oir)\b)|mercis|mci|thx|thanks|thank you|remerciements?|bravo|felicitations?|chapeau|respect|well done|good job|nice|bien joue|(?:super|beau|belle|bon|bonne|tres bonne?|excellente?|sacree?) (?:boulot|travail|job|presentation|demo|reunion|seance|journee|soiree|intervention)(?! (?:de|du) la semaine)|content pour|de rien|avec plaisir|je t'en prie|pas de (?:quoi|souci)s?(?=[\s,.!]*$)|bon(?:ne)? (?:courage|continuation|journee|soiree|week[- ]?end|we|vacances|appetit|chance|anniversaire|fin de (?:semaine|journee))|joyeux|bonne annee|a (?:demain|lundi|mardi|mercredi|jeudi|vendredi|plus|bientot|tout a l'heure|toute)(?=[\s,.!]*$)|belle journee|bienvenue|desolee?|pardon(?=[\s,.!]*$)|(?<!#[\s:,=-]*)ok(?:ay)?(?=[\s,.!]*$|,? (?:pour (?:moi|nous)|merci|note|ca marche|super|parfait|bien recu|je|tres bien|c'est)(?![a-z]))|ca (?:me va|marche|roule)(?=[\s,.!]*$)|d'accord|dac|note(?=[\s,.!]*$)|bien (?:note|recu|vu)|c'est note|(?:bien )?recu(?=[\s,.!]*$| 5)|entendu|compris|vu(?=[\s,.!]*$)|oui|non merci|yes|no(?=[\s,.!]*$|,? (?:thanks|thank|problem|worries))|ouais|yep|nope|mdr|lol|ptdr|haha+|hihi|xd|t'?es le meilleur|vivement|je suis fier|on est fiers? de)(?![a-z0-9])/u;

/** Begins a question even when its mark was forgotten. */
export const interrogative =
  /^[^\p{L}\p{N}]*(?:(?:et|mais|au fait|dis|dites|du coup|sinon|petite question|question|une question|bonjour|transfo|alors|svp|stp|excusez[- ]moi|pardon|ok|donc)[\s,:!]+){0,2}(?:est[- ]ce que?|est[- ]ce qu'|c'est quoi|c'est qui|c'est quand|c'est ou|c'est combien|c'est lequel|c'est normal que|qui (?:est|sont|a|peut|sait|s'occupe|suit|gere|doit|va|porte|pilote|prend|vient|veut|connait|fait|c'est|valide)|qu'est[- ]ce|que (?:veut|dit|faut|devient|signifie|se passe)|quoi de neuf|quand|comment|pourquoi|combien|quel(?:le)?s?|lequel|laquelle|ou (?:en |est|sont|trouver|voir|trouve|puis|se |on |trouve|peut|c'est)|a qui|a quel(?:le)?s?|de quel(?:le)?s?|sur quel(?:le)?s?|jusqu'a quand|depuis quand|peux[- ]tu|peut[- ]on|pouvez[- ]vous|pourrais[- ]tu|pourriez[- ]vous|pourrait[- ]on|sais[- ]tu|savez[- ]vous|as[- ]tu|avez[- ]vous|avons[- ]nous|es[- ]tu|etes[- ]vous|faut[- ]il|doit[- ]on|dois[- ]je|puis[- ]je|y a[- ]?t[- ]?il|tu (?:peux|sais|as|connais|penses|pourrais|veux|aurais|viens|vois|fais)|t'as|vous (?:pouvez|savez|avez|pourriez|connaissez|pensez|auriez|venez)|quelqu'un (?:sait|peut|a|aurait|pourrait|connait|est|suit)|qqn (?:sait|peut|a)|on (?:en est ou|mange|va manger|se voit|fait quoi|peut avoir)|j'aimerais savoir|je (?:voudrais|veux|souhaite(?:rais)?) savoir|je me demand\w*|dis[- ]moi|dites[- ]moi|what|when|who|how|where|why|can you|could you|is there|do you|does)(?![a-z0-9])/u;

/** An order to the bot. Nouns that look like one (« relance de », « suppression ») are not in the list. */
export const order =
  /^[^\p{L}\p{N}]*(?:(?:tu (?:peux|pourrais)|peux[- ]tu|pourrais[- ]tu|vous (?:pouvez|pourriez)|pouvez[- ]vous|pourriez[- ]vous|merci de|il faut(?:drait)?|faut|je (?:voudrais|veux|souhaite|dois)|j'aimerais|stp|svp|please|can you|could you|est[- ]ce que tu (?:peux|pourrais)|besoin de|comment|est[- ]il possible de|possible de|on peut|peut[- ]on)[\s,]+)?(?:(?:me|m'|nous|lui|les?|la) ?)?(?:supprim(?:e|er|ez)|effac(?:e|er|ez)|annul(?:e|er|ez)|retir(?:e|er|ez)|enlev(?:e|er|ez)|rappel(?:le|er|ez)|montr(?:e|er|ez)|affich(?:e|er|ez)|(?:r?envoi|r?envoy)(?:e|er|ez)|donn(?:e|er|ez)|list(?:e|er|ez|es)|publi(?:e|er|ez)|export(?:e|er|ez)|cherch(?:e|er|ez)|trouv(?:e|er|ez)|ouvr(?:e|ir|ez)|ajout(?:e|er|ez)|inscri(?:s|re|vez)|previen(?:s|ez)|prevenir|expliqu(?:e|er|ez)|resum(?:e|er|ez)|gener(?:e|er|ez)|cre(?:e|er|ez)|reinitialis(?:e|er|ez)|reporte|chang(?:e|er|ez)|modifi(?:e|er|ez)|corrig(?:e|er|ez)|renomm(?:e|er|ez)|desactiv(?:e|er|ez)|activ(?:e|er|ez)|programm(?:e|er|ez)|planifi(?:e|er|ez)|transfer(?:e|er|ez)|partag(?:e|er|ez)|abonn(?:e|er|ez)|desabonn(?:e|er|ez)|configur(?:e|er|ez)|cloture(?:r|z)|clos|ferm(?:e|er|ez)|archiv(?:e|er|ez)|voir|consulter|refai(?:s|re|tes)|recommenc(?:e|er|ez)|oubli(?:e|er|ez)|ignor(?:e|er|ez)|relis|arret(?:e|er|ez)|stop(?=[\s.!]*$)|tais[- ]toi|show|list|delete|cancel|send|remind|help|search|export|open|add|remove)(?:[- ](?:moi|nous|le|la|les|lui|toi))?(?=[\s,.!?#]|$)/u;

/** « note », « tu peux passer », « merci de mettre » …: with a value, an update said politely. */
export const recordRequest =
  /^[^\p{L}\p{N}]*(?:(?:tu (?:peux|pourrais)|peux[- ]tu|pourrais[- ]tu|vous (?:pouvez|pourriez)|pouvez[- ]vous|pourriez[- ]vous|merci de|il faut|faut|stp|svp|on peut|can you|could you|please|je (?:voudrais|veux|souhaite))[\s,]+)?(?:me +|m'|le +|la +)?(?:not|met|remet|pass|repass|enregistr|indiqu|marqu|inscri|bascul|corrig|actualis|set|change|modifi|put|mark)(?:s|e|er|tre|ez|tez|re|vez|fier|fie)?(?![a-z])/u;

/** Commands of the bot, as a whole message. */
export const bareCommand =
  /^[^\p{L}\p{N}]*(?:aide|help|menu|start|demarrer|projets?|projects?|nouveau projet|simplifi(?:er|cations?)|simplify|idees?|ideas?|mes demandes|my requests|demandes?|requests?|decisions?|points?|digest|absences?|leave|reglages|settings|export(?:er)?|search|chercher|recherche|stop|annuler|cancel|oui|non|ok|maj|mise a jour|update|version|langue|english|francais|rien|test|tableau de bord|commandes?|historique|relances?)(?![a-z0-9])(?: +(?:publier|ici|arreter|publish|here|stop|hebdo))?[\s.!?#]*$/u;

/** A new idea about a procedure, not news of a project. */
export const idea = words(`
    j'ai (?:eu )?une (?:petite |bonne )?(?:idee|suggestion|proposition|demande) ;
    trop d(?:e |')(?:[a-z]+ )?(?:papiers?|justificatifs?|pieces?|formulaires?|paperasse|allers[- ]retours?|demarches?) ;
    il faut(?:drait)? (?:vraiment |absolument )?simplifier ;
    (?:petite )?idees?(?= *(?::|de simplification|pour)) ; suggestions?(?= *(?::|de simplification|pour)) ;
    propositions?(?= *:| de simplification) ;
    je (?:propose|suggere|voudrais proposer|souhaite proposer|souhaiterais proposer|voudrais suggerer|veux proposer|depose une (?:idee|simplification)) ;
    j'aimerais (?:proposer|suggerer|qu'on (?:simplifie|arrete|supprime)) ; a simplifier ;
    et si (?:on|nous|les?|la|l') ; pourquoi ne pas ;
    pourquoi (?:on |faut-il |continuer? a )?(?:demand|redemand|exig)[a-z]* ;
    on pourrait (?:[a-z]+ment )?(?:recuperer|utiliser|reutiliser|croiser|partager|echanger|interroger|recueillir|demander|ajouter|envoyer|offrir|laisser|mettre|avoir un seul) ;
    ce serait (?:bien|top|cool|super|genial|mieux|plus simple|pratique|utile)(?: de| si| qu)? ;
    ca serait (?:bien|top|cool|super|genial|mieux|plus simple|pratique|utile)(?: de| si| qu)? ;
    on (?:pourrait|devrait)(?: (?:aussi|peut-etre|pas))? (?:arreter|supprimer|simplifier|eviter|permettre|fusionner|autoriser|remplacer|dematerialiser|regrouper|mutualiser|enlever|cesser|imaginer|proposer|faire sauter) ;
    il faudrait que (?:[a-z'#]+ ){1,6}puiss(?:e|ent) ;
    il faudrait (?:que les|un (?!arbitrage|accord|retour|budget|feu|renfort|point|go)|une (?!decision|reponse|validation|reunion|rallonge|signature)|des (?!renforts|moyens|bras)|pouvoir|simplifier|supprimer|arreter|eviter|permettre|fusionner|dematerialiser|cesser|enlever|qu'on puisse|un seul|une seule) ;
    (?:les|l'|un) (?:usagers?|citoyens?|administres?|gens|familles|entreprises|agents|parents|patrons|associations) (?:devraient|devrait|pourraient|pourrait|aimeraient|doivent|doit) ;
    ne plus (?:demander|exiger|redemander|fournir|imposer) ;
    au lieu de (?:demander|redemander|faire remplir) ; (?:demande|proposition|idee) de simplification ;
    (?:supprimer|enlever|virer) (?:le|la|les|l'|ce|cette|ces) (?:justificatif|piece|copie|formulaire|attestation|papier|document|obligation|signature)s?`);

/** Talk about reporting, not a report: « je fais ma maj demain ». */
export const talkAboutReporting = words(`
    (?:je|j'|on|nous) ?(?:n'|ne )?(?:ai|avons|a|fais|ferai|fera|ferons|vais|envoie|enverrai|posterai|poste|remplis|remplirai|dois|mets|mettrai|complete|completerai|reviens|saisis|saisirai|publie|publierai|prepare|transmets|transmettrai|m'occupe)(?: +(?:pas|encore|toujours|bien|deja|vous|te|t'|juste|rapidement|plus tard|faire|envoyer|poster|remplir|mettre|completer|saisir|oublie|finir|eu|le temps|de|d'|demain|ce soir|fait|envoye|poste))* +(?:ma|la|mon|le|une|mes|notre|nos|les|un|de) (?:maj|mises? a jour|point(?: [a-z#]+)?(?: d'avancement)?|compte[- ]rendu|update|bilan|reporting|retour) ;
    (?:date|heure|delai)s? limites? (?:pour|de|des) ; j'ai (?:vu|lu|entendu|appris|cru comprendre) ;
    (?:fera|feront|donnera|enverra|postera) (?:le|la|un|une|mon|ma|notre|sa|son) (?:points?|maj|mises? a jour|bilan|update) ;
    il parait ; on m'a dit ; (?:apres|avant) (?:la|le|notre) (?:reunion|comite|point)(?= *$) ;
    je (?:vous|te|t') ?(?:dis|fais|tiens|envoie|redis|reponds|rappelle|ferai|dirai|tiendrai)(?: (?:un|au|plus|ca|cela|signe|retour|courant|tard|demain|point))+ ;
    je reviens vers (?:toi|vous) ;
    je (?:vous|te|t') ?(?:envoie|transmets|partage|joins|mets|adresse|appelle|tiens) ;
    (?:voici|voila|ci-joint|ci-dessous) (?:le|la|les|mon|ma|un|une) (?:lien|doc[a-z]*|support|compte[- ]rendu|fichier|presentation|pdf) ;
    (?:manque|attend|attends|attendons|pensez a|pense a|n'oubli[a-z]+|merci de|rappel|relance)(?: [a-z]+){0,3} (?:la|ta|votre|vos|les|ma|mes|sa|leur|leurs) (?:maj|mises? a jour|points?)`);

/** Meetings and the speaker's own presence. */
export const logistics = words(String.raw`
    je (?:suis|serai|serais|vais etre) (?:absente?|en conges?|en retard|malade|en deplacement|en formation|off|en teletravail|en vacances|la|dispo[a-z]*|indisponible|coincee? dans|en reunion|dans les embouteillages|a la bourre) ;
    (?:j'arrive|je passe|je vous rejoins|commencez sans moi|je quitte|je pars|je rentre) ;
    (?:reunion|visio|comite|copil|atelier|seance|point|rdv|rendez-vous|call)[a-z# ]{0,24} (?:decale[e]?|deplace[e]?|reporte[e]?|annule[e]?|avance[e]?|confirme[e]?|maintenue?)(?: (?:a|au|de|en|d')|(?= *(?:$|[.,;!\n]))) ;
    (?:a|de|vers) \d{1,2} ?h(?:\d\d)? ; \d{1,2}h(?:\d\d)? ; salle [a-z0-9]+ ;
    lien (?:teams|visio|zoom|de la (?:visio|reunion)) ; ordre du jour ; teletravail ;
    je (?:prends la suite|remplace|suis (?:le|la) nouve[a-z]+|prends le relais|succede) ;
    nouve(?:au|lle) referente? ;
    absente? (?:ce|cet|lundi|mardi|mercredi|jeudi|vendredi|demain|du|jusqu|la semaine|aujourd) ;
    avec mon suppleant ; (?:on|nous) (?:se|nous) (?:retrouve|voit|voyons|retrouvons|rejoint) ; en visio`);

/** A user's own trouble with a tool, and praise from outside. */
export const outsider = words(`
    je (?:n')?arrive (?:pas|plus|jamais) a ;
    je (?:ne )?(?:peux|trouve|vois|recois|retrouve) (?:pas|plus) (?:me|m'|ou|le|la|les|mon|ma|mes|acceder|ouvrir|entrer) ;
    je n'ai (?:pas|plus|toujours pas|jamais) (?:recu|acces|eu|trouve) (?:a|mon|ma|mes|le|la|de|d')? ;
    j'ai une erreur ; mon (?:acces|compte|mot de passe|profil) ; bravo ; felicitations ; chapeau`);

/** Who reports says what was done. */
export const weDid =
  /(?<![a-z])(?:on|nous|equipe|ils|elles) (?:a|avons|ont) (?:[a-z]+ment |bien |enfin |deja |tous |tout |aussi |presque |pu |ete )*(?!vu|mang|entend|dit|eu |une|un |le |la |les )[a-z]{2,}(?:e|i|u|is|it|ert|ee|es)(?![a-z])/;

/** Subjects of the coffee machine. */
export const smallTalk = words(`
    (?:mon|ton|le) (?:pc|ordi|ordinateur|telephone|portable|mail|mot de passe|compte teams) ; soleil ;
    (?:feu|feux) rouges? ; traiteur ; cafe ; the(?= +vert) ; manger? ; mange ; dejeuner ; diner ;
    ma (?:fille|femme|voiture|mere|soeur) ; mon (?:fils|mari|mec|pere|frere|chien|chat) ; midi ; resto ;
    restaurant ;
    roulotte ; apero ; bieres? ; anniversaire ; anniv ; week[- ]?end ; vacances ; conges ; plage ; lagon ;
    match ; foot ; rugby ; petanque ; imprimante ; clim(?:atisation)? ; parking ; ascenseur ; gateaux? ;
    croissants? ; bonbons? ; chocolats? ; pot de depart ; blague ; embouteillages? ; bouchons? ;
    il (?:pleut|fait (?:chaud|beau|froid|nuit)) ; quelle chaleur ; barbecue ; bougna ; pizzas? ; film ;
    serie ; moustiques? ; photocopieu(?:se|r) ; machine a ; frigo ; micro-ondes ; wifi ; badge ; mdr ; lol ;
    ptdr ; haha+ ; blagues? ; histoire d'un ; boutons? ; s'affich[a-z]+ ; (?:le |ton |votre |du )bot ;
    notifications? ; l'appli teams ; teams ; http[a-z]* ; covoiturage ; cadeau ; cagnotte ; sieste ;
    playlist ; yoga ; soiree ; logo ; fond d'ecran ; chaise ; cles? de voiture ; logiciel de paie a plante`);

// ── health ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Weather and traffic lights. */
export const healthEmoji: Readonly<Record<'onTrack' | 'atRisk' | 'offTrack', RegExp>> = {
  onTrack: /🟢|🟩|💚|☀|🌞|🌤/gu,
  atRisk: /🟠|🟡|🟧|🟨|🧡|💛|⛅|🌥|☁|🌦/gu,
  offTrack: /🔴|🟥|🌧|⛈|🌩|🌪|🛑|⛔|🆘/gu,
};

/** Emoji that tint a sentence without being a verdict. */
export const moodEmoji: Readonly<Record<'good' | 'worry' | 'severe', RegExp>> = {
  good: /(?<!(?:^|\n) *)[✅✔☑]|🆗|💯|🎯|❤|🌈|💪|🎉|🚀|👍|🥳|😀|😃|😄|😁|😊|🙂|😎|👌|🙌|👏|🏆|🤩|😍|✨|🍾/gu,
  worry:
    /⚠|🤔|🧐|😐|😑|🙃|🤦|🐢|⏳|⌛|😬|😟|😰|😱|😕|🙁|☹|😞|😔|😣|😖|😩|😫|😢|😭|😤|🤯|🥵|😨|😥|😓|🫤|👎|🐌|🤞/gu,
  severe: /🚨|😡|🤬|💀|☠|❌|📛|💩/gu,
};

export const colours: Readonly<Record<'onTrack' | 'atRisk' | 'offTrack', string>> = {
  onTrack: 'verte?s?|green',
  atRisk: 'oranges?|orang[ée]es?|jaunes?|ambres?|amber|yellow',
  offTrack: 'rouges?|red',
};

/** Words after which a colour is not a verdict: « feu vert », « numéro vert », « fil rouge », « Croix-Rouge ». */
export const colourIsName =
  /(?:feux?|numeros?|fil|ligne|lignes|carte|cartes|tapis|croix|liste|livre|espaces?|energies?|transition|the|haricots?|plan|classe|alerte|operateur|chez|reseau|bouton|boutons|fond|logo|encre|chemin|ruban|camion|gilets?|poisson|terre|plateau|finance|economie|filiere|dechets?|bacs?|poubelles?|mobile|code|jus|vin|drapeau|cours|sim|box|agence|avec|par|d'|l'|cases?|cellules?|pastilles? (?:en )|zones?|tri|couloir|voie)[ -]$/;

/** Health said in a word or two, as on a form. */
export const statedHealth: Readonly<Record<'onTrack' | 'atRisk' | 'offTrack', RegExp>> = {
  onTrack: words(`
    on track ; en (?:tres )?bonne voie ; au beau fixe ; beau fixe ; grand (?:beau|soleil|ciel bleu) ;
    ensoleillee? ; plein soleil ; ciel (?:bleu|degage|clair) ; green light ; all green ;
    (?:beau|temps) (?:temps|clair|degage|radieux) ; soleil`),
  atRisk: words(`
    at risk ; a surveiller ; sous surveillance ; nuageu(?:x|se) ; temps couvert ;
    (?:ciel|temps) (?:couvert|voile|gris|maussade|incertain) ; voilee? ; eclaircies? ; mitigee?s? ; variable ;
    brouillard ; brume ; brumeu(?:x|se) ; nuages? ; grisaille ; averses?`),
  offTrack: words(`
    off track ; en (?:grande |grosse |reelle |vraie )?difficultes? ; orageu(?:x|se) ; orages? ; tempete ;
    en alerte rouge ; pluvieu(?:x|se) ; pluie ; avis de tempete`),
};

/** « météo : … », « statut = … »: what follows is the verdict, whatever the word. */
export const healthLabel =
  /(?:^|[\n.;,!?•*(|-]) *(?:meteo|statut|status|sante|health|etat(?: general| du projet| global)?|tendance|couleur|feu|indicateur|voyant|climat|ressenti|rag|humeur|niveau) *(?:[:=]|(?:est|en|au|a l'|plutot|globale?|du projet|actuel(?:le)?|de la semaine)(?: +[:=])?) */;

/** The state of things, said of the whole. Negated, the first becomes worry and the others become good. */
export const verdictWords: Readonly<Record<'good' | 'worry' | 'severe', RegExp>> = {
  good: words(String.raw`
    ouf ;
    (?:semaine|quinzaine|mois|periode) (?:a ete |est |fut )?(?:tres |plutot |bien )?(?:bonne?|productive?|riche|dense mais|efficace|remplie|positive?|excellente?) ;
    (?:sera|serons|seront|est|sommes|sont|etes) (?:deja |bien |tous |enfin )?prete?s? ;
    prete?s? (?:pour|a temps|dans les) ; (?:on|nous) y (?:voit|voyons) (?:plus |enfin )?clair ;
    y voit plus clair ;
    ca (?:prend forme|se debloque|se decante|se precise|se dessine|se confirme|paie|paye|s'arrange|s'ameliore|se stabilise|redemarre) ;
    on (?:y est|a eu chaud|est lance|est parti|touche au but|avance (?:a bon rythme|a grands pas|vite)|accelere|assure|respire|est au complet|est rassure) ;
    tout suit ; (?:equipe|effectif) au complet ; reprend (?:des couleurs|bien) ;
    (?:c'est|c est) (?:une )?(?:reussite|top|super|parfait|positif|encourageant|tres bien|bien|bon signe|gagne|du solide|solide|genial|une bonne chose|jouable|faisable) ;
    sans (?:souci|probleme|difficulte|retard|blocage|alerte|reserve|stress|incident)s? ;
    (?:a|au) bon (?:rythme|train|port) ; on the right track ;
    (?:avance|avancement|progression|rythme) (?:regulier|regulierement|conforme|satisfaisante?|normale?|correcte?|nominale?) ;
    nominale?s? ; fluide(?:s|ment)? ; rassurante?s? ;
    tout (?:va|est|se passe|avance|se deroule|marche|fonctionne)(?: (?:tres|vraiment|plutot|globalement))? (?:bien|ok|bon|nickel|parfait(?:ement)?|normal(?:ement)?|sous controle|au vert|super|en ordre|carre|cale|comme prevu) ;
    tout (?:roule|baigne|suit son cours) ;
    (?:ca|projet|il|elle|#+|on) (?:va|avance|progresse|se passe|se deroule|se presente|marche|fonctionne|tourne|demarre)(?: (?:tres|vraiment|plutot|super|assez|globalement|toujours))? bien ;
    (?:va|vont|avance|avancent|progresse|progressent|se passe|se passent|se deroule|se deroulent|se presente|tourne|demarre)(?: (?:tres|vraiment|plutot|super|assez|globalement|toujours))? (?:bien|vite|normalement|correctement|parfaitement|sereinement|nickel|sans (?:heurt|accroc|encombre|bruit|surprise)s?) ;
    (?:suit|suivent) son cours ; ca (?:roule|baigne|le fait|file|cartonne|depote|deroule|carbure) ;
    tout roule ; tranquille(?:ment)? ; pepere ; nickel ; impec(?:cable)? ; parfait(?:e|ement)? ; au top ;
    top ; genial(?:e|issime)? ; super(?! *(?:u|user|utilisateur|admin)) ; excellente?s? ;
    (?:on|nous) (?:est|sommes|reste|restons)(?: (?:vraiment|globalement|plutot|tres|tout a fait))? (?:bien|bons|large|larges|sereins?|confiants?|dans les|en avance|ok|a l'aise|contents?|satisfaits?|ravis)(?<! dans les) ;
    (?:on|nous) (?:est|sommes|reste|restons)(?: [a-z]+)? dans les (?:temps|delais|clous|cordes|regles|starting[- ]blocks) ;
    se (?!passe|degrade|tend)[a-z]{3,}(?:e|ent) (?:tres |plutot |vraiment |assez |super )?bien ;
    (?:all |every )?(?:tests?|checks?) (?:pass|passing|passed|green|ok) ;
    ready (?:for|to) ; ahead of plan ; (?:on|nous) (?:tient|tenons) (?:le bon bout|bon) ;
    bien (?:parti|lance|engage|avance|embarque|oriente|cale)(?:e|s|es)? ; sur (?:les |de bons )rails ;
    bonne (?:dynamique|voie|avancee|progression|lancee|trajectoire) ; bon(?:ne)? (?:rythme|train|cadence) ;
    sur la bonne voie ; dans les (?:temps|delais|clous|cordes|objectifs) ;
    dans le (?:planning|calendrier|budget|timing|tempo) ; a l'heure ;
    (?:planning|calendrier|delais?|dates?|jalons?|budget|echeances?|objectifs?|trajectoire|cap|engagements?)(?: (?:est|sont|global|de livraison|toujours|bien|prevue?s?))* (?:tenue?s?|respecte[e]?s?|atteints?|confirme[e]?s?|maintenue?s?) ;
    (?:on|nous|ca|#+) (?:tient|tiens|tenons|tiendra|maintient|maintenons|respecte|respectons) ?(?:bien )?(?:le|la|les|nos|notre|l')? ?(?:cap|delais?|planning|calendrier|dates?|echeances?|rythme|objectifs?|bon bout|jalons?|timing|cadence|budget) ;
    (?:tient|tenons) la route ; comme prevue?s? ; conforme(?:s|ment)? (?:au|aux|a la|a ce) [a-z]+ ;
    selon (?:le|les) (?:plan|planning|calendrier|previsions) ; ras ; r\.a\.s ;
    rien a (?:signaler|declarer|redire|dire) ; nothing to report ;
    sans (?:accroc|encombre|heurt|surprise|histoire)s? ; en avance(?: sur)? ;
    (?:avant la date|mieux) que prevue?s? ; serein(?:e|s|es|ement)? ; sereine ; confiante?s? ;
    optimistes? ; (?:sous|en) controle ; maitrisee?s? ; (?:on|ca se|je) gere ;
    pas (?:bien |si |tres )?graves? ; (?:c'est|rien de|pas) (?:pas )?dramatique ;
    (?:pas|rien) (?:de )?mechant ; sans (?:gravite|consequences?|impact) ; pas d(?:e |')impact ; all good ;
    so far so good ; going (?:well|smoothly|great) ; looking good ; smooth(?:ly)? ; on schedule ; on time ;
    ahead of schedule ; tout (?:est )?(?:ok|bon|vert|clair|propre) ;
    (?:c'est|ca) (?:ok|bon|vert|propre|carre|cool|du tout bon) ; tout est (?:pret|cale|boucle|en place) ;
    pas (?:a|de quoi) (?:se plaindre|s'inquieter|s'affoler|rougir) ; ne t'inquiete pas ;
    le (?:bout|vent en poupe) ; bonne forme ; bon espoir ;
    (?:s'est|se sont|se passe|passe|passee?) (?:tres |vraiment |plutot |super )?bien(?: (?:passe|deroule)[a-z]*)? ;
    (?:tres |vraiment )?bien (?:passe|deroule|accueilli|recu)(?:e|s|es)? ;
    (?:on|nous) (?:s'en|nous en) (?:sort|sortons) ; au poil ; ca (?:sent bon|dechire|tue|claque|envoie) ;
    (?:plus rien|rien|personne|plus personne) (?:ne |n')?(?:nous |me |vous |les |le |la |l')?(?:bloque|freine|retient|gene|empeche) ;
    (?:que du|du) (?:bon|positif|bonheur) ; (?:bonne|tres bonne|excellente|belle|super|grosse) semaine ;
    (?:everything|all|things|we)(?: is| are|'s|'re)? (?:[a-z]+ )?(?:fine|good|ok|great|well|smooth|in order) ;
    (?:calendrier|planning|dates?|echeances?|budget|cible|objectif|perimetre)s? (?:ne |n')?(?:bouge|change|evolue|glisse|derape)(?:nt)? pas ;
    tout (?:est|a ete) (?:revenu|rentre|retabli|repare|restaure|regle|resolu)[a-z' ]{0,14} ;
    well on track ; in good shape ; se port(?:e|ent) (?:tres |plutot |vraiment )?bien ;
    c'est (?:plie|dans la boite|dans la poche|regle|cale|acquis) ;
    (?:jours?|semaines?|mois) d'avance ; avec (?:de l'|un peu d')avance ; plus de peur que de mal ;
    (?:garde|gardons|maintient|maintenons) le (?:cap|rythme|tempo) ;
    (?<=#[ :=,-]{0,3})ok(?! (?:pour|de)(?! (?:moi|nous))) ;
    on (?:fonce|deroule|cartonne|carbure|avance bien|enchaine sans) ; on (?:plan|target|budget) ;
    as (?:planned|expected) ;
    smooth sailing ; under control ; good to go ; all set ; doing (?:well|great|fine|good) ; going fine ;
    we(?:'re| are) good ; works? (?:fine|great|well|like a charm) ;
    (?:ca|c'est|la situation|situation|tout|#+|le projet|on|nous) (?:va|est|sommes|semble|devient|se passe|avance|marche|fonctionne) (?:nettement |beaucoup |bien |deja |un peu |vraiment )*mieux ;
    (?:nettement|beaucoup|bien) mieux (?:que|qu') ; mieux qu'(?:avant|hier|attendu) ;
    (?:la )?situation (?:s'ameliore|s'est amelioree|se normalise|est saine|est stabilisee|est bonne|est claire) ;
    (?:on|nous) (?:remonte|remontons) la pente ;
    (?:voit|voyons|vois) (?:enfin )?(?:le bout|la lumiere) ;
    (?:retour|revenu|revenus|de retour) (?:a|dans) (?:la normale|les clous|les temps|les rails) ;
    (?:retrouve|repris|reprend|reprenons) (?:son|un|notre|le) (?:bon )?(?:rythme|cours|cap)(?: normal| de croisiere)? ;
    (?:vitesse|rythme) de croisiere ;
    au[- ](?:dela|dessus) d(?:e|es) (?:nos |mes |leurs |toutes? )*(?:attentes|esperances|previsions|objectifs) ;
    (?:date|delai|planning|calendrier|objectif|cible|budget|jalon|echeance|livraison|ouverture|rentree)s?(?: [a-z0-9']+){0,4} (?:est |sont |reste |restent )?(?:toujours |bien |encore )?(?:tenables?|atteignables?|realistes?|jouables?|securisee?s?|assuree?s?|preservee?s?|sauve(?:e|s|es)?) ;
    (?:on|nous|l'equipe|le projet|#+) (?:est|sommes|reste|restons)(?: (?:toujours|bien|tous|parfaitement|pile|totalement))* (?:zen|tranquilles?|fiers?|optimistes?|dans le rythme|dans le tempo|synchro|en phase|calee?s?|en ligne avec|a jour|au point|au rendez-vous) ;
    (?:je suis|j'en suis|suis|sommes|en sommes|reste|restons)(?: (?:tres|plutot|vraiment|globalement|bien|pleinement|assez|super|trop))* (?:contente?|satisfaite?|heureu(?:x|se)|ravie?|serein|sereine|confiante?|rassuree?|optimiste|fiere?|zen|tranquille|enchantee?|soulagee?)s? ;
    rien a (?:remonter|noter|craindre|reprocher) ; rien (?:d'|de )(?:mal|mauvais|anormal|facheux|alarmant) ;
    (?:c'est|tout est) (?:bon|carre|clean|propre|nickel|fluide|cale|rode|solide)(?: (?:de|pour) (?:mon|notre|ma|nous|moi)[a-z ]{0,10})? ;
    ca (?:tourne|suit|progresse|passe creme|glisse tout seul|marche nickel|avance)(?= *(?:$|[.,!])) ;
    comme sur des roulettes ; sans faute ; a merveille ; au beau fixe ; au cordeau ; aux petits oignons`),
  worry: words(String.raw`
    (?:j'ai|on a|avons|ai) (?:bien |tres |un peu |vraiment )?peur ; bouchonn[a-z]+ ; goulots? ;
    embouteill[a-z]+ ; croise(?:r|ns|nt)? les doigts ; croisons les doigts ; une autre histoire ;
    pruden(?:t|te|ts|ce) ; (?:tourne|tournent|tournons) en rond ; (?:pas|plus) d'accord ;
    ne sont pas d'accord ; se plaign[a-z]+ ;
    (?:commence|risque) a (?:peser|etre chaud|etre juste|s'inquieter|tirer) ;
    (?:ne |n')?(?:devrait|devrions|pourra|pourrons|pourront|sera|seront|serons|aura|aurons) (?:pas|plus) [a-z]+ ;
    [a-z]{3,}(?:era|eront|erons|ira|iront|irons) pas ;
    ne (?:sorte|soit|puisse|tienne|vienne|arrive|passe)(?:nt)? pas ; epuise(?:e|s|es)? ;
    (?:une|la) seule personne ; (?:un|le) seul (?:dev|developpeur|agent|testeur|technicien) ; a flux tendu ;
    sature[a-z]* ; (?:on|nous) (?:perd|perdons|a perdu|avons perdu) ; perdre du temps ;
    (?:en|un) dents de scie ;
    ca (?:pietine|flotte|tangue|s'eternise|tarde|s'accumule|se tend|se corse|se degrade|deborde|tire) ;
    tard(?:e|ent|er)(?! vendredi) ; s'eternis[a-z]+ ; s'accumul[a-z]+ ;
    se (?:degrade|tend|complique|corse)(?:nt)? ;
    pas (?:fan|emballe|convaincu|content|satisfait|ravi|d'accord|au rendez-vous|a la hauteur|dans les temps|dans les delais|dans les clous)(?:e|s|es)? ;
    (?:non|mal) (?:maitrise|anticipe|prevu|cadre|budgete|finance)(?:e|s|es)? ; imprevu(?:e|s|es)? ; aleas? ;
    lourd(?:e|s|es|eur|eurs) ; chronophage ; usine a gaz ; mi-figue ; en demi-teinte ; peut mieux faire ;
    pas encore (?:gagne|joue|la|ca) ; hors de prix ; penalis[a-z]+ ; pese(?:nt)? sur ;
    met(?:tent)? en (?:danger|cause|peril) ; remis(?:e|es)? en (?:cause|question) ;
    remet(?:tent)? en (?:cause|question) ; s'oppos[a-z]+ ; conteste[a-z]* ; injoignables? ; muets? ;
    fait(?:es)? le mort ; font la sourde oreille ; absents? ;
    (?:prend|prennent|pris|prendre|prenons|accumul[a-z]+) (?:du|un|de gros|un gros|encore du|enormement de)? ?retards? ;
    tendue?s? ; tension ;
    (?:c'est|tres|trop|assez|un peu|plutot|bien|devient|ca devient|va etre|sera|ca va etre|etait|super|hyper)(?: (?:tres|trop|assez|un peu|plutot|super|hyper))? (?:chaud|short|juste|serre|limite|ric-rac|risque|light|rude|dur)(?:e|s|es)?(?! milieu) ;
    trop (?:court|juste|serre|tot|lent|peu)(?:e|s|es)? ; ric[- ]rac ; serree?s? ; delicate?s? ; delicat ;
    compliquee?s? ; (?:c'est|devient|tres|assez|reste|s'annonce|plus) difficiles? ; laborieu(?:x|se) ;
    inquiet(?:s|e|es|ant|ante|ants|ude|udes)? ; (?:m|nous|s|l)'inquiet[a-z]+ ; inquiet[a-z]+ ;
    preoccup[a-z]+ ; soucieu(?:x|se)s? ; en retard ; du retard ; retards? ; glisse(?:nt|ra|ront|r)? ;
    glissements? ; derap[a-z]+ ; coinc[a-z]* ; fragiles? ; incertaine?s? ; incertitudes? ; patin[a-z]+ ;
    pietin[a-z]* ; traine(?:nt|r)? ; trainent ; rame(?:nt)? ; galer[a-z]+ ; ralenti[a-z]* ;
    ca (?:se complique|bloquote|frotte|chauffe|craint|part en) ; crain(?:s|t|ds|d|nons|gnons|dre) ;
    craintes? ; (?:j'ai|on a|avons) peur ; sous pression ;
    pas (?:tres |trop |super |hyper |vraiment |si |franchement )?(?:terrible|top|genial|fameux|brillant|folichon|rassurant|rassure|serein|confiant|simple|evident|gagne|bon|bien|optimiste|a l'aise|tranquille|ideal|jojo|formidable)(?:e|s|es)? ;
    bof ; moyen(?:nement)?(?= *(?:[.,;!]|$)) ; couci[- ]couca ; comme ci comme ca ; instables? ; delayed ;
    late ; slipp(?:ing|ed) ; behind schedule ; worried ; struggling ; tight ; a la bourre ; a la traine ;
    en souffrance ; mal a (?:avancer|demarrer|tenir|recruter|trouver|mobiliser|boucler|suivre) ;
    peine(?:nt|ons)? a ; a du mal ; avons du mal ; ont du mal ;
    (?:ca|on|#+) (?:stagne|s'enlise|s'essouffle|plafonne) ; stagn[a-z]+ ; s'enlis[a-z]+ ; au ralenti ;
    fait du sur[- ]place ; compromet(?:tre|tent)? ; compromis(?:e|es) ; menac[a-z]+ ; flou(?:e|s|es)? ;
    preoccupant ; vigilance ; sous[- ](?:effectif|dimensionne)[a-z]* ; deborde(?:e|s|es)? ; surcharg[a-z]+ ;
    lent(?:e|s|es|ement)? ; deca(?:le|lage)[a-z]* ; repousse[a-z]* ; reporte(?:e|s|es)(?! sur) ; est reporte ;
    depassements? ; (?:budgets?|delais?|enveloppe|couts?|planning|cout)[a-z ]{0,14} depasse[a-z]* ;
    depasse(?:nt|ra|r)? (?:le|la|les|l'|notre|de) ?(?:budget|enveloppe|delais?|planning|cout)[a-z]* ;
    moins bien ; (?:prend|pris|prenons) l'eau ; dout(?:e|es|ons)(?! que) ; decu(?:e|s|es)? ; mecontent[a-z]* ;
    au compte-gouttes ; peu de (?:retours?|reponses?|mobilisation|participants?|moyens|temps|marge) ;
    s'allong[a-z]+ ; pas sur(?:e|s)? (?:de|que|d') ; mal (?:recu|accueilli|passe|compris|vecu)(?:e|s)? ;
    a la peine ; aleatoires? ;
    (?:aucune?|zero|0|pas d'|pas de) ?(?:budget|moyens|ressources?|credits?|financement|prestataire|candidats?|candidatures?|remplacants?|releve) ;
    (?:ne |n')?(?:passe|marche|va|fonctionne|suit|tient)(?:nt)? (?:pas|plus) (?:en|sur|a|avec) ;
    ca (?:passe|va|marche) pas ;
    sans (?:reponse|nouvelles?|retour|relecture|visibilite|interlocuteur|budget|chef de projet) ;
    peu de visibilite ;
    aucune? (?:visibilite|reponse|nouvelles?|retour|interlocuteur|garantie)(?! (?:negati|defavor|d'erreur)) ;
    insuffisante?s? ; degrad[a-z]+ ;
    pas (?:encore |toujours )?(?:garantie?|confirmee?|assuree?|tranchee?|certain|sur|acquis)s? ;
    pas (?:de|d') ?(?:reponse|nouvelles?|retour|visibilite|garantie)s? ; difficile (?:a|de|d')(?! dire) ;
    c'est (?:tres |trop |un peu |assez |super |vraiment )?(?:long|lent|lourd|dur|penible|la course) ;
    fait defaut ; manqu(?:e|ent|ons) ; penurie ; en tension ;
    pas (?:de|le|assez de) (?:ressources?|budget|temps|bras|monde) ; pas assez ;
    (?:ne |n')?(?:marche|fonctionne|avance|repond|repondent|progresse|bouge|demarre|suit|suivent|livre|tourne|passe)(?:nt)? (?:toujours |encore |vraiment )?(?:pas|plus|mal) ;
    toujours (?:pas|aucune?|rien|en attente) ;
    (?:attend(?:ons|s)?|attente|en attente)(?: [a-z']+){0,5} depuis ; rien recu ;
    (?:toujours |encore )?(?:pas|jamais) (?:encore |toujours |ete |bien |tous |tout |vraiment |completement )*(?!grave|concern|touch|impact|affect|dramat|bloqu|retard|compliq|perdu|oubli|inquiet|arret|necess|oblig|meme|comme|juste|entre|toute?s?|cette|notre|votre|autre|vraiment|simple|mechant|encore|change|bouge|question|trop|beaucoup|moins|critique|urgent|evident|plus |facile|terrible|surpris|malade|absen|alarm)[a-z]{2,}(?:e|ee|es|ees|u|ue|us|ues|it|ite|is|ise|ert|erte|dispo|disponible|pret|ok)s?(?: en temps)? ;
    non (?:signee?|livree?|recue?|validee?|tenue?|respectee?|resolue?|reglee?|conforme|stabilisee?)s? ;
    en panne ; tomb(?:e|ent|ee) (?:en panne)? ; regressions? ; alertes? ; alert(?:er|ons) ;
    (?:plus|pas|perdu) confiance ;
    (?:ne |n')?(?:tient|tiennent|respecte|respectent) (?:aucune?|jamais|pas|plus) [a-z]+ ;
    (?:\d+|une?|deux|trois|quatre|cinq|six|dix|quinze|quelques|plusieurs) (?:jours?|semaines?|mois) (?:de plus|supplementaires?|de decalage|en plus|perdue?s?|trop tard) ;
    (?:ajoute|rajoute|coute|fait perdre|perd|perdu|gliss[a-z]+ d[e']|decal[a-z]+ d[e']|repouss[a-z]+ d[e']) ?(?:encore |au moins |plus d[e'] ?|pres d[e'] ?)?(?:\d+|une?|deux|trois|quatre|cinq|six|dix|quinze|quelques|plusieurs) (?:bons? |bonnes? )?(?:jours?|semaines?|mois) ;
    (?:exprim|emet|emis|emettent|formul|fait part)[a-z]* (?:de |d')?(?:des|une|plusieurs|quelques|ses|leurs|fortes|grosses)? ?(?:reserves?|doutes?|inquietudes?|objections?|critiques?|craintes?) ;
    (?:va|vont|allons|vais|risqu[a-z]+ d[e']) ?(?:se |nous )retrouver sans ;
    (?:contrat|licence|marche|convention|certificat|abonnement|bail|support)s?(?: [a-z']+){0,3} (?:arrive(?:nt)? a echeance|expire(?:nt)?|prend fin|se termine) ;
    (?:une fois|un jour|une demande|un dossier) sur (?:deux|trois|quatre) ;
    (?:me|nous|leur|lui) fai(?:t|sait) (?:tres )?peur ; font peur ; immobilise(?:e|s|es)? ; dans le dur ;
    hors d'usage ;
    (?:lost|losing|missing) (?:[a-z]+ )?(?:days?|weeks?|months?) ; paused ; (?:on|au) standby ; recoverable ;
    n'utilis[a-z]+ (?:plus|pas) ; boud[a-z]+ ; desert[a-z]+ ; se detourn[a-z]+ ;
    (?:devrons|devra|devront|devrai) (?:attendre|patienter|revoir|reporter|decaler|repousser|renoncer|recommencer|refaire) ;
    attend(?:ons|s|ent)? toujours ; (?:cela|ca) fait (?:\d+|une|deux|trois|quatre|cinq|six|plusieurs|des) (?:jours?|semaines?|mois) ;
    (?:detruit|grille|brule|vole|inonde|vandalise|endommage|abime|foudroye|casse)(?:e|s|es)? ;
    concerns? ; worr(?:y|ies|ying) ; slippage ; unclear ; shaky ;
    sans (?:pilote|porteur|chef|referent|successeur|remplacant|appui|soutien|filet) ;
    silence radio ; (?:pas|plus|aucun|sans) (?:de )?signe de vie ;
    (?:ne )?donn[a-z]+ (?:plus|pas) (?:signe|suite|de nouvelles?) ;
    (?:relance[a-z]*|demande[a-z]*) (?:\d+|deux|trois|quatre|plusieurs|maintes|x) fois ;
    (?:\d+|deux|trois|quatre|plusieurs|enieme|nombreuses|multiples|nos|mes)(?: [a-z]+)? relances? ;
    relances?(?: [a-z]+){0,2} sans (?:succes|suite|effet|reponse) ; lettre morte ; sans suite ;
    (?:se|nous) font attendre ; se fait (?:attendre|desirer) ;
    s'aggrav[a-z]+ ; aggravation ; se deterior[a-z]+ ; empir[a-z]+ ; (?:on|#+) recul[a-z]+ ;
    (?:perd|perdons|perdu) (?:du terrain|pied|le fil) ; baisse de regime ; (?:de )?moins en moins [a-z]+ ;
    moins bonne?s?(?= *(?:$|[.,;!])| que) ; pas mieux ; plus assez ; plus suffisamment ; plus le temps ;
    (?:pas|plus) (?:tres |vraiment |du tout )?(?:tenable|realiste|faisable|jouable|atteignable|viable)s? ;
    (?:delai|planning|timing|calendrier|budget|echeance|date)s?(?: [a-z0-9]+){0,3} (?:tres |trop |un peu |bien |plutot |hyper |super )?(?:court|juste|chaud|limite|short|ambitieux|ambitieuse|intenable|irrealiste|menace|incertain|en peril)(?:e|s|es)? ;
    (?:un peu|pas mal|beaucoup|enormement|trop) de (?:retard|soucis?|problemes?|difficultes?|pression|stress|bugs?|anomalies?|friction|doutes?) ;
    nerveu(?:x|se|ses) ; stress[a-z]* ; angoiss[a-z]+ ; perplexes? ; sceptiques? ; deborde ; au bord d[a-z]+ ;
    ras le bol ; marre ;
    a court d(?:e|') ; en manque d(?:e|') ; faute d(?:e|')(?! ?quoi) ;
    (?:tarde|peine|rechigne|hesite)(?:nt)? a ;
    (?:on|nous|ca|#+)(?: [a-z]+)? (?:va|allons|vont|risque de|risquons de) (?:etre |avoir )?(?:en retard|du retard|juste|coincer|glisser|deraper|manquer|rater|depasser) ;
    (?:quota|seuil|limite|capacite|delai|echeance|date)s?(?: [a-z]+){0,3} depasse(?:e|s|es)? ;
    ca devrait (?:etre bon|rentrer|s'arranger|se regler|se debloquer|repartir|aller mieux|se resoudre)[a-z ]{0,10} ;
    (?:tient|tiennent|tenons) (?:a|qu'a) un fil ; sur le fil ; au forceps ; dans le flou ;
    dans le brouillard ;
    remet(?:tent|tre)? (?:a plus tard|au lendemain) ; remis(?:e|es)? a plus tard ;
    (?:a ete|est|sont|ete) differe(?:e|s|es)? ;
    (?:n'est|ne sont|pas|non)(?: pas| toujours| encore)? (?:remplace|pourvu)(?:e|s|es)? ;
    pas (?:de |d')?(?:date|calendrier|planning|echeance)(?: fixee?| precise| connue?)? ;
    flaky ; unstable ; broken ; overdue ; postponed ; slow(?:er|ly)? ; no (?:answer|reply|feedback|response) ;
    running late ; behind ;
    (?:on|nous) (?:subit|subissons|bataille|bataillons|lutte|luttons|s'arrache|s'y perd|piste|pistons)(?: [a-z]+)?`),
  severe: words(`
    (?:fera|ferons|feront|aura|aurons|passera|passerons|sera|serons) pas (?:pour )?(?:la|le|l'|les) ?(?:rentree|date|echeance|saison|delais?|fin d'annee|bascule) ;
    (?:s'arrete|cesse|s'interrompt|prend fin|s'effondre|capote|tombe a plat)(?:nt)?(?! a ) ;
    plus (?:de sens|lieu d'etre|de raison d'etre) ;
    (?:a|ont) depose le bilan ; sine die ; jusqu'a nouvel ordre ;
    (?:aucune?|pas d(?:e |')|sans)(?: [a-z]+){1,2} en vue ;
    (?:repar[a-z]+|repris?|reprendre|recommenc[a-z]+|redemarr[a-z]+) (?:de|a) (?:zero|la case depart) ;
    (?:tout est|est|sont|tout) a (?:refaire|recommencer|reprendre de zero) ;
    no[- ]go(?! ?/) ; nogo ; on hold ; cancell?ed ; show[- ]?stoppers? ;
    no (?:workaround|way out|solution|eta) ;
    (?:ne |n')?pourr(?:a|ai|ons|ont) (?:pas|plus|jamais|rien)(?! (?:mieux|plus)) (?:etre )?[a-z]+ ;
    (?:peut|peux|peuvent|pouvons|pouvait) (?:plus|plus rien|rien) [a-z]+(?:er|ir|re|oir)(?! de (?:nouveau|plus)) ;
    (?:n'a|n'ont|n'avons|n'ai|a|ont|avons) plus (?:les|le|la|aucune?|assez de|de quoi|personne)(?: [a-z]+)? (?:moyens?|budget|argent|equipe|financement|credits?|main|prestataire|interlocuteur|acces|droit) ;
    a la derive ; cul[- ]de[- ]sac ; (?:mis|mise|remis) (?:au placard|en sommeil|au frigo) ;
    (?:tombe|tombee|tombes|est) a l'eau ; tombe(?:e|s)? a l'eau ; au fond du trou ; dos au mur ;
    sans lendemain ;
    (?:projet|chantier|flux|travaux|tests?|developpements?|tout|pilote|experimentation|deploiement|service)(?: [a-z]+)? (?:est |sont |a ete |ont ete )?(?:arrete|interrompu|suspendu|stoppe|gele|abandonne|enterre|annule)(?:e|s|es)? ;
    personne (?:ne |n')?(?:tranche|decide|repond|rep|reponse|veut|sait|prend|reprend|assume)[a-z]* ;
    (?:retard|date|objectif|echeance|delai|jalon|trou)s?(?: [a-z]+){0,2} (?:irrattrapable|inatteignable|intenable|irrealiste|hors de portee|hors d'atteinte|impossible)s? ;
    irrattrapables? ; inatteignables? ; insolubles? ; insoluble ; sans solution ; sans espoir ;
    desespere[a-z]* ;
    (?:on|nous) (?:ne |n')?(?:s'en sort|y arrive|avance|avancons|maitrise|controle)(?: vraiment)? plus(?: du tout| rien)? ;
    (?:n')?(?:avance|bouge|repond|fonctionne|marche|tourne)(?:nt)? plus du tout ;
    (?:rate|loupe|manque|louper|rater|manquer)(?:e|s|es|ons)? (?:la|le|les|l'|notre|cette|ce) ?(?:rentree|echeance|date|jalon|livraison|fenetre|creneau|coche|saison|mise|ouverture|objectif)s? ;
    (?:n'a|n'ont|n'est|ne sont|n'avons)(?: [a-z]+)? pas (?:ete )?(?:tenu|respecte|atteint)(?:e|s|es)? ;
    plus d'aucune? (?:financement|budget|moyens?|credits?|ressources?|support|acces|equipe|prestataire) ; rien pour (?:le |la |les |l')?[a-z]+er ;
    rien n'est (?:pret|fait|prevu|lance|cale|finance) ; immobilise(?:e|s|es)? depuis ;
    rien (?:ne |n')(?:se )?(?:debloqu|boug|avanc|demarr|repart)[a-z]* ; rien n'est prevu ;
    (?:ne |n')?ser(?:t|vira|ait) (?:a|plus a) rien ; inexploitables? ; bankrupt ; terminated ; hopeless ;
    catastrophe ; naufrag[a-z]+ ; cauchemar ; de mal en pis ; de pire en pire ;
    (?:ne |n')?(?:vois|voit|voyons) (?:pas|plus) (?:comment|d'issue|de solution) ;
    (?<!(?:validation|decision|accord|reponse|arbitrage|avis|nouvelle|notification|verdict)s?(?: [a-z#']+){0,3} )(?:sont|est) tombee?s? ;
    (?:ne |n')?bouge(?:ons|nt)? plus ; (?:a|ont) dit non ; (?:projet|dossier|c'est) mort ; mort[- ]ne ;
    (?:on|nous|faut|va|doit) (?:arrete|arreter|stoppe|stopper|coupe|couper|suspend|suspendre|gele|geler)(?:r)? (?:tout|le projet|les tests|les travaux) ;
    tout (?:coupe|arrete|stoppe|suspendu|annule) ;
    (?:ne |n')?sa(?:is|it|vons) plus (?:quoi|comment|ou|vers qui|a qui|par ou|que) ;
    (?:ne |n')?(?:sera|serons|seront|serai) (?:jamais|pas|plus) prete?s? ;
    (?:ne |n')?(?:tiendra|tiendrons|tenir|sortira|sortirons|livrera|livrerons|ouvrira|ouvrirons|aboutira|demarrera) (?:pas|plus|jamais)(?! avant) ;
    (?:depose|depot) (?:le |de )?bilan ; plus (?:possible|personne|aucun acces) ;
    (?:budget|financement|credits?)(?: [a-z]+)? (?:refuse|coupe|supprime|annule|retire|epuise)(?:e|s|es)? ;
    (?:marche|convention|contrat|projet|commande|financement)(?: [a-z]+){0,2} (?:annule|resilie|rompu|casse|denonce|abandonne|refuse)(?:e|s|es)? ;
    sans issue ; retour a la case depart ; case depart ; au point zero ; a genoux ;
    (?:fuite|perte) (?:de |des )donnees ; piratage ; pirate(?:e|s)? ; cyberattaque ; inutilisables? ;
    inaccessibles? ; injouable ; rupture ; planning explose ;
    explose(?:e|s|nt)? (?:le|les|tous) (?:budget|delai|planning)s? ;
    (?:c'est|ca) (?:grave|la panade|la merde|le bordel|la catastrophe|la crise|un desastre|le chaos) ; chaos ;
    alarmante?s? ; gros(?:se)?s? (?:blocage|crise|panne|echec|faille)s? ;
    bloqu(?:e|es|ee|ees|er|ent|age|ages|ant|ante|ants|antes|ait) ; blocages? ; blocked ; stuck ; blocker ;
    a l'arret ; au point mort ; point mort ; stop(?:pe|pes|pee|pees)? ; impasse ;
    mal (?:embarque|parti|barre|engage|emmanche|oriente)(?:e|s|es)? ; (?:ca|on) part mal ; catastroph[a-z]+ ;
    desastre ; critiques? ; suspendu(?:e|s|es)? ; gele(?:e|s|es) ; a ?bandon(?:ne|nee|nes)? ; intenables? ;
    (?:ne |n')?(?:tiendra|tiendrons|tiendront|tient|tenons|tiendrai|respectera|respecterons) (?:pas|plus) ;
    echec ; echoue(?:e|s|es|nt)? ; n'y arriv(?:e|era|erons|ons)(?:a)? (?:pas|plus) ;
    (?:on|nous) (?:coule|coulons|est mal|est foutus?|est dans le mur|va dans le mur|fonce dans le mur|allons dans le mur) ;
    dans le mur ; dans les choux ; paralys[a-z]+ ; en rade ; foutu(?:e|s)? ; mort(?:e)?(?= pour) ;
    perdu(?:e|s|es)? (?:le|la|les|notre|nos|toutes?|tous|definitivement) ;
    (?:impossible|infaisable|plus possible) ; plus rien (?:ne )?(?:avance|bouge|marche|fonctionne) ;
    rien (?:ne |n')?(?:avance|marche) ; (?:jete|jette|jetons) l'eponge ; failed ; failing ; sos ; au secours ;
    pas de (?:solution|plan b|issue|visibilite du tout) ;
    (?:aucune|sans)(?: autre)? (?:solution|issue|alternative|porte de sortie)(?: de (?:repli|rechange|secours))? ;
    hors (?:service|delai|delais|budget|sujet|controle) ; ingerables? ; a l'eau ; en peril ; crise ;
    liquidation ; faillite ;
    (?:echeance|date|jalon|livraison|delai)s? (?:non tenue?s?|ratee?s?|manquee?s?|loupee?s?|depassee?s?) ;
    (?:rate|loupe|manque)e? (?:la|le|l'|notre) ?(?:echeance|date|jalon|livraison|fenetre|creneau|coche) ;
    plante(?:e|s)?(?= (?:total|complet|completement|la)) ; tout (?:est )?(?:casse|bloque|a refaire|tombe) ;
    enterre(?:e|s)? ; dead ; mal en point ; tres mal ; va mal ; vont mal ; va pas bien du tout ; fiasco ;
    cata ; ko ; hs ; down ; (?:en )?stand[- ]?by ; en pause ; en suspens ;
    (?:ne |n')?(?:peut|peuvent|pouvons|peux|pourra|pourrons|sait|savons) (?:pas|plus|rien)(?: (?:encore|du tout|vraiment))? (?:y )?(?:avancer|continuer|demarrer|commencer|livrer|faire|lancer|travailler|tenir|ouvrir|tester|deployer|signer|basculer) ;
    plus (?:de |d'|aucune? |personne|un )(?:budget|prestataire|dev|developpeur|moyens?|argent|credits?|ressources?|chef|equipe|serveur|financement|interlocuteur|solution|marge|editeur|hebergeur|reponse|nouvelles?|visibilite|candidat|porteur|pour)[a-z]* ;
    (?:on|nous|le|la|les|#+)(?: [a-z]+)? (?:ne |n')?(?:l'|le |la |les )?(?:rattrap|recuper)[a-z]+ (?:pas|plus|jamais) ;
    (?:va|allons|vont|va falloir|faut|faudra|devoir) (?:tout )?(?:devoir )?(?:fermer|abandonner|renoncer|arreter le projet|repartir de zero|stopper|tout refaire|tout recommencer) ;
    se (?:retire|desengage|desiste)(?:nt)? ; s'est (?:retire|desengage|desiste)e? ; prend l'eau ;
    (?:nous|on) (?:a )?(?:lache|plante|abandonne)s? ; infructueu(?:x|se) ; resilie(?:e|s)? ; rien ne va ;
    repartir de zero ; tout (?:a|est) (?:capote|tombe|foire|casse) ; capote ; sinistre ; irrecuperable ;
    voue a l'echec`),
};

/** Said of a part: a problem named, a piece of luck. Weaker than a verdict. */
export const hintWords: Readonly<Record<'good' | 'worry' | 'severe', RegExp>> = {
  good: words(String.raw`
    (?:ca|c'est|on|nous) repart(?:i|ons)? ; retour a la normale ; (?:tres )?constructi(?:f|ve|fs|ves) ;
    productiv[a-z]+ ; efficaces? ; (?:les autres |ils |elles )?(?:sont |est )?fans? ;
    (?:c'est|tres|un) bon signe ; accord de principe ; (?:unanim[a-z]+|unanimite) ;
    (?:gagne|gagnons|gagner|fait gagner|economise)(?:nt)? (?:du|un|une|\d+|deux|trois) ?[a-z]+ ;
    moins de (?:rejets|erreurs|papier|delais?|retards?) ; (?:tres |bien )?accueilli(?:e|s|es)? ;
    motive(?:e|s|es)? ; felicit[a-z]+ ; accelere[a-z]* ; franchi(?:e|s|es)? ; historique(?= *!) ; ca y est ;
    (?:premiers?|premieres?) (?:retours?|resultats?) (?:sont )?(?:bons?|tres|positi|encourag|excellent)[a-z]* ;
    impressionn[a-z]+ ; bluffant[a-z]* ; jolie? ; belle?s? ; superbe ; vivement (?:la suite|apprecie) ;
    bonnes? nouvelles? ; succes ; reussi(?:e|s|es|te)? ; carton(?:ne|s)? ; satisf[a-z]+ ; contente?s? ;
    heureu(?:x|se|ses) ; ravie?s? ; enthousias[a-z]+ ; apprecie[a-z]* ; salue[a-z]* ; plebiscit[a-z]+ ;
    (?:tres )?positi(?:f|fs|ve|ves) ; conquise?s? ; record ; (?:tres )?encouragean[a-z]+ ; prometteu[a-z]+ ;
    concluan[a-z]+ ; tres bon(?:s|ne|nes)? ; belle?s? (?:avancee|semaine|etape|progression|victoire)s? ;
    debloqu[a-z]+ ; (?:on|ca) respire ; soulag[a-z]+ ;
    enfin(?= (?!plutot|bref|bon|non|pas|c'est|on|je|ca|voila|voici|sinon|cette|du|#)[a-z]) ; happy ; great ;
    good (?:news|progress) ; success[a-z]* ; haut la main ; du premier coup ; les doigts dans le nez ;
    beaucoup mieux ; nette amelioration ; s'ameliore ; rattrap[a-z]+ ; mieux que (?:prevu|attendu|la) ;
    divise(?:e|s|es)? par ; en redemandent ;
    (?:date|ouverture|livraison|bascule|vague|lancement|mise en [a-z]+|budget|financement|calendrier|demarrage|jalon)s?(?: (?:du|de|le|la|en|au|des) ?[a-z0-9]+| est| sont| bien| maintenue?| le \d+| \d+)* confirme(?:e|s|es)? ;
    bon(?:s)? (?:retours?|accueil|echos?|resultats?) ; bel accueil ; (?:rassure|soulage|motive)(?:e|s|es)? ;
    zero (?:rejet|erreur|bug|anomalie|incident|defaut|plainte|perte|panne|regression|retard|souci|probleme|blocage)s? ;
    0 (?:rejet|erreur|bug|anomalie|incident|defaut|plainte|perte|panne|regression|retard|souci|probleme|blocage)s? ;
    repare(?:e|s|es)? ; retabli(?:e|s|es|t)? ; resolu(?:e|s|es)? ; refonctionne(?:nt)? ; remarche(?:nt)? ;
    (?:de|a) nouveau (?:normal|ok|operationnel|fonctionnel|disponible|accessible|en ligne)[a-z]* ;
    (?:fonctionne|marche|tourne|remonte|passe)(?:nt)? (?:de|a) nouveau ;
    (?:a|ont|avons|est|sont) (?:bien |enfin )?(?:repris|reparti|redemarre)(?:e|s|es)?(?! (?:la|le|les|du|de|a|contact|avec|en)(?![a-z])) ;
    emball[a-z]+ ; seduit[a-z]* ; enchante[a-z]* ; bluffe[a-z]* ; ador(?:e|ent|ons) ; fiere?s? ;
    elogieu(?:x|se|ses) ;
    chaleureu(?:x|se|ses) ; unanimes? ; sans reserves? ;
    retours? (?:usagers? |terrain |agents? )?(?:au top|sympas?|bons|geniaux|super|tres [a-z]+) ;
    plais(?:ent|ait) ; (?:a|ont) plu ;
    sort(?:i|is|ie|ons)? (?:enfin )?(?:de l'(?:orniere|impasse|auberge)|du tunnel|la tete de l'eau) ;
    (?:objectif|cible|attente)s?(?: [a-z]+)? (?:est |sont |largement )?(?:depasse|rempli|atteint)(?:e|s|es)? ;
    working ; smooth ; awesome ; nice ; good (?:job|feedback|results?) ; well received ; amelioration`),
  worry: words(String.raw`
    risques? ; risque de ; risqu(?:e|ent|ons) ; risks? ; attention ; warning ;
    points? (?:durs?|noirs?|d'attention|de vigilance|bloquants?) ; difficultes? ; soucis? ; problemes? ;
    problematiques? ; problem ; issue ; ennuis? ; hics? ; bemols? ; couacs? ; freins? ; obstacles? ;
    absen(?:t|te|ts|ce|ces) ; malade ; arret maladie ; departs? (?:de|du|d') ; demission[a-z]* ;
    (?:nous |qui )?quitte(?:nt)? ; dependances? ; dependency ; depend(?:ent)? (?:de|du|des|d') ;
    (?:anomalies?|bugs?|erreurs?|incidents?|failles?|dysfonctionnements?) (?:bloquant|critique|majeur|grave|serieu|important|recurrent)[a-z]* ;
    \d[\d,. ]{0,6}(?:m|mf|mxpf|k|f|xpf|millions?|francs?)? (?:xpf |de francs )?de plus(?! que la semaine) ;
    incidents? ; pannes? ; contentieux ; recours ; penalites? ; surcouts? ; expire(?:nt|ra)? ; vacante?s? ;
    delays? ; urgent(?:e|s)? ; urgence ; refus(?:e|ent|ee|es)? ; ne veu(?:t|lent) (?:plus|pas) ; hesit[a-z]+ ;
    points? d'alerte ; annul(?:e|ee|es|ees|ation|ations) ; rejete(?:e|s|es)? ;
    report(?= (?:d'une?|de|demande|probable|envisage|possible|a|au|annonce)(?![a-z])) ;
    plant(?:e|ee|es|ees|ent|age|ages)(?! d'arbres) ; crash[a-z]* ; bugg?(?:e|ee|es|ue|uee|ent|uent) ;
    casse(?:e|s|es|nt)? ; coupe(?:e|s|es)?(?= (?:depuis|par|par erreur|net|sans)| *(?:$|[.,;!])) ; coupures? ;
    satur[a-z]+ ; corrompu[a-z]* ;
    introuvables? ; illisibles? ; errone[a-z]* ;
    (?:donnees?|chiffres?|horaires?|resultats?|calculs?|montants?|adresses?)(?: [a-z]+){0,2} (?:sont |est )?fau(?:x|sse|sses) ;
    (?:nouve(?:au|lle)|gros(?:se)?|petite?|vrai|quelques|certains|plusieurs|des) (?:retard|decalage|contretemps|imprevu|cafouillage|loupe|accroc|flottement|frottement|friction|couac|malentendu)s? ;
    contretemps ; couacs? ; cafouill[a-z]+ ; accrocs? ; desistements? ; rollback ; rolled back ; timeouts? ;
    rejected ; missed ;
    (?:est|sont|soit|tombe|tombent|tombee?s?) malades? ; conge maladie ;
    reserves? (?:de|du|des|sur|emise)[a-z]* ;
    resistances? ; reticen[a-z]+ ; conflits? ; desaccords? ;
    plus (?:cher|chers|chere|long|longs|longue|eleve|eleves)(?: que)? ; a la baisse ; cyclone ; greves?`),
  severe: words(`
    avis (?:negatif|defavorable)s? ; defavorables? ; retoque(?:e|s|es)? ;
    (?:est|sont|ete|se fait|s'est fait) recale(?:e|s|es|r)? ; invalide(?:e|s|es)? ; veto ;
    refuse(?:e|s|es)? (?:par|de|notre|la|le|les|l'|d'|en) ;
    (?:a|ont|est|sont|ete|etait) (?:ete )?refuse(?:e|s|es)? ;
    (?:a|ont|est|sont|ete) (?:ete )?rejete(?:e|s|es)? ;
    (?:casse|coupe|arrete|plante|down|hs)(?:e|s|es)? depuis`),
};

/** Neutral things called by worrying words: a piece of work, not how it goes. */
export const neutralNames = words(`
    (?:analyse|gestion|cartographie|registre|matrice|plan|suivi|cellule|etude|note|liste|revue|journal|tableau|module|page|ecran|procedure|outil|fiche|systeme|comite|rapport|gestionnaire|declaration|signalement|statistiques?)s? (?:de |des |du |d'|de gestion des? )(?:la |les |l')?(?:risques?|incidents?|anomalies?|alertes?|crises?|retards?|problemes?|reprise|continuite|erreurs?|rejets?|absences?|conges|plaintes?|reclamations?|litiges?|pannes?|refus|recours|penalites|urgences?|rupture) ;
    tests? (?:d'intrusion|de (?:charge|panne|reprise)) ;
    (?:numero|numeros|service|services|appel|appels) d'urgence ; formulaire de reclamation ;
    (?:prise en charge|arret) maladie ; moyens? de recours ; voies? de recours`);

/** The tone of a message, whatever it is about: weaker than a hint of what happened, but wide. */
export const toneWords: Readonly<Record<'good' | 'worry', RegExp>> = {
  good: words(`
    du tonnerre ; a (?:fond|plein regime|toute vitesse|plein gaz|pas de geant) ; plein (?:gaz|pot) ;
    en (?:pleine )?forme ;
    lettre a la poste ; victoires? ; youpi ; hourra ; alleluia ; yeah ; yay ; yes ; youhou ; cool ; chouette ;
    extra ;
    formidables? ; magnifiques? ; remarquables? ; splendides? ; fantastiques? ; merveilleu(?:x|se) ;
    epatan[a-z]+ ;
    bonnes? surprises? ; agreables? ; c'est gagne ; pari (?:gagne|tenu|reussi) ; aisement ; facilement ;
    sans peine ;
    (?:plateforme|prod|production|serveur|systeme|service|appli|application|version|site|api)(?: est| reste| desormais| bien)* (?:stable|robuste|solide|fiable|rapide|fluide)s? ;
    hate de ; impatients? de ; dynamiques? ; constance ;
    (?:cadence|rythme|cap|engagement|promesse|contrat|pari)s? (?:est |sont |toujours |bien )?(?:tenu|respecte|maintenu|rempli)(?:e|s|es)? ;
    plus (?:vite|rapide|rapidement|tot|simple|facile|fluide|leger) que (?:prevu|attendu|l'an|la|le) ;
    moins (?:cher|chere|long|longue|complique|compliquee|dur|difficile|lourd) que (?:prevu|attendu|l'an|la|le) ;
    (?:tous|toutes|tout|toute)(?: [a-z]+){0,2} (?:en place|au rendez-vous|au vert|a jour|presents?|au top|conformes?|operationnel(?:le)?s?|motives?|prets?|pretes?) ;
    sans (?:aucune?|la moindre|le moindre|une? seule?) [a-z]+ ; pas une? seule? [a-z]+ ;
    pas la moindre [a-z]+ ; pas le moindre [a-z]+ ;
    convaincu(?:e|s|es)? ; convaincan[a-z]+ ; appreciab[a-z]+ ; moral ; bien rod[a-z]+ ; bien huil[a-z]+ ;
    mobilis(?:e|ee|es|ees) ; bonne ambiance ;
    (?:est|sont|reste|restent|semblent?) (?:tres |plutot |globalement |vraiment |assez )?(?:bon|excellent|positif|satisfaisant|sain|favorable|encourageant|au vert)(?:ne|e|nes|es|s)? ;
    sans (?:broncher|sourciller|faillir|flechir|ciller|trembler|faiblir|peiner|forcer) ; encaisse(?:nt)? ;
    goupill[a-z]+ bien ; proud ; fantastic ; amazing ; excellent ; perfect(?:ly)? ;
    (?:beaucoup|bien|nettement|tellement|deja|vraiment) plus (?:simple|rapide|facile|fluide|clair|efficace|pratique|agreable|lisible|leger|vite)(?:e|s|es)? ; restaure(?:e|s|es)? ;
    aux anges ; boule de neige ; regal[a-z]* ; love(?:s|d)? ; se bouscul[a-z]+ ; font la queue pour ;
    en demandent plus ; mord(?:ent)? (?:a l'hamecon|enfin) ; ravissement ; bluff[a-z]* ; gain de temps ;
    brillan[a-z]+ ; efficacement ; belle reussite ; mission accomplie ; objectif (?:atteint|rempli) ;
    dans la poche ; a portee de main ;
    on peut (?:etre|souffler|respirer|se rejouir) ; se rejoui[a-z]+ ; rejoui[a-z]+ ; fluidite ; delighted ;
    excited ; pleased ; thrilled ; glad`),
  worry: words(String.raw`
    plomb dans l'aile ; bat(?:tent)? de l'aile ; (?:fait|font) des siennes ; ren(?:d|du|dre|dent) l'ame ;
    sent le (?:roussi|brule|sapin) ; pas sortis? de l'auberge ;
    mince affaire ; (?:au )?bout du rouleau ; tir[a-z]+ la (?:langue|sonnette) ; se fait prier ;
    a la ramasse ; en carafe ; la semoule ; but(?:e|ent|ons) sur ; achopp[a-z]+ ; se heurt[a-z]+ ;
    (?:on|nous) (?:cale|calons|seche|sechons|bute|butons|peine|peinons|rame|ramons|galere|galerons|pedale|pedalons|souffre|souffrons)(?= *(?:$|[.,;!]| sur| pour| avec| dans)) ;
    panne seche ;
    plus de (?:temps|travail|mal|budget|moyens|monde) que ;
    (?:prend|prennent|prendre|prendra) (?:beaucoup|trop|plus|enormement) de temps ;
    (?:est|sont|reste|restent) (?:tres |plutot |vraiment |assez )?(?:mauvais|mediocre|decevant|inquietant|fragile|precaire|bancal|confus)(?:e|es|s)? ;
    je le sens (?:pas|moyen|mal) ; siennes ;
    bugs? ; regrets? ; a regret ; malheureusement ; helas ; unfortunately ; sadly ; aie ; argh+ ; grr+ ; pff+ ; oula[h]? ; houla ; zut ;
    mince ; gloups ; ouille ;
    pataug[a-z]+ ; pagaille ; bazar ; foutoir ; bordel ; bacle(?:e|s|es)? ; bancal(?:e|s|es)? ;
    boiteu(?:x|se) ; precaires? ; vulnerab[a-z]+ ;
    failles? ; intrusions? ; defaill[a-z]+ ; defectueu[a-z]+ ; malfacons? ; dysfonctionn[a-z]+ ;
    ral(?:e|ent|er|aient)(?! bol) ; grogn[a-z]+ ; gronde ;
    agac[a-z]+ ; exasper[a-z]+ ; decourag[a-z]+ ; demotiv[a-z]+ ; fatigu[a-z]+ ; lassitude ; frustr[a-z]+ ;
    decev[a-z]+ ; deception ; regrettables? ;
    balade(?:nt)? ; mene(?:nt)? en bateau ; (?:se )?renvoi(?:e|ent) la balle ; bott[a-z]+ en touche ;
    l'autruche ; le jeu(?= *pas) ; batons dans les roues ;
    frein(?:e|ent|er|ee|ees|es) ; entrav[a-z]+ ; retard(?:e|ent|er|ee|es|ees) ; plomb(?:e|ent|er) ;
    alourdi[a-z]* ; coute(?:nt)? (?:trop )?cher ;
    a cote de la plaque ; rat(?:e|ee|es|ees)(?! de) ; foir(?:e|ee|es|ees) ; loup(?:e|ee|es|ees) ;
    mauvaise?s? ; pires? ; mediocres? ; nul(?:le)?s? (?:a chier|en) ; inacceptables? ;
    inadmissibles? ; pas normal ; anorma[a-z]+ ; bizarres? ; incoheren[a-z]+ ; incomplet[a-z]* ;
    incompatib[a-z]+ ; inadapte[a-z]* ; insatisf[a-z]+ ; imprecis[a-z]* ;
    en prend un coup ; coups? dur ; coup de frein ; revers ; tuiles? ; pepins? ; il y a un os ;
    casse[- ]tete ; imbroglio ; bourbier ; bras de fer ; mise en demeure ; sanctions? ;
    demissionnaires? ; difficilement ; peniblement ;
    (?<!pas |peu |guere )trop (?!bien|content|cool|bon|top|fort|hate|heureu|fier|la classe)(?:d'[a-z]+|[a-z]+) ;
    (?<!reste |manque |plus )(?:seulement|a peine|uniquement) (?:\d+|un|une|deux|trois|quatre|cinq|la moitie|un tiers|un quart)(?! jours| heures| minutes| secondes| ?%| semaine) ;
    moins (?:de |d')?[a-z]+ que (?:prevu|attendu|l'an|la semaine) ; (?:aurait|auraient|aurions) du ;
    devait(?: deja)? etre ;
    (?:ne |n'a |n'ont |on n'a )?(?:comprend|comprends|comprenons|compris) (?:pas|rien) ; pas compris ;
    inexpliqu[a-z]+ ; on surveille ; je surveille ; a l'aide ; besoin d'aide ;
    beaucoup de (?:rejets?|erreurs?|anomalies?|bugs?|plaintes?|absences?) ;
    plein (?:de |d')(?:rejets?|erreurs?|anomalies?|bugs?|soucis?|problemes?) ; sac de noeuds ; usant[a-z]* ;
    epuisant[a-z]* ;
    (?:de )?plus en plus (?:dur|difficile|complique|tendu|lent|lourd|rare|cher)[a-z]* ; hors[- ]jeu ;
    grippe(?:e|s)? ; enraye(?:e|s)? ;
    (?:il y a|ya|y a) (?:un|du|des) (?:loups?|eau dans le gaz|hic|bug|malaise) ; eau dans le gaz ;
    mesentente ; quiproquo ; malentendus? ; reproch[a-z]+ ; plaintes? ; colere ; furieu(?:x|se)s? ;
    fach[a-z]+ ; hostiles? ; opposes? ; boycott[a-z]* ; fronde`),
};

/** Nouns and adjectives whose denial is good news: « pas de blocage », « aucun retard », « rien de grave ». */
export const deniable = words(`
    (?:retours?|avis|echos?) negatifs? ; negatifs? ; blocages? ; bloquante?s? ; bloque(?:e|s|es)? ; retards? ;
    en retard ; risques? ; soucis? ; problemes? ; probleme ; difficultes? ; alertes? ;
    points? (?:bloquants?|durs?|noirs?|d'attention|de vigilance) ; bugs? ; anomalies? ; incidents? ;
    inquietudes? ; inquiet(?:s|e|es|ant)? ; glissements? ; derapages? ; derive ; obstacles? ; freins? ;
    hics? ; couacs? ; ecarts? de planning ; erreurs? ; rejets? ; pannes? ; regressions? ; graves? ;
    particulier ; special ; alarmante?s? ; critiques? ; mauvaises? surprises? ; surprises? ; ombres? ;
    point noir ; tensions? ; dramatique ; complique ; urgent ; plaintes? ; blockers? ; issues? ; risks? ;
    inquietants? ; preoccupants? ; ennuis? ; encombre ; accrocs? ; bloque ; reserves? ; verrous? ; doutes? ;
    points? d'alerte ; litiges? ; coupures? ; interruptions? ; decalages? ; depassements? ; surcouts? ;
    derives? ;
    stress ; conflits? ; oppositions? ; contretemps ; points? (?:en suspens|ouverts?|rouges?|negatifs?) ;
    deboires? ;
    mauvaises? nouvelles? ; anicroches? ; pepins? ; galeres? ; casse ; drames? ; show[- ]?stoppers? ;
    problems? ;
    rate(?:e|s|es)? ; failles? ; vulnerabilites? ; bugs? majeurs? ; pertes? ; reclamations? ; reproches?`);

export const negationBefore =
  /(?<![a-z])(?:pas|aucune?|sans|rien|ni|zero|0|jamais|nulle?|non|no|not|without|plus(?= (?:de |d'|aucune? |en |du |vraiment )?$)|n'est plus|ne sont plus|est plus|sommes plus|sont plus|plus aucune?|guere|peu)(?: +(?:de|d'|du|des|un|une|le|la|en|est|a|ete|encore|vraiment|tres|trop|si|plus|aucune?|gros|grosse|gros|majeur|grande?|reel|nouveaux?|nouvelle|autre|particulier|plus|ne|n'|tant|tellement|completement|totalement|special|specialement|autres|petit|sont|sommes|etre|veritable|ni|real|major|to|ete|petits|l'|moindre|par|trop de)| *d'| *l'| *n')* *$/;

export const negationAfter = /^(?:nt)? +(?:pas|plus|rien|aucune?|personne|jamais)(?![a-z])/;

/** The trouble is over: « blocage levé », « retard rattrapé ». */
export const solved = words(`
    leve(?:e|s|es)? ; resolu(?:e|s|es)? ; resorbe(?:e|s|es)? ; regle(?:e|s|es)? ; rattrape(?:e|s|es)? ;
    corrige(?:e|s|es)? ; debloque(?:e|s|es)? ; derriere nous ; termine(?:e|s|es)? ; ecarte(?:e|s|es)? ;
    passe(?:e)?(?= depuis) ; retabli(?:e|s|es)? ; repare(?:e|s|es)? ; absorbe(?:e|s|es)? ; comble(?:e|s|es)? ;
    solved ; fixed ; resolved ; unblocked ; fini(?:e|s)? ; clos(?:e|es)? ; purge(?:e|s|es)? ;
    saute(?:e|s|es)? ; disparu(?:e|s|es)? ; envole(?:e|s|es)? ; aplani(?:e|s|es)? ; oublie(?:e|s|es)? ;
    surmonte(?:e|s|es)? ; de l'histoire ancienne ; neutralise(?:e|s|es)? ; evite(?:e|s|es)? ;
    maitrise(?:e|s|es)? ; contourne(?:e|s|es)? ; dissipe(?:e|s|es)? ; pourvu(?:e|s)? ; soldee?s?`);

/** A way out: what would be stuck is only at risk. */
export const wayOut = words(`
    (?:ca|c'est|on|nous) repart(?:i|ons)?(?! (?:de|a) (?:zero|la case)) ; retour a la normale ; plan b ;
    contourn[a-z]+ ; solutions?(?: de (?:repli|rechange|secours|contournement))? ;
    palliati[a-z]+ ; rattrap[a-z]+ ; en attendant(?!,? (?:on|nous) (?:ne |n')?(?:peut|peux|pouvons|avance)) ;
    fix ; mitigation ; reorganis[a-z]+ ; parade ; mediation ; correctifs? ;
    ca devrait ; devrait (?:aller|tenir|suffire|passer|permettre)[a-z]* ;
    (?:on|nous) (?:corrige|corrigeons|repare|reparons|purge|etudie|etudions|cherche|cherchons|regarde|regardons|revoit|adapte|adaptons|mobilise|ajuste|ajustons) ;
    en cours de (?:correction|reparation|traitement|remplacement|recrutement) ;
    (?:depannage|remplacement|correction|purge|reparation) (?:en cours|prevue?|demain|lundi|mardi|mercredi|jeudi|vendredi) ;
    (?:l'editeur|le prestataire|le support|l'equipe|l'hebergeur) (?:regarde|travaille|corrige|cherche|investigue|s'en occupe|est dessus) ;
    (?:permettra|permettrait|permettre) (?:de|d'|a) ; phasage ; relais ; prend le relais ; prendre le relais ;
    interim ;
    (?:on|nous) (?:compense|continue|continuons|avance|avancons|s'organise|travaille|travaillons|poursuit|poursuivons|trouve|negocie|relance)[a-z]* ;
    alternatives? ; renforts? ; provisoire(?:ment)? ; temporaire(?:ment)? ; workaround ;
    plan de secours ; mode degrade ; espoir ; espere[a-z]* ;
    retabli ; ca devrait (?:se|etre|rentrer|repartir) ;
    devrait (?:etre |se )?(?:debloqu|arriver|resou|rentrer|repartir|regl)[a-z]* ; replanifi[a-z]+ ; repli ;
    gagner du temps ; remplacant[a-z]* ; partiellement ; en partie ;
    en cours de (?:resolution|deblocage|reglement|regularisation) ;
    reprise (?:prevue|attendue|lundi|mardi|mercredi|jeudi|vendredi) ; rentre dans l'ordre ; on gere ;
    rdv (?:pris|cale|fixe) ; mais (?:rien de|pas) (?:grave|bloquant|dramatique)`);

/** The clause speaks of another time. */
export const pastTime = words(`
    (?:la |les )?(?:semaine|sem|mois|fois|annee|trimestre) (?:derniere?|dernier|passee?|precedente?|d'avant) ;
    s[- ]1 ; (?<!depuis )hier ; avant[- ]hier ; auparavant ; precedemment ; jusqu'ici ; jusque la ;
    jusqu'a present ; etait ; etaient ; etions ; etais ; on avait ; nous avions ; j'avais ; avions ;
    avait mis ; last week ; was ; were ; le mois dernier ; au dernier point ; au point precedent`);

/** The clause supposes, wishes or avoids. */
export const supposed =
  /(?<![a-z])(?:si(?= +[a-z#])|s'il|s'ils|sinon(?= +(?:on |ca |c'est |nous |le |la |les |il )?(?:rouge|passe|va|bascul|sera|risqu|tout|orange|bloc|bloqu))|au cas ou|en cas de|pour eviter|afin d'eviter|evit(?:e|er|ent|ant)|pourrait|pourraient|risque(?:nt|r|s)? d(?:e|'|u|es)|risk of|risque|faute de quoi|a moins que|tant que|if|unless|avant que|pour ne pas|pour pas|sous reserve|empecher|empeche)(?![a-z])/;

/** « malgré », « hormis »: what follows does not decide. */
export const concession =
  /(?<![a-z])(?:malgre|en depit d[eu]|hormis|a part|excepte|meme si|bien que|quoique|mis a part|en dehors d[eu]|despite|except)(?![a-z])/;

// ── lists ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const listLabels: Readonly<Record<'done' | 'next' | 'risks' | 'decisions', string>> = {
  done: "(?:deja |ce qui est |ce qu'on a |travail |travaux )?(?:faits?|fait cette semaine|realise(?:e|s|es)?|realisations?|termine(?:e|s|es)?|acheve(?:e|s)?|acquis|livre(?:e|s|es)?|avancees?|accomplis?|done|effectue(?:e|s)?|bilan(?: de la semaine)?|cette semaine|faits marquants|temps forts|actions? realisees?|boucles?|completed|livrables?)",
  next: '(?:les |la |le |nos )?(?:prochaine?s? (?:etapes?|actions?|taches?|jalons?|echeances?|travaux|rendez-vous|rdv|steps?)|etapes? suivantes?|next(?: steps?)?|suite|a (?:faire|venir|suivre|prevoir|planifier)|(?:il )?reste(?:nt|s)?(?: a faire)?|reste a faire|ensuite|la suite|semaine prochaine|actions? a (?:venir|mener)|to ?do|prevus?|prevu (?:la )?semaine prochaine|raf|en cours|planifie|s\\+1|perspectives|demain|apres)',
  risks:
    "(?:les |le |un |mon |seul |principal |gros |petit |nos )?(?:risques?(?: (?:identifies?|majeurs?|principal|principaux))?|risks?|alertes?|points? (?:d'attention|de vigilance|d'alerte|durs?|noirs?|bloquants?|sensibles?|negatifs?)|vigilance|blocages?|difficultes?(?: rencontrees?)?|problemes?|soucis?|freins?|bloque|bloquant|obstacles?|bemols?|inquietudes?|hics?|dependances?|issues?|blockers?|irritants?|attention|warning)",
  decisions:
    "(?:la |les |une |un )?(?:decisions?(?: (?:attendues?|demandees?|a prendre|requises?|necessaires?|needed))?|arbitrages?(?: (?:attendus?|demandes?|necessaires?|requis|a rendre|souhaites?))?|a (?:decider|trancher|valider|arbitrer)|validations? (?:attendues?|demandees?)|besoins?(?: d'arbitrage| de decision)?|demandes?(?: d'arbitrage| de decision| au comite| au copil)?|attentes?|questions? (?:a trancher|ouvertes?)|attendu (?:du|de la) [a-z]+|go/no[- ]?go|decision needed|ask)",
};

/** Cues that open or fill a clause. */
export const nextCues = words(String.raw`
    prochaine?s? (?:etapes?|actions?|jalons?|echeances?|versions?|livraisons?|ateliers?|comites?|reunions?|lots?|taches?|rdv) ;
    next(?: steps?| week)? ; ensuite ;
    reste(?:nt|ra)?(?! a \d)(?: plus qu'?a?)?(?: a| la| le| les| l'| encore| plus| juste| seulement| que| d) ;
    il reste ; restent?(?= +\d) ; a faire ; a venir ; la suite ;
    (?:on|nous|je|j') ?(?:va|allons|vais) [a-z]+(?:er|ir|re|oir) ;
    (?:on|il|elle|ca|#+|equipe|prestataire) [a-z]{2,}ra ; je [a-z]{2,}rai ; nous [a-z]{2,}rons ;
    (?:ils|elles|#+) [a-z]{2,}ront ; (?:on|nous) (?:peut|pouvons) [a-z]+(?:er|ir|re|oir) ; on passe (?:a|commande|en|par) ;
    (?:la |des la |cette )?semaine (?:pro|prochaine|suivante|qui vient|d'apres) ; (?:le )?mois prochain ;
    next week ; (?:lundi|mardi|mercredi|jeudi|vendredi|samedi)(?: (?:prochain|pro|matin|apres-midi))? ;
    demain ; apres-demain ; bientot ; prochainement ;
    (?:d'ici|dans) (?:a |la |le |fin |\d+|une|deux|trois|quelques|quinze) ;
    prevu(?:e|s|es)? (?:le|la|pour|en|au|mi|fin|debut|lundi|mardi|mercredi|jeudi|vendredi|demain|semaine|a|dans|d'|cette|avant) ;
    planifie(?:e|s|es)? (?:le|pour|en|au|mi|fin) ;
    programme(?:e|s|es)? (?:le|pour|en|au|mi|fin|lundi|mardi|mercredi|jeudi|vendredi) ;
    cale(?:e|s|es)? (?:le|pour|au|lundi|mardi|mercredi|jeudi|vendredi) ;
    (?:avant|pour|vers) (?:le \d|la fin|fin|mi-|lundi|mardi|mercredi|jeudi|vendredi|noel|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) ;
    on (?:attaque|demarre|lance|enchaine|prepare|corrige|finit|termine|commence|passe a|bascule|livre|ouvre|boucle|forme|deploie|teste|relance|reprend|elargit|presente|installe|rencontre) ;
    nous (?:attaquons|demarrons|lancons|preparons|corrigeons|finissons|terminons|commencons|basculons|livrons|ouvrons|bouclons|formons|deployons|testons|relancons|reprenons) ;
    on (?:deploy|ship|merge|release|push|demo|passe en)s? ; puis ; to do ; todo ;
    (?:objectif|cible|echeance|jalon) *:?`);

export const riskCues = words(`
    risque(?:s|nt|ons)?(?: de| sur| d'| que| pour)? ; risks? ;
    points? (?:d'attention|de vigilance|d'alerte|durs?|noirs?|bloquants?) ; attention ; vigilance ;
    difficultes? ; soucis? ; problemes? ; blocages? ; bloqu(?:e|es|ee|ees|ent|ant|ants) ; freins? ; retards? ;
    en retard ; absen(?:t|te|ce)s? ; inquiet[a-z]* ; craintes? ; on craint ; crain[a-z]+ ; menac[a-z]+ ;
    dependances? ; depend(?:ent)? (?:de|du|des|d') ; gliss[a-z]+ ; derap[a-z]+ ;
    toujours (?:pas|aucun|aucune|rien|bloque|en attente) ;
    pas (?:de|d') ?(?:reponse|nouvelle|retour|visibilite)s? ; sans (?:reponse|nouvelles|retour|relecture) ;
    manqu(?:e|ent|ons)(?: de| d')? ; il manque ; incertain[a-z]* ;
    pas (?:encore |toujours )?(?:garanti|confirme|assure|tranche|signe|livre|recu|valide|commande)[a-z]* ;
    (?:a )?pas (?:encore )?(?:livre|repondu|signe|rendu) ; non (?:signe|livre|confirme|garanti|valide)[a-z]* ;
    expire(?:nt|ra)? ; depart (?:de|du|d') ; part (?:vendredi|lundi|fin|en fin|bientot|le|en conge) ;
    demission[a-z]* ; vacant[a-z]* ; ca (?:va )?(?:coince|coincer|bloque|bloquer|craint) ; surcout[a-z]* ;
    tendu[a-z]* ; instable[s]? ; en panne ; blocked ; delay(?:s|ed)? ; penurie ; fragile[s]? ;
    ne repond(?:ent)? (?:pas|plus) ; repond(?:ent)? (?:pas|plus) ; refus[a-z]* ; compromet[a-z]* ;
    galer[a-z]+ ; traine(?:nt)? ; bug(?:s)? (?:bloquant|critique|majeur)s? ; tombent`);

export const decisionCues = words(`
    decisions? ; arbitrages? ; arbitrer ; trancher? ; tranche(?= ) ;
    (?:faut|faudra|faudrait|doit|devons|besoin de|a|reste a) (?:qu'on |vite |encore )?(?:decider|decide|trancher|arbitrer|choisir|statuer|se positionner) ;
    a (?:valider|arbitrer|trancher|decider|choisir) (?:par|en|avant|au|avec) ;
    besoins? (?:d'une?|de la|du|de|d'|que|qu'|urgent) ; (?:j'ai|on a|nous avons|avons|avoir) besoin ;
    (?:on|nous|je) (?:demande|demandons|sollicite|sollicitons|souhaite|souhaitons|voudrait|voudrions)(?: que| qu'| a| l'| le| la| un| une| d'| votre|nt|ons)? ;
    demandes? (?:d'arbitrage|de validation|d'accord|de decision|de report|au comite|de (?:derogation|budget|rallonge|credits?|renfort)) ;
    (?:on|nous|je|j') ?(?:attend|attends|attendons) (?:votre|ton|le|un|une|l'|la)? ?(?:go|feu vert|accord|decision|arbitrage|validation|aval) ;
    (?:merci|priere) d(?:e|') ?(?:bien vouloir )?(?:trancher|valider|decider|arbitrer|confirmer|signer|nous dire|vous positionner|choisir) ;
    (?:votre|ton|l'|un|de l'|d'un) ?(?:accord|aval|feu vert|go)(?= (?:pour|sur|de|du|avant|necessaire|attendu|requis)) ;
    accord (?:necessaire|attendu|requis) ; validation (?:attendue|necessaire|requise|du|de la|par) ;
    go ?/ ?no[- ]?go ; qui (?:decide|tranche|porte|valide|arbitre|paie|paye|signe) ; oui ou non ; faut[- ]il ;
    peut[- ]on (?:valider|engager|lancer|signer|commander) ;
    (?:devez|devrez|doit|doivent|pouvez-vous|pourriez-vous) (?:trancher|valider|decider|arbitrer|signer) ;
    signature (?:attendue|necessaire|du|de la|avant|urgente) ; decision needed ;
    need(?:s|ed)? (?:a |your |an? )?(?:decision|approval|go) ;
    au (?:comite|copil|sg|dg|directeur|secretaire general|lead) de (?:trancher|decider|choisir|valider)`);

/** Nothing new is also a report. */
export const unchanged = words(`
    rien de (?:neuf|nouveau|special|particulier|plus) ; pas de (?:nouveaute|changement|nouveau|news|neuf)s? ;
    inchangee?s? ; (?:rien|pas) (?:n'|ne )?(?:a )?(?:change|bouge) ;
    meme (?:point|situation|statut|etat|meteo|chose) que ; statu quo ; no change ; nothing new ; no news ;
    same as (?:last|before)`);

/** A decision that was taken is news. */
export const decisionTaken = words(`
    (?:decision|arbitrage|validation|signature|accord)s? (?:[a-z]+ )?(?:prise?s?|rendue?s?|obtenue?s?|actee?s?|recue?s?|tombee?s?|favorables?|faite?s?|donnee?s?) ;
    (?:a|ont|avons|est|ete) (?:ete )?(?:decide|tranche|valide|arbitre|acte)[a-z]* ;
    arbitrage (?:du|de la|de) [a-z ]{2,20} (?:recu|obtenu|rendu) ; pas besoin ; plus besoin ; aucun besoin ;
    feu vert (?:du [a-z]+ |de la [a-z]+ |de l'[a-z]+ )?(?:recu|obtenu|donne) ; recueil d[a-z' ]{1,8}besoins? ;
    expression d[a-z' ]{1,8}besoins? ; analyse d[a-z' ]{1,8}besoins? ;
    pas de decision(?: attendue| a prendre)? ; aucune decision`);

/** Something happened: past participles and events of a project's life. */
export const newsCues = words(String.raw`
    equipe ; fournisseur ; editeur ; planning ; calendrier ; budget ; hebergeu?r[a-z]* ; reunion (?:avec|de) ;
    accord ; validation ; notification ; feu vert ; go (?:de|du|des|obtenu|donne|recu|officiel)[a-z]* ;
    avis (?:favorable|positif|negatif|defavorable)s? ;
    (?:termin|boucl|achev|livr|valid|publi|deploy|sign|mont|install|configur|test|form|import|migr|corrig|integr|raccord|connect|equip|distribu|diffus|envoy|adress|lanc|demarr|commenc|presente|organis|anim|redig|post|relanc|nomm|recrut|command|achet|pay|notifi|attribu|depouill|analys|relev|ouvr|ferm|not|arriv|partag|actualis|vot|adopt|approuv|acte|numeris|depos|traite|cre|repondu|retenu|revu|obten|recrut|identifi|recens|rencontr|paramet?r|automatis|realis|finalis|prepar|stabilis|cadr|maquett|prototyp|develop|audit|chiffr|negoci|accept|refus|expediee?|pose|branch|bascul|accueill|sensibilis|visit|controle|indexe|anonymis|nettoy|dedoublonn|document|securis|heberg|homologu|certifi|programm|decal|report|annul|suspend|repar|resol|debloqu|regle)(?:e|es|ee|ees|u|us|ue|ues|i|is|ie|ies|ant) ;
    fait(?:e|s|es)? ; fini(?:e|s|es|t)? ; recu(?:e|s|es)? ;
    mise?s? en (?:service|ligne|prod(?:uction)?|place|oeuvre|recette|test) ; tenu(?:e|s|es)? ; clos(?:e|es)? ;
    ouverte?s? ; ok ;
    en (?:prod|production|ligne|recette|test|tests|cours|preprod|place|service|attente|stand-by|standby|pause|phase) ;
    prete?s? ; pret ; (?:a|ont|avons) [a-z]+(?:e|i|u|is|it) ; repondu ; dispo(?:nible)?s? ; recette ;
    livraison ; deploiement ; migration ; formation ; atelier ; bascule ; pilote ; devis ; marche ;
    prestataire ; convention ; cahier des charges ; cdc ; maquettes? ; prototype ; tests? ; mep ; lot \d ;
    inscri(?:t|te|ts|tes) ; \d+ [a-z]{4,}s [a-z]{3,}s ; sprint ; backlog ; v\d ; jalon ; copil ; comite ;
    avance(?:nt|e|es)? ; avancees? ; progresse(?:nt)? ;
    demarrage ; livrables? ; parti(?:e|s|es)? ; arrive(?:nt)? ; done ; signed ; delivered ; deployed ; live ;
    shipped ; finished ; completed ; started ; rien de (?:neuf|nouveau) ;
    pas de (?:nouveaute|changement|nouveau|news|neuf) ; inchangee? ; idem ; stable ;
    meme (?:chose|point|situation|statut|etat) ; statu quo ; passe(?:nt|e|es)? (?:a|de|en) ; monte ;
    depuis (?:lundi|mardi|mercredi|jeudi|vendredi|hier|le|la) ; (?:cette|la) semaine ; premiers? ;
    premieres? ;
    \d+ (?:nouveaux|nouvelles|sur \d+|agents|communes|dossiers|ecoles|usagers|demandes|comptes|sites|mairies|fiches|jeux)`);

// ── progress ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const progressNoun =
  "(?:avancement|avancee?s?|avance|progression|progres|progress|realisation|realise|complet(?:ion|e|ude)?|completion|done|total|global(?:ement)?|taux d'? ?avancement|av\\.?|ensemble|projet)";

/** Nouns whose share is not the project's progress. */
export const metricNoun = words(`
    couvert(?:e|s|es)? ; taux (?:de|d')(?! ?(?:avancement|realisation|completion|progression)) ; budgets? ;
    budgetaire ; credits? ;
    enveloppe ; couverture ; satisfaction ; satisfaits? ; participation ; adoption ; disponibilite ; uptime ;
    hausse ; baisse ; augment[a-z]+ ; redui[a-z]+ ; reduction ; gain ; gagne ; economi[a-z]+ ; remise ;
    rabais ; tva ; inflation ; erreurs? ; ecarts? ; rejets? ; reponses? ; charge (?:cpu|serveur) ; cpu ;
    memoire ; temps partiel ; mi-temps ; etp ; surcout ; plus cher ; moins cher ; depassement ; marge ;
    probabilite ; chances? ; part de ; subventions? (?:a|de) ; cofinanc[a-z]+ ; financ[a-z]+ ; penalites? ;
    frequentation ; trafic ; utilisation ; usage ; precision ; fiabilite ; qualite ; consomme(?:e|s|es)? ;
    engage(?:e|s|es)? (?:sur le budget|en credits) ; remplissage ; acompte ; avance versee ; rempli ;
    abandon ; presence ; divis[a-z]+ ; augmentation ; diminu[a-z]+ ; chute ; bonus ; connexions? ;
    temps de (?:reponse|traitement|recherche) ; conformite ; accessibilite ; rgaa ; retours? ; ont repondu ;
    votes? ; favorables? ; tests? (?:verts?|passants?|ok)`);
