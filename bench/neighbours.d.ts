// What the bench uses of its neighbours, so that it is type-checked where they are not installed.
declare module 'wink-nlp' {
  const winkNLP: (model: unknown) => { readDoc(text: string): { sentences(): { out(): string[] } } };
  export default winkNLP;
}
declare module 'wink-eng-lite-web-model' {
  const model: never;
  export default model;
}
declare module 'harper.js' {
  export class LocalLinter {
    constructor(options: { binary: unknown });
    setup(): Promise<void>;
    lint(text: string): Promise<unknown[]>;
  }
}
declare module 'harper.js/binary' {
  export const binary: unknown;
}
declare module 'minisearch' {
  export default class MiniSearch<T> {
    constructor(options: { fields: string[] });
    addAll(documents: readonly T[]): void;
    search(query: string): unknown[];
  }
}
declare module 'natural/lib/natural/tfidf/tfidf.js' {
  export default class TfIdf {
    addDocument(text: string): void;
  }
}
