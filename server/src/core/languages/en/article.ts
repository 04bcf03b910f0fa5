import { type AbbreviationKind, articleWords } from '../articleWords.js';
import { split, splitPhrases } from '../material.js';
import { months, weekdays } from './calendar.js';

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

/** Header lines that name a field otherwise than front matter does would stand here with that field. */
const headerFields = `title|headline|source|outlet|publisher|publication|site|date|published|published on|publication date|
posted|updated|last updated|author|authors|byline|agency|url|link|section|category`;

export const article = articleWords({
  sets: {
    functionWords: `the a an of to in and or that is was are were be been has have had he she it they we his her its their on for
  with as at by from not but this which who will would said after i you my our your if so there when what all no up out
  about into over than more`,
    alsoWords: 'sat sun mar wed mon miss mass ill ore pa ga va la ind art no co est fig mo del que wash rep hon sec',
    sentenceOpeners: `the a an this that these those he she it they we i you his her its their our my in on at by for from with after
  before during since until while as when where if but and or so yet however meanwhile also although though there
  here what who why how some many most all both each one two no not according earlier later last despite
  nor then now once only such asked speaking several`,
    letterWords: 'a i',
    finalLetterWords: 'i',
    speechVerbs: `said says asked asks wrote writes added told tells tweeted posted replied shouted cried exclaimed wondered
  continued declared demanded joked quipped responded answered chanted yelled`,
    addressingVerbs: 'asked told',
    contentOpeners: 'that he she it they we i the a an his her their there this these those no if',
    goesOnAfter: 'e.g. i.e.',
    dayHalves: 'a.m. p.m.',
    timeZones: 'et est edt ct cst cdt pt pst pdt mt gmt utc bst cet cest eastern central pacific greenwich',
    numberSuffixes: 'st nd rd th s m bn k',
    notAgencies: 'staff agencies reporters',
  },
  patterns: {
    elided: /^(?:em|til|tis|twas|cause|round|bout|n|\d0s)\b/i,
    sentenceWord:
      /(?<![\p{L}])(?:the|an?|his|her|their|its|was|were|has|have|had|been|said|I|we|he|she|they|it)(?![\p{L}])/iu,
    boilerplate: new RegExp(
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
    ),
    byline: /^by\s+(\p{Lu}[^.!?\n]{2,100}?|\p{Lu}[^!?\n]{2,100})$/iu,
    bylineJoint: /,\s*|\s+(?=(?:in|of|at)\s)/,
    // *Northwire contributed to this report*
    contributed:
      /^[[(]?(.{2,120}?) (?:also )?contributed (?:reporting\b[^.]{0,120}|to this (?:report|story|article)(?:,? (?:from|in) [^.]{0,120})?)\.?[)\]]?$/iu,
    // *(Reporting by Lena Aumont; editing by AFP)*
    creditLine:
      /^[[(]?(?:[Ww]ith |[Aa]dditional |[Ee]xtra )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Rr]eport|[Pp]hotography|[Ii]nputs|[Ff]iles|[Mm]aterial) (?:by|from) (?:(?:and|in|for|the|by|of|at|from|with|additional|reporting|writing|editing|translation|graphics|agencies|staff)(?![\p{L}])|\p{Lu}[\p{L}’'-]*(?![\p{L}’'-])|[,;:&/()[\].\s])+$/u,
    reportedBy: /(?:reporting|report|inputs|files|material) (?:by|from) (.{2,120}?)[)\].]*$/iu,
    creditJoint: /[,;/]\s*|\s+and\s+|\s+(?=writers?\b|reporters?\b|correspondents?\b)/,
    beforeAgency: /^(?:the|from the|from)\s+/i,
    agencyName: /^\p{Lu}[\p{L} -]{2,40}\b(?:Press|Agency|Newswire|Wire|News Service)$/u,
  },
  abbreviations: new Map(
    (Object.keys(kinds) as AbbreviationKind[]).flatMap((kind) =>
      split(kinds[kind]).map((word) => [word, kind] as const),
    ),
  ),
  months,
  weekdays,
  ordinal: 'st|nd|rd|th',
  dayJoint: '\\s+of',
  dateLabel: '(?:date(?: of publication)?|(?:last |first )?(?:published|updated|posted|modified)(?: (?:on|at))?)',
  hourLabel: 'at',
  headerFields: new Map(splitPhrases(headerFields).map((name) => [name, name])),
  notPlaces: new Set(
    split(`BREAKING UPDATE UPDATED EXCLUSIVE WATCH LIVE VIDEO PHOTO PHOTOS OPINION ANALYSIS NEW NEWS CORRECTION FACTBOX
  TIMELINE EXPLAINER INTERVIEW REPORT ALERT URGENT PICTURED READ MORE RELATED EDITORIAL COMMENT ADVERTISEMENT`),
  ),
  agencies: new Map(
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
  ),
});
