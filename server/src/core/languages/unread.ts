import { split } from './material.js';

/**
 * Function words of languages that news is written in and that are not read, to tell a person why a file is skipped. Words
 * that English shares are left out; where two of these languages share a word, the others tell them apart.
 */
const functionWords: Readonly<Record<string, string>> = {
  German: `der die das und nicht mit ist von den dem des ein eine einer einem einen auf für sich auch wird wurde wurden haben
    hat nach bei sind zu zum zur im aus dass er sie es als wie über vor oder aber noch nur kann worden seit gegen`,
  French: `le les des et une est dans pour que qui sur pas avec au aux ont été plus du cette selon la il elle ce ces par ne
    se sa ses leur mais ou où d'une d'un l'a qu'il n'a après depuis contre était sont aussi`,
  Spanish: `el la los las una y por con del se para como más ha fue sus pero según este esta han al lo su un en que también
    entre sobre desde cuando sin hasta después contra muy está son era`,
  Italian: `il di che della dei per sono nel con gli alla più stato anche delle dal hanno è lo la le un una ha si da nella
    ma come questo dopo contro secondo tra alle sul stati era del al`,
  Portuguese: `os um uma não com dos das da do em ao foi na no nos nas mais são pelo pela também disse que se para por como
    mas segundo entre após contra foram está sua seu`,
  Dutch: `het een van niet dat zijn voor met ook aan naar bij werd werden heeft hebben wordt op te uit de en er maar als dan
    nog wel om hij ze door over volgens tegen omdat`,
  Polish: 'nie się na jest że do od przez jak po który która które oraz tego został są w z i dla ale jego był przed ze',
  Czech: 'je že se na v z s do od pro po jako který která které podle nebo jsou byl byla bylo uvedl také ale už při za',
  Hungarian: 'a az és hogy nem egy is volt meg már csak szerint után vagy azt mint ami ez még lehet pedig között miatt',
  Finnish: 'ja on ei että oli se hän mukaan myös mutta kun joka ovat kuin jälkeen sekä ole jo vain olivat tai',
  Swedish: 'och att det som på är inte med den av har för till ett var från en om han hon efter vid kan ska eller men',
  'Danish or Norwegian':
    'og at det som på er ikke med den av af har til et var fra en om han hun etter efter ved kan skal men ble blev også',
  Turkish: 've bir bu için ile olarak olan da de çok sonra kadar daha ise ancak göre gibi değil oldu her dedi',
  Romanian: 'și în din pe este cu nu că mai sau fost care sunt după la de un o al ale prin au pentru dar',
  'Serbian, Croatian or Bosnian': 'je i u da se na su od za koji koja koje nije kao bi po iz ali što to će rekao',
  Indonesian:
    'yang dan di itu dengan untuk dari tidak dalam akan pada juga ini telah oleh ada mereka kepada seorang atau',
  Vietnamese: 'và của là có không được cho các đã trong với người một những này khi để từ tại',
  Swahili: 'na ya wa kwa ni katika la cha za kuwa hiyo huo watu baada pia hata lakini yake wake kama hii',
  Somali: 'oo ka iyo in ku waa uu ay la soo ah ayaa laga waxaa kale',
  Russian: 'и в не на что с по это как из за от для был его года о при у к а но же они было после которые',
  Ukrainian: 'і в не на що з у як до та це від за про його року є але після для які під',
};

const listed = new Map<string, string[]>();
for (const [language, list] of Object.entries(functionWords))
  for (const word of split(list)) listed.set(word, [...(listed.get(word) ?? []), language]);

const scripts: readonly (readonly [string, RegExp])[] = [
  ['a language in Arabic script', /\p{Script=Arabic}/gu],
  ['a language in Cyrillic script', /\p{Script=Cyrillic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Chinese or Japanese', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Korean', /\p{Script=Hangul}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  [
    'a language in an Indian script',
    /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Gujarati}\p{Script=Gurmukhi}]/gu,
  ],
  ['Amharic or Tigrinya', /\p{Script=Ethiopic}/gu],
];

/** Fewer function words than these prove nothing: a name or a quotation holds as many. */
const fewest = 3;
/** A text has at least this share of its own language's function words; set by hand, a third of what prose has. */
const leastShare = 0.15;
/** A language must have this many times the function words of the one that is read; set by hand, so that mixed texts are read. */
const clearly = 1.5;
/** The share of a script's characters that makes a text one of its languages; set by hand. */
const leastOfScript = 0.25;

/**
 * The language that is not read and that `words` (lower case) are clearly in, for a person, or `null`. `ownShare`: the
 * share of them that are function words of the language that is read; a text with long quotations in another stays with it.
 */
export function unreadLanguage(text: string, words: readonly string[], ownShare: number): string | null {
  const hits = new Map<string, number>();
  for (const word of words)
    for (const language of listed.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  const [language, count] = [...hits].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (count >= fewest && count >= words.length * Math.max(leastShare, clearly * ownShare)) return language;
  if (ownShare >= leastShare) return null;
  for (const [script, characters] of scripts)
    if ((text.match(characters)?.length ?? 0) > text.length * leastOfScript) return script;
  return null;
}
