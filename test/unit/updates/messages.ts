import type { Health } from '../../../src/shared/health.ts';
import type { ReadableProject } from '../../../src/updates/read-message.ts';

/** Projects that have nothing to do with the sample data; some names contain words the rules look for. */
export const projects: readonly ReadableProject[] = [
  { key: 'BILL', name: 'Billettique des transports en commun (Tanéo)', organisation: 'SMTU' },
  { key: 'VACC', name: 'Carnet de vaccination électronique', organisation: 'DASS' },
  { key: 'CANT', name: 'Inscription en ligne à la cantine et au périscolaire', aliases: ['kiosque famille'] },
  { key: 'EAUP', name: "Suivi de la qualité de l'eau potable" },
  { key: 'ETAT', name: "Actes d'état civil dématérialisés" },
  { key: 'TELM', name: 'Télémédecine dans les dispensaires' },
  { key: 'DECH', name: 'Collecte des déchets : signalement citoyen' },
  { key: 'PERM', name: 'Permis de construire en ligne', organisation: 'Province Sud' },
  { key: 'SIRH', name: 'SIRH paie et carrières' },
  { key: 'QUAI', name: 'Gestion des quais (port autonome)' },
  { key: 'ALRT', name: 'Alerte tsunami par SMS' },
  { key: 'OBSR', name: 'Observatoire des risques littoraux' },
  { key: 'BIBL', name: 'Réseau des bibliothèques municipales' },
  { key: 'FIB2', name: 'Raccordement fibre des écoles' },
];

/** `project` null: none can be read. A field left out is not checked; `progress: null` means none is to be read. */
export interface Expected {
  readonly project?: string | null;
  readonly health?: Health | null;
  readonly progress?: number | null;
  readonly next?: readonly string[];
  readonly risks?: readonly string[];
  readonly decisions?: readonly string[];
  readonly done?: readonly string[];
}

/** Messages and what a reader would understand. The lists hold words that one item must contain. */
export const updates: readonly (readonly [text: string, expected: Expected])[] = [
  ['maj billettique : bornes posées sur la ligne 3, 45 %', { project: 'BILL', progress: 45 }],
  [
    '<at>Transfo</at> VACC 🟢 interface validée par les infirmières, 62%',
    { project: 'VACC', health: 'onTrack', progress: 62 },
  ],
  [
    'Carnet de vaccination : tout roule, on en est aux deux tiers',
    { project: 'VACC', health: 'onTrack', progress: 67 },
  ],
  [
    '<at>Transfo</at> cantine - 70 %, pardon 62 %. Ouverture des inscriptions lundi prochain',
    { project: 'CANT', progress: 62, next: ['Ouverture des inscriptions'] },
  ],
  [
    'kiosque famille orange, le paiement en ligne ne marche pas encore',
    { project: 'CANT', health: 'atRisk', progress: null },
  ],
  [
    "EAUP : bloqué depuis 3 semaines, le labo ne répond plus, personne n'a de solution",
    { project: 'EAUP', health: 'offTrack' },
  ],
  [
    "eau potable: 12 captages sur 40 équipés, c'est conforme au planning",
    { project: 'EAUP', health: 'onTrack', progress: null },
  ],
  ['ETAT état d’avancement 55 %, RAS', { project: 'ETAT', health: 'onTrack', progress: 55 }],
  [
    "état civil : les 8 mairies sont formées, on attend l'accord du procureur pour démarrer",
    { project: 'ETAT' },
  ],
  [
    'telemedecine : 3 dispensaires connectes sur 14, liaison satellite tjrs instable, ca m inquiete',
    { project: 'TELM', health: 'atRisk', progress: null },
  ],
  [
    'Télémédecine\nFait : chariot installé à Bélep\nÀ faire : former les infirmiers\nRisque : débit insuffisant\nDécision attendue : achat de deux antennes',
    { project: 'TELM', done: ['chariot'], next: ['former'], risks: ['débit'], decisions: ['antennes'] },
  ],
  [
    'signalement déchets on est à mi-parcours, pas de souci particulier',
    { project: 'DECH', health: 'onTrack', progress: 50 },
  ],
  ['DECH appli publiée sur les stores 🎉 90 pour cent', { project: 'DECH', health: 'onTrack', progress: 90 }],
  [
    'permis de construire : avancement 3/4, dépôt de la version finale le 3/4',
    { project: 'PERM', progress: 75 },
  ],
  [
    '<at>Transfo</at> Permis de construire : on passe de 30 à 42 % cette semaine, rien de bloquant',
    { project: 'PERM', health: 'onTrack', progress: 42 },
  ],
  [
    'SIRH: la reprise des données de paie est terminée. On était à 60 % la semaine dernière, on est à 75 % maintenant',
    { project: 'SIRH', progress: 75 },
  ],
  ['SIRH rouge. éditeur en liquidation, pas de plan B', { project: 'SIRH', health: 'offTrack' }],
  ['projet quais : budget consommé à 80 %, avancement réel 35 %', { project: 'QUAI', progress: 35 }],
  ['QUAI budget 40% consommé, 12 M XPF engagés', { project: 'QUAI', progress: null }],
  [
    'port autonome - capteurs livrés, pose la semaine prochaine si la météo le permet',
    { project: 'QUAI', next: ['pose la semaine prochaine'] },
  ],
  [
    'ALRT : 95 % des SMS de test reçus en moins de 10 secondes, super résultat',
    { project: 'ALRT', health: 'onTrack', progress: null },
  ],
  ['alerte tsunami : convention opérateur signée', { project: 'ALRT', health: null, progress: null }],
  [
    'Observatoire des risques littoraux : drone livré, premier vol mardi',
    { project: 'OBSR', health: null, risks: [] },
  ],
  [
    'OBSR on galère à recruter un géomaticien, poste vacant depuis mars',
    { project: 'OBSR', health: 'atRisk' },
  ],
  [
    'bibliothèques : catalogue commun en production ✅ reste la formation des bénévoles, 85%',
    { project: 'BIBL', progress: 85, next: ['formation des bénévoles'] },
  ],
  ['biblioteques municipales : avancement 40', { project: 'BIBL', progress: 40 }],
  [
    'FIB2 - 21 écoles raccordées sur 30, soit 70 %. Feu vert de la province reçu.',
    { project: 'FIB2', progress: 70 },
  ],
  [
    'fibre des écoles : en retard de deux mois, le câble est coincé à Brisbane et aucune solution de rechange',
    { project: 'FIB2', health: 'offTrack', progress: null },
  ],
  [
    'fibre: la tranchée a pris du retard mais on rattrape avec une 2e équipe, 50 %',
    { project: 'FIB2', progress: 50 },
  ],
  [
    '<at>Transfo</at> Bonjour, petit point sur la fibre : 18 écoles faites, on finit Lifou vendredi. Merci !',
    { project: 'FIB2', next: ['Lifou'] },
  ],
  ['BILL on track, 66%', { project: 'BILL', health: 'onTrack', progress: 66 }],
  [
    'BILL is blocked: no answer from the bank, need a decision on the payment provider',
    { project: 'BILL', health: 'offTrack' },
  ],
  [
    'tanéo : at risk, next = recette des valideurs',
    { project: 'BILL', health: 'atRisk', next: ['recette des valideurs'] },
  ],
  [
    'update vaccination S45 : import des 12 000 fiches fini, plus aucun bug ouvert',
    { project: 'VACC', health: 'onTrack', progress: null },
  ],
  ['vaccination: plus de blocage côté CAFAT, on repart', { project: 'VACC', health: 'onTrack' }],
  ["VACC n'est plus bloqué, la convention est signée", { project: 'VACC', health: 'onTrack' }],
  ["VACC toujours bloqué, l'hébergeur ne répond pas", { project: 'VACC', health: 'offTrack' }],
  [
    'vacc: pas vraiment serein pour la bascule du 15, les tests traînent',
    { project: 'VACC', health: 'atRisk', progress: null },
  ],
  [
    'CANT : la moitié des familles ont un compte, avancement du projet 58 %',
    { project: 'CANT', progress: 58 },
  ],
  ['cantine : la moitié des familles ont déjà un compte', { project: 'CANT', progress: null }],
  [
    'périscolaire — on a fait la moitié du chemin, les écoles sont contentes',
    { project: 'CANT', health: 'onTrack', progress: 50 },
  ],
  [
    "Qualité de l'eau : météo ☀️, 12 analyses automatisées",
    { project: 'EAUP', health: 'onTrack', progress: null },
  ],
  ['EAUP ⛈️ serveur perdu, sauvegarde illisible', { project: 'EAUP', health: 'offTrack' }],
  ['EAUP 🌥 un peu de retard sur les capteurs', { project: 'EAUP', health: 'atRisk' }],
  ['EAUP passe du rouge à l’orange : le labo a répondu', { project: 'EAUP', health: 'atRisk' }],
  ['eau potable, on repasse au vert', { project: 'EAUP', health: 'onTrack' }],
  ['eau potable : pas encore au vert, on reste en orange', { project: 'EAUP', health: 'atRisk' }],
  [
    "PERM statut = vert\nProchaine étape : recette avec l'ordre des architectes\nBesoin d'un arbitrage sur les pièces à joindre",
    { project: 'PERM', health: 'onTrack', next: ['recette'], decisions: ['pièces'] },
  ],
  [
    'permis de construire, il faut trancher avant vendredi entre les deux éditeurs',
    { project: 'PERM', decisions: ['trancher'] },
  ],
  ['PERM : feu vert du comité obtenu, développement lancé', { project: 'PERM', progress: null }],
  ['DECH quatre-vingt-cinq pour cent, livraison de la v2 jeudi', { project: 'DECH', progress: 85 }],
  ['DECH avancement : soixante pour cent', { project: 'DECH', progress: 60 }],
  ['DECH on vise 100 % fin juin, là on est à 72 %', { project: 'DECH', progress: 72 }],
  ['DECH objectif 100 % au 30 juin, ça avance bien', { project: 'DECH', health: 'onTrack', progress: null }],
  [
    "collecte des déchets : +15 % d'appels depuis le lancement, équipe ravie",
    { project: 'DECH', health: 'onTrack', progress: null },
  ],
  ['SIRH progression 62,5%', { project: 'SIRH', progress: 63 }],
  [
    'SIRH: 120 agents formés, 3 bulletins faux sur 4 500, correction livrée demain',
    { project: 'SIRH', progress: null },
  ],
  ["paie et carrières : c'est tendu mais on tient la date", { project: 'SIRH', health: 'onTrack' }],
  ["paie et carrières : on tient la date mais c'est tendu", { project: 'SIRH', health: 'atRisk' }],
  ['SIRH on va dans le mur, le prestataire a jeté l’éponge', { project: 'SIRH', health: 'offTrack' }],
  ['SIRH : retard rattrapé, problème de droits résolu', { project: 'SIRH', health: 'onTrack' }],
  ['SIRH 🔴 => 🟠 le prestataire est revenu', { project: 'SIRH', health: 'atRisk' }],
  [
    'telm 30 %\n- antenne de Poum installée\n- prochaine étape : Belep\n- risque : cyclone\nméteo : nuageux',
    { project: 'TELM', health: 'atRisk', progress: 30, next: ['Belep'], risks: ['cyclone'] },
  ],
  ['TELM nickel, 3 téléconsultations par jour', { project: 'TELM', health: 'onTrack' }],
  [
    'TELM avancement 20/100, nous lancerons la formation en mars',
    { project: 'TELM', progress: 20, next: ['formation'] },
  ],
  ['Bibliothèques : rien à signaler cette semaine', { project: 'BIBL', health: 'onTrack' }],
  ['BIBL aucun risque identifié, calendrier tenu', { project: 'BIBL', health: 'onTrack', risks: [] }],
  [
    'Réseau des bibliothèques municipales : Païta ne veut plus signer, ça compromet l’ouverture',
    { project: 'BIBL' },
  ],
  [
    '<at>Transfo</at> tu peux passer la billettique en orange ? les valideurs arrivent en retard',
    { project: 'BILL', health: 'atRisk' },
  ],
  ['Peux-tu noter 55 % pour VACC stp', { project: 'VACC', progress: 55 }],
  ['Correction : VACC est à 52 % et non 55 %', { project: 'VACC', progress: 52 }],
  ['C’est VACC pas BILL : 40 %, orange', { project: 'VACC', health: 'atRisk', progress: 40 }],
  ['80%, livraison faite, on est dans les temps', { project: null, health: 'onTrack', progress: 80 }],
  ['Toujours bloqués par le service juridique, aucune visibilité', { project: null, health: 'offTrack' }],
  [
    'Avancement : 45 %. Prochaine étape : comité de pilotage le 12/03',
    { project: null, progress: 45, next: ['comité'] },
  ],
  ['rien de neuf cette semaine sur les quais', { project: 'QUAI' }],
  ['QUAI RAS', { project: 'QUAI', health: 'onTrack' }],
  [
    'ALRT pb de facturation avec l’opérateur, reunion de crise demain, on suspend les tests',
    { project: 'ALRT' },
  ],
  ['alertes tsunami ok, 77 %', { project: 'ALRT', progress: 77 }],
  [
    'FIB2 un quart du réseau tiré, le reste suit son cours normalement',
    { project: 'FIB2', health: 'onTrack' },
  ],
  [
    "VACC : si l'hébergeur ne signe pas avant le 20, on passera en rouge. Pour l'instant orange.",
    { project: 'VACC', health: 'atRisk' },
  ],
  ['VACC dépend de la livraison de SIRH, on est à 33 %', { project: 'VACC', progress: 33 }],
  [
    'BILL : on demande 4 M de plus pour les valideurs, à valider par le SG',
    { project: 'BILL', decisions: ['4 M'] },
  ],
  [
    'point sur le permis de construire : tests de charge ok, mise en ligne prévue le 14. Point de vigilance : le congé du chef de projet',
    { project: 'PERM', next: ['mise en ligne'], risks: ['congé'] },
  ],
  [
    'weekly VACC: 40% -> 48%, next: pilot in Koné, risk: vendor delay',
    { project: 'VACC', progress: 48, next: ['pilot'], risks: ['vendor'] },
  ],
  [
    '<at>Transfo</at> le projet cantine avance très bien, 85 % des écoles sont équipées et on est à 70 % sur l’ensemble',
    { project: 'CANT', health: 'onTrack', progress: 70 },
  ],
  [
    'maj fibre\n• Maré raccordée\n• Ouvéa en cours\n• reste à faire : Tiga\nAvancement : 82%',
    { project: 'FIB2', progress: 82, next: ['Tiga'] },
  ],
];

/** Messages that must never become an update. */
export const others: readonly string[] = [
  'merci beaucoup !',
  'Merci pour la maj de la billettique 🙏',
  'ok',
  'Parfait, bien reçu',
  '👍👍',
  '😂',
  'bonjour',
  'Salut tout le monde, bon lundi !',
  '<at>Transfo</at>',
  '<at>Transfo</at> bonjour',
  'aide',
  'maj',
  'maj VACC',
  '<at>Transfo</at> mise à jour billettique',
  'projets',
  'projet VACC',
  'point publier',
  'décisions',
  'mes demandes',
  'chercher vaccination',
  'absence',
  'réglages',
  'exporter',
  'où en est la billettique ?',
  'VACC est toujours en rouge ?',
  'est-ce que le permis de construire est terminé',
  'qui suit la télémédecine ?',
  'La cantine, ça avance ?',
  'pourquoi SIRH est bloqué ?',
  'quand est-ce que FIB2 passe à 100 % ?',
  "quelqu'un sait si la fibre est arrivée à Lifou ?",
  'tu peux me montrer le dernier point de VACC',
  'montre-moi les projets en rouge',
  'Rappelle-moi demain à 9h',
  'supprime ma dernière mise à jour sur VACC',
  'annule',
  'envoie le digest à Sophie',
  'peux-tu ajouter Paul comme suppléant sur BILL',
  "je n'ai pas encore fait ma maj VACC, je la fais ce soir",
  'je ferai le point cantine demain',
  'je serai absent vendredi',
  'je suis en retard, commencez sans moi',
  'la réunion de 14h est décalée à 15h salle Canala',
  'On se retrouve à 10h pour le comité ?',
  'le lien Teams ne marche pas',
  'il pleut encore, vivement les vacances',
  'Qui prend un café ?',
  "l'imprimante du 2e est en panne",
  'joyeux anniversaire Paul 🎂',
  "c'est l'histoire d'un agent bloqué dans un ascenseur… 😄",
  'Bravo à toute l’équipe pour la mise en ligne du permis de construire !',
  'Félicitations pour VACC 🎉',
  "j'ai une idée : supprimer le justificatif de domicile pour la cantine",
  'Idée : un seul formulaire pour la carte de transport scolaire',
  'On pourrait arrêter de demander la copie du livret de famille',
  'Et si on fusionnait les deux attestations ?',
  'Ce serait bien de simplifier le permis de pêche',
  'Proposition : ne plus exiger 3 photos pour le dossier de bourse',
  'Il faudrait que les usagers puissent payer en ligne la cantine',
  "Pourquoi demander deux fois l'acte de naissance aux familles ?",
  'comment je fais pour proposer une simplification',
  'bon week-end à tous 🏖️',
  'mdr',
  "c'est noté, je regarde ça",
  'Je ne comprends pas la question',
  'quelle est la date limite pour les mises à jour',
  'stop',
  'oui',
  'non merci',
  'super, merci pour ton aide sur la télémédecine',
  "j'ai vu que VACC était à 80 %, chapeau",
  'Tu as reçu mon mail sur la billettique ?',
  'le logo de Tanéo est vraiment joli',
  'Le budget 2027 sera présenté au congrès en décembre',
];
