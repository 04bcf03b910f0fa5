/**
 * The commonest words of languages that are not read, to tell a person why a file is skipped. Words that English or a
 * neighbour in this list shares are left out.
 */
const commonest: Readonly<Record<string, string>> = {
  German: 'der die das und nicht mit ist von den dem ein eine auf für sich auch wird wurde haben nach bei sind zu im',
  French: 'le les des et une est dans pour que qui sur pas avec au ont été plus du aux cette selon',
  Spanish: 'el los las una y por con del se para como más ha fue sus pero según este han',
  Italian: 'il di che della dei per sono nel con gli alla più stato anche delle dal hanno è',
  Portuguese: 'os um uma não com dos da do em ao foi na no mais são pelo também disse',
  Dutch: 'het een van niet dat zijn voor met ook aan naar bij werd heeft wordt op te uit',
  Polish: 'nie się na jest że do od przez jak po który oraz tego został są',
  Swedish: 'och att det som på är inte med den av har för till ett var från',
  Turkish: 've bir bu için ile olarak olan da çok sonra kadar daha ise ancak göre',
  Romanian: 'și în din pe este cu nu că mai sau fost care sunt după',
  Indonesian: 'yang dan di itu dengan untuk dari tidak dalam akan pada juga ini telah',
  Russian: 'и в не на что с по это как из за от для был его года',
  Ukrainian: 'і в не на що з у як до та це від за про його року',
};

const listed = new Map<string, string[]>();
for (const [language, list] of Object.entries(commonest))
  for (const word of list.split(' ')) listed.set(word, [...(listed.get(word) ?? []), language]);

const scripts: readonly (readonly [string, RegExp])[] = [
  ['Arabic script', /\p{Script=Arabic}/gu],
  ['Cyrillic script', /\p{Script=Cyrillic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Chinese or Japanese', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Korean', /\p{Script=Hangul}/gu],
  ['an Indian script', /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}]/gu],
];

/** The language that the words are likely in, or `null`. For texts that turned out not to be English. */
export function nameLanguage(text: string, words: readonly string[]): string | null {
  const hits = new Map<string, number>();
  for (const word of words)
    for (const language of listed.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  const [language, count] = [...hits].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (count > 2 && count >= words.length * 0.15) return language;
  for (const [script, characters] of scripts)
    if ((text.match(characters)?.length ?? 0) > text.length * 0.25) return script;
  return null;
}
