/** Words by which a text may try to act where it is shown. None may do anything but be read. */
export interface Payload {
  readonly what: string;
  readonly text: string;
}

const command = 'command:evil.run?%5B%5D';

/** The icon that payloads ask for; nothing of ours uses it. */
export const payloadIcon = 'beaker';
/** Occurs in the target of every link and picture of a payload. */
export const payloadTarget = 'evil';

const texts: Readonly<Record<string, readonly string[]>> = {
  'a command link': [`[Reuters](${command})`, `[Reuters](<${command}>)`, `[R](${command} "title")`, `[](${command})`],
  'a web link': ['[Reuters](https://evil.example/a)', '[R](//evil.example)', '[R][1] [1]: https://evil.example'],
  'an address': [
    'https://evil.example/a',
    'www.evil.example',
    'evil@evil.example',
    `<${command}>`,
    '<https://evil.example>',
  ],
  'a file link': ['[R](file:///evil)', '[R](vscode://evil.run)', '[R](data:text,evil)'],
  'a link of script': ['[R](javascript:evil=1)', '<a href="javascript:evil=1">R</a>'],
  'an icon': ['$(beaker)', '$(beaker~spin)', '\\$(beaker)', '$$(beaker)', '$(beaker) $(beaker)'],
  'a picture': ['![R](https://evil.example/a.png)', '<img src="https://evil.example/a.png" onerror="evil=1">'],
  'an element': [
    '<script>evil=1</script>',
    '<svg onload="evil=1"></svg>',
    '<iframe src="https://evil.example"></iframe>',
    '<style>*{background:url(https://evil.example)}</style>',
    '</span><b onclick="evil=1">R</b>',
    '<!-- evil -->',
    '<details open ontoggle="evil=1">R</details>',
  ],
  'an entity': ['&lt;img src=evil&gt;', '&#91;R&#93;&#40;command:evil&#41;'],
  'other markup': ['# R', '- R', '1. R', '> R', '`evil', '**R**', '_R_', '~~R~~', '| a | b |', '---'],
  'a control character': [
    'R\u001b[31mred\u001b[0m',
    'R\u001b]8;;https://evil.example\u0007R',
    'R\u0007',
    'R\u0000R',
    'R\rR',
    'R\bR',
  ],
  'a turned direction': ['R\u202Efdp.txt', 'R\u2066R\u2069', '\u200FR'],
  'a line break': ['R\u2028R', 'R\u2029R', 'R\u0085R'],
  'a formula': ['=HYPERLINK("https://evil.example")', '+1+cmd|evil', '-2+3', '@SUM(evil)'],
};

export const payloads: readonly Payload[] = Object.entries(texts).flatMap(([what, all]) =>
  all.map((text) => ({ what: `${what}, ${JSON.stringify(text)}`, text })),
);
