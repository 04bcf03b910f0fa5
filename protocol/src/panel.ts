import type { Corroboration } from './corroboration.js';
import type { FigureName, FigureTable } from './figures.js';
import type { Place } from './places.js';
import type { ReviewName } from './reviews.js';
import type { SourceGraph } from './sourceGraph.js';

/** What the corroboration panel shows: an article's claims, or why there are none. */
export type PanelView =
  | {
      readonly kind: 'empty';
      readonly title: string;
      readonly detail: string;
      /** A command that helps, or `null`. */
      readonly action: { readonly label: string; readonly command: string } | null;
    }
  | { readonly kind: 'corroboration'; readonly corroboration: Corroboration };

/** What the panel lists: the claim at the cursor, those of the article, those of all articles. */
export const scopes = ['claim', 'article', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** Client to panel. */
export type ToPanel =
  | { readonly type: 'show'; readonly view: PanelView; readonly pinned: boolean; readonly scope: Scope }
  /** The claim the cursor of the article stands in. */
  | { readonly type: 'focus'; readonly claim: string | null }
  | { readonly type: 'graph'; readonly graph: SourceGraph };

/** Panel to client. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly place: Place }
  | { readonly type: 'pin'; readonly pinned: boolean }
  | { readonly type: 'scope'; readonly scope: Scope }
  /** The source graph of the list is wanted. */
  | { readonly type: 'graph' }
  /** Claims of the list, by id, to the clipboard. */
  | { readonly type: 'copy'; readonly ids: readonly string[] }
  /** Two articles side by side. */
  | { readonly type: 'compare'; readonly left: string; readonly right: string }
  | { readonly type: 'run'; readonly command: string };

/** What the corroboration panel keeps over a reload of the window. */
export interface PanelState {
  readonly uri: string | null;
  readonly pinned: boolean;
  readonly scope: Scope;
  /** What is typed and chosen above the list; only the page reads it. */
  readonly filter?: unknown;
}

/** Client to the table of figures. */
export interface ToFigures {
  readonly type: 'show';
  readonly table: FigureTable;
}

/** Table of figures to client. */
export type FromFigures =
  /** The page is there, or wants the newest table. */
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly place: Place }
  /** A person is to choose the incident that that of a figure is one with, or that the figure is moved to. */
  | { readonly type: 'merge' | 'move'; readonly figure: FigureName }
  | { readonly type: 'takeBack'; readonly review: ReviewName }
  | { readonly type: 'export'; readonly csv: string };
