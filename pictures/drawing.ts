/**
 * An element of an SVG picture, before a page or a file of text holds it: the panel makes nodes of it, the report markup.
 * What an article says stands in `text` alone.
 */
export interface Drawing {
  readonly name: 'svg' | 'g' | 'line' | 'polyline' | 'path' | 'marker' | 'rect' | 'circle' | 'text' | 'title';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly Drawing[];
  readonly text: string;
}

/** An element with others in it. */
export const shape = (
  name: Drawing['name'],
  attributes: Drawing['attributes'],
  ...children: readonly Drawing[]
): Drawing => ({ name, attributes, children, text: '' });

/** An element with words in it. */
export const words = (name: 'text' | 'title', attributes: Drawing['attributes'], text: string): Drawing => ({
  name,
  attributes,
  children: [],
  text,
});
