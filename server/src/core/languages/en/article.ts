import { type AbbreviationKind, articleWords } from '../articleWords.js';
import { split, splitPhrases } from '../material.js';
import { months, weekdays } from './calendar.js';
import {
  boilerplate,
  caption,
  comment,
  comments,
  forSubscribers,
  otherStories,
  otherStory,
  pageLines,
  stamp,
  storyLabel,
} from './page.js';

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
    crowds: `officials residents witnesses sources experts analysts critics activists diplomats neighbours neighbors doctors
  lawmakers observers locals survivors rescuers investigators prosecutors reporters journalists aides colleagues friends
  relatives supporters opponents protesters workers insiders people rebels militants villagers eyewitnesses passengers
  students teachers parents voters scientists researchers engineers lawyers insurgents advisers employees shopkeepers
  fishermen farmers others authorities troops soldiers democrats republicans`,
    letterWords: 'a i',
    finalLetterWords: 'i',
    speechVerbs: `said says asked asks wrote writes added told tells tweeted posted replied shouted cried exclaimed wondered
  continued declared demanded joked quipped responded answered chanted yelled`,
    addressingVerbs: 'asked told',
    contentOpeners: 'that he she it they we i the a an his her their there this these those no if',
    goesOnAfter: 'e.g. i.e.',
    dayHalves: 'a.m. p.m.',
    timeZones:
      'ist pkt sast aest aedt nzst nzdt hkt sgt jst kst msk eest eet wib et est edt ct cst cdt pt pst pdt mt gmt utc bst cet cest eastern central pacific greenwich',
    numberSuffixes: 'st nd rd th s m bn k',
    tens: 'twenty thirty forty fifty sixty seventy eighty ninety',
    units: 'one two three four five six seven eight nine ten eleven twelve',
    measures: `year years year-old year-olds month week day days hour minute member man person storey story point page foot
  mile metre star time way wheel bedroom`,
    notAgencies: 'staff agencies reporters reporter correspondent correspondents newsroom editors',
    taskVerbs: `call ask check send email e-mail mail write buy find get confirm chase ring book file follow fix update add
  remove verify interview talk speak draft edit upload pay remind order finish read look see meet contact text phone try
  make bring pick print return renew schedule arrange prepare review submit reply invoice pitch transcribe crop cut`,
    outletWords: `courier times post news herald gazette tribune daily radio tv television journal press observer guardian
  telegraph chronicle sun star mirror globe record echo argus mail express independent review weekly online media
  broadcasting broadcaster network wire newswire today voice dispatch sentinel examiner bulletin register ledger monitor
  inquirer enquirer advertiser citizen standard mercury messenger reporter newspaper newspapers gazetteer magazine
  agency digest fm bbc cnn`,
    noOutlets: `media medium press agency agencies wire wires report reports source sources internet web online website
  websites site page social news outlets outlet newspaper newspapers papers staff local national regional state foreign
  international various several multiple different other others own correspondent correspondents reporter reporters
  bureau desk police army military government officials official ministry department authorities hospital health interior
  defence defense archive archives file files library wikipedia google facebook twitter telegram whatsapp youtube
  unknown none anonymous unnamed public open our my author original n.a na tba eyewitnesses eyewitness witnesses`,
  },
  patterns: {
    elided: /^(?:em|til|tis|twas|cause|round|bout|n|\d0s)\b/i,
    sentenceWord:
      /(?<![\p{L}])(?:the|an?|his|her|their|its|was|were|has|have|had|been|said|I|we|he|she|they|it)(?![\p{L}])/iu,
    boilerplate,
    forSubscribers,
    caption,
    stamp,
    otherStory,
    storyLabel,
    otherStories,
    comments,
    comment,
    byline: /(?:(?:written|words|story|report|reported|text|posted|published) )?by\b:?\s+(?=\S)/i,
    taskHeading:
      /^(?:to[- ]?dos?|things to do|tasks?|task list|check ?list|reminders?|notes?(?: to self)?|shopping(?: list)?|errands|action (?:items|points)|next steps|questions to ask)(?:\s*:?$|\b[^.:]{0,30}:$)/i,
    pressRelease: /^[^\S\n]*(?:for immediate release\b|(?:press|media|news) release\b|media contact:)/im,
    staff: /(?:\s+(?:staff|reporters?|correspondents?|bureau|desk|team|writers?|newsroom|and agencies))+$/i,
    jobLine:
      /^(?:(?!and\b)[\p{L}’'&-]+ ){0,4}(?:reporter|correspondent|editor|writer|journalist|columnist|producer|freelance)(?:,? (?:in|at|for|of) [\p{L} ]{2,40}|, [\p{L} ]{2,40})?$|^reporting from [\p{L} ,]{2,40}$/iu,
    rights:
      /(?:©|\(c\)|copyright)\s*(?:©\s*|\(c\)\s*)?(?:(?:19|20)\d\d(?:\s?[–-]\s?\d{2,4})?,?\s+)?(?:by\s+)?(\p{Lu}[\p{L}\p{N}’'& -]{2,40}?)(?:\s(?:or|and) its\b|[.,|(]|\s(?:ltd|limited|inc|plc|llc|all rights)\b|$)/iu,
    anybody:
      /^(?:(?:a|an|our|the|staff|special|own|senior|chief|local|news|web|online|foreign) )*(?:staff|reporters?|correspondents?|writers?|journalists?|bureau|desk|newsroom|team|editors?|agencies|admin(?:istrator)?|super user|webmaster)(?: (?:writers?|reporters?|staff|and agencies|desk|team))?$/i,
    site: /^(?:www\.)?[\p{L}\p{N}-]{2,40}\.(?:com|org|net|news|info|example|co\.[a-z]{2}|[a-z]{2})$/iu,
    updated: /updated|modified|edited|revised|corrected/i,
    readingTime:
      /(?:\d{1,3}[- ]?min(?:ute)?s?\.?(?: (?:read|listen|watch))?|(?:\d{1,3}|an?) ?(?:min|minute|hr|hour|day|week)s? ago)/i,
    bylineJoint: /,\s*|\s*[|·•]\s*|\s+(?:in|of|at|for)\s+(?:the\s+)?/i,
    // *Northwire contributed to this report*
    contributed:
      /^[[(]?(.{2,120}?) (?:also )?contributed (?:reporting\b[^.]{0,120}|to this (?:report|story|article)(?:,? (?:from|in) [^.]{0,120})?)\.?[)\]]?$/iu,
    // *(Reporting by Lena Aumont; editing by AFP)*
    creditLine:
      /^[[(]?(?:[Ww]ith |[Aa]dditional |[Ee]xtra )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Rr]eport|[Pp]hotography|[Ii]nputs|[Ff]iles|[Mm]aterial) (?:by|from) (?:(?:and|in|for|the|by|of|at|from|with|additional|reporting|writing|editing|translation|graphics|agencies|staff)(?![\p{L}])|\p{Lu}[\p{L}’'-]*(?![\p{L}’'-])|[,;:&/()[\].\s])+$/u,
    // *reporting from Kessel* names a place
    reportedBy: /(?:reporting by|(?:report|inputs|files|material) (?:by|from)) (.{2,120}?)[)\].]*$/iu,
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
  dateLabel:
    '(?:date(?: of publication)?|(?:last |first |originally |story |article )?(?:published|updated|posted|modified|created|edited|revised|issued)(?: (?:on|at))?)',
  hourLabel: 'at',
  headerFields: new Map(splitPhrases(headerFields).map((name) => [name, name])),
  pageLines,
  notPlaces: new Set(
    split(`BREAKING UPDATE UPDATED EXCLUSIVE WATCH LIVE VIDEO PHOTO PHOTOS OPINION ANALYSIS NEW NEWS CORRECTION FACTBOX
  TIMELINE EXPLAINER INTERVIEW REPORT ALERT URGENT PICTURED READ MORE RELATED EDITORIAL COMMENT ADVERTISEMENT`),
  ),
  agencies: new Map(
    `Reuters; Thomson Reuters=Reuters; Associated Press; The Associated Press=Associated Press; AP=Associated Press;
  Agence France-Presse; Agence France Presse=Agence France-Presse; AFP=Agence France-Presse; dpa; EFE; ANSA;
  Press Association; PA=Press Association; PA Media=Press Association; UPI; United Press International=UPI; Bloomberg;
  Anadolu Agency; Anadolu=Anadolu Agency; AA=Anadolu Agency; Kyodo; Kyodo News=Kyodo; Xinhua; TASS; Interfax;
  RIA Novosti; IRNA; Tasnim; Fars; SANA; Syrian Arab News Agency=SANA; WAFA; Yonhap; PTI; Press Trust of India=PTI; ANI; AAP; Belga; APA; ANP;
  NTB; Ritzau; PAP; Ukrinform; UNIAN; Petra; QNA; SPA; WAM; MENA; INA; NNA; Shafaq News; Rudaw; CNN; Sputnik`
      .split(';')
      .map((entry) => {
        const [spelling = '', name = spelling] = entry.trim().split('=');
        return [spelling.toLowerCase(), name] as const;
      }),
  ),
});
