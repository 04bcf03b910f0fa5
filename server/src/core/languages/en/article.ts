const words = (list: string): string[] => list.trim().split(/\s+/);

/**
 * How a word that ends in a full stop tells whether the stop also ends its sentence:
 * `never` (a name follows: *Gen. Pell*), `number` (it does unless a number follows: *No. 7*), `maybe` (it does where the
 * next word opens a sentence: *in Tampa, Fla. The …*), `company` (likewise, or where a common noun follows).
 */
export type AbbreviationKind = 'never' | 'number' | 'maybe' | 'company';

const kinds: Record<AbbreviationKind, string> = {
  never: `mr mrs ms mx dr drs prof rev hon fr sr messrs mme mlle gen lt col maj capt cmdr cpl sgt brig adm supt gov sen
    rep sens reps pres amb atty det insp pvt st mt ft vs cf viz approx ca est e.g i.e`,
  number: 'no nos vol pp art sec ch fig al op',
  maybe: `jr esq dept univ assn ave blvd rd etc
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    penn tenn tex va vt wash wis wyo ont que`,
  company: 'inc corp co ltd bros plc llc',
};

/** Words that may end in a full stop within a sentence. Lower case, without the stop. */
export const abbreviations: ReadonlyMap<string, AbbreviationKind> = new Map(
  (Object.keys(kinds) as AbbreviationKind[]).flatMap((kind) => words(kinds[kind]).map((word) => [word, kind] as const)),
);

/** Abbreviations that are words too: they abbreviate only with a capital, and only where the stop follows a name. */
export const alsoWords: ReadonlySet<string> = new Set(
  words('sat sun mar wed mon miss mass ill ore pa ga va la ind art no co est fig mo del que wash rep hon sec'),
);

/** Words that hardly ever continue a name: after an abbreviation such as *U.S.* they open a new sentence. */
export const sentenceOpeners: ReadonlySet<string> = new Set(
  words(`the a an this that these those he she it they we i you his her its their our my in on at by for from with after
  before during since until while as when where if but and or so yet however meanwhile also although though there
  here what who why how some many most all both each one two no not according earlier later last despite
  nor then now once only such asked speaking several`),
);

/** Verbs after a name that say that the question or exclamation before it was that person's: *“…?” Mr. Oake asked.* */
export const speechVerbs: ReadonlySet<string> = new Set(
  words(`said says asked asks wrote writes added told tells tweeted posted replied shouted cried exclaimed wondered
  continued declared demanded joked quipped responded answered chanted yelled`),
);

/** Words after *said* that make a new statement of it: *“Get out!” Trump said he would …* */
export const contentOpeners: ReadonlySet<string> = new Set(
  words('that he she it they we i the a an his her their there this these those no if'),
);

/** Names of months and weekdays, full and short, as alternatives of a regular expression. */
export const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
export const weekdays =
  'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun';

/** Days, months and zones of time: what may follow *a.m.* within a sentence, or a headline that a lead repeats. */
export const calendar: ReadonlySet<string> = new Set(
  `${months}|${weekdays}|ET|EST|EDT|CT|CST|CDT|PT|PST|PDT|MT|GMT|UTC|BST|CET|CEST|Eastern|Central|Pacific|Greenwich`
    .toLowerCase()
    .split('|'),
);

/** Capitals before a dash that are no place: *BREAKING – …*. */
export const notPlaces: ReadonlySet<string> = new Set(
  words(`BREAKING UPDATE UPDATED EXCLUSIVE WATCH LIVE VIDEO PHOTO PHOTOS OPINION ANALYSIS NEW NEWS CORRECTION FACTBOX
  TIMELINE EXPLAINER INTERVIEW REPORT ALERT URGENT PICTURED READ MORE RELATED EDITORIAL COMMENT ADVERTISEMENT`),
);

/** News agencies by every spelling, lower case, to the name we show. */
export const agencies: ReadonlyMap<string, string> = new Map(
  `Reuters; Thomson Reuters=Reuters; Associated Press; The Associated Press=Associated Press; AP=Associated Press;
  Agence France-Presse; Agence France Presse=Agence France-Presse; AFP=Agence France-Presse; dpa; EFE; ANSA;
  Press Association; PA=Press Association; PA Media=Press Association; UPI; United Press International=UPI; Bloomberg;
  Anadolu Agency; Anadolu=Anadolu Agency; AA=Anadolu Agency; Kyodo; Kyodo News=Kyodo; Xinhua; TASS; Interfax;
  RIA Novosti; IRNA; Tasnim; Fars; SANA; Syrian Arab News Agency=SANA; WAFA; Yonhap; PTI; ANI; AAP; Belga; APA; ANP;
  NTB; Ritzau; PAP; Ukrinform; UNIAN; Petra; QNA; SPA; WAM; MENA; INA; NNA; Shafaq News; Rudaw; CNN; Sputnik`
    .split(';')
    .map((entry) => {
      const [spelling = '', name = spelling] = entry.trim().split('=');
      return [spelling.toLowerCase(), name] as const;
    }),
);

/**
 * Paragraphs around an article that are not of it: invitations, rights, credits. Told by how they begin; all of them are
 * short, so the reader asks only short paragraphs.
 */
export const boilerplate = new RegExp(
  `^[\\[(]?(?:${[
    'follow (?:us\\b|@|[\\p{L} .’-]{1,60} on (?:twitter|x|telegram|facebook|instagram|bluesky|mastodon|whatsapp)\\b)',
    'subscribe\\b',
    'sign up (?:to|for|here)\\b',
    'click here\\b',
    '(?:read|see|watch|also read|more|related|recommended|keep reading|read next|don’t miss)(?: (?:more|also|on|stories|articles|story|here))*:',
    'read (?:more|also|next|the full)\\b',
    'related (?:stories|articles|news|coverage|topics|questions)\\b',
    'see also\\b',
    'share (?:this|on)\\b',
    'copyright\\b',
    '©',
    'all rights reserved\\b',
    'advertisement$',
    'story continues below',
    'join (?:our|us on)\\b',
    'download (?:our|the) app\\b',
    'get (?:our|the latest)\\b.{0,60}\\b(?:newsletter|inbox|app)\\b',
    'print this\\b',
    '(?:photo|image|picture|file photo|video)(?: (?:by|credit|courtesy))?:',
    "editor[’']s note\\b",
    'this (?:article|story|post) (?:was|has been|is) (?:originally|first|updated|corrected|amended|published|translated)\\b',
    'for more (?:news|stories|on this)\\b',
    'contact (?:the (?:author|reporter|editor)|us)\\b',
  ].join('|')})`,
  'iu',
);

/** A closing line that credits others: *Northwire contributed to this report*. The first group is who. */
export const contributed =
  /^[[(]?(.{2,120}?) (?:also )?contributed (?:reporting\b[^.]{0,120}|to this (?:report|story|article)(?:,? (?:from|in) [^.]{0,120})?)\.?[)\]]?$/iu;

/** A line of nothing but names and the work they did: *(Reporting by Lena Aumont; editing by AFP)*. */
export const creditLine =
  /^[[(]?(?:[Ww]ith |[Aa]dditional |[Ee]xtra )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Rr]eport|[Pp]hotography|[Ii]nputs|[Ff]iles|[Mm]aterial) (?:by|from) (?:(?:and|in|for|the|by|of|at|from|with|additional|reporting|writing|editing|translation|graphics|agencies|staff)(?![\p{L}])|\p{Lu}[\p{L}’'-]*(?![\p{L}’'-])|[,;:&/()[\].\s])+$/u;
/** Whom the first credit of such a line names. */
export const reportedBy = /(?:reporting|report|inputs|files|material) (?:by|from) (.{2,120}?)[)\].]*$/iu;

/** Words that every English text has, whatever it is about. */
export const functionWords: ReadonlySet<string> = new Set(
  words(`the a an of to in and or that is was are were be been has have had he she it they we his her its their on for
  with as at by from not but this which who will would said after i you my our your if so there when what all no up out
  about into over than more`),
);
