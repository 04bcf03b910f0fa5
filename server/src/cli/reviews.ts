import { URI } from 'vscode-uri';
import type { Checkable } from '../exports/checked.js';
import { identityOf } from '../reviews/articleIdentity.js';
import type { FolderArticles } from '../reviews/folderReviews.js';
import type { Remark } from '../reviews/review.js';
import { nodeFiles } from '../sync/node/nodeFiles.js';
import { Sidecar, sidecarName } from '../sync/sidecar.js';
import { fileUnder, pathUnder } from '../sync/uris.js';
import type { Workspace } from '../workspace/workspace.js';
import { damageWords } from './damageWords.js';
import type { NamedFile } from './named.js';

interface SaidOfFiles extends Pick<Checkable, 'remarks' | 'reviews' | 'incidentReviews'> {
  readonly problems: readonly string[];
}

/**
 * What people said of some files: in the sidecar of the folder that was named, or of the nearest above it that has one, so
 * that `check articles/2031` finds what was written in the editor, where `articles` is open.
 */
export async function reviewsOf(
  files: readonly NamedFile[],
  named: readonly string[],
  workspace: Workspace,
): Promise<SaidOfFiles> {
  const { sidecars, ofFile } = await sidecarsOf(files, named, workspace);
  await Promise.all([...sidecars.values()].map((sidecar) => sidecar.load()));
  const problems = [...sidecars.values()].flatMap(({ damages }) => damageWords(damages));
  const remarks = (path: string): readonly Remark[] => {
    const [sidecar, source] = ofFile.get(path) ?? [null, ''];
    return sidecar?.reviews.of(source) ?? [];
  };
  const pathOf = new Map(files.map(({ uri, path }) => [uri, path]));
  const reviews = () =>
    [...sidecars].flatMap(([home, sidecar]) =>
      [...sidecar.reviews.byArticle()].flatMap(([source, own]) => {
        const file = source === null ? null : (pathOf.get(sidecar.fileOf(source)) ?? null);
        // of a part of the folder nobody asked about the rest
        return file === null && !isAllOf(home, named) ? [] : own.map((review) => ({ review, file }));
      }),
    );
  const pathAt = (uri: string | null): string | null => (uri === null ? null : (pathOf.get(uri) ?? null));
  const incidentReviews = () =>
    [...sidecars].flatMap(([folder, sidecar]) =>
      sidecar
        .ofIncidents()
        .map((one) => ({ ...one, folder, file: pathAt(one.file), otherFile: pathAt(one.otherFile) })),
    );
  return { remarks, reviews, incidentReviews, problems };
}

/** The sidecars that may speak of some files, by the URIs of their folders; and of each file which, and its path there. */
async function sidecarsOf(files: readonly NamedFile[], named: readonly string[], workspace: Workspace) {
  const homes = new Map<string, string | null>();
  const sidecars = new Map<string, Sidecar>();
  const ofFile = new Map<string, readonly [sidecar: Sidecar, source: string]>();
  for (const { path, uri } of files) {
    const within = named.find((folder) => uri.startsWith(`${folder}/`)) ?? parentOf(uri);
    const known = homes.get(within);
    const home = known === undefined ? await homeOf(within) : known;
    homes.set(within, home);
    if (home === null) continue;
    const sidecar = sidecars.get(home) ?? sidecarOf(home, files, named, workspace);
    sidecars.set(home, sidecar);
    ofFile.set(path, [sidecar, pathUnder(home, uri)]);
  }
  return { sidecars, ofFile };
}

const isAllOf = (home: string, named: readonly string[]): boolean => named.some((folder) => `${folder}/` === home);

const parentOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

/** The nearest folder, this or one above, that has a sidecar: a URI that ends in a slash. */
async function homeOf(folder: string): Promise<string | null> {
  for (let uri = folder; URI.parse(uri).path.length > 1; uri = parentOf(uri))
    if (await nodeFiles.isFolder(`${uri}/${sidecarName}`)) return `${uri}/`;
  return null;
}

/** The sidecar of a folder, `home`, whose URI ends in a slash; `named`: the folders of which all files were named. */
export function sidecarOf(
  home: string,
  files: readonly NamedFile[],
  named: readonly string[],
  workspace: Workspace,
): Sidecar {
  const held = new Map(files.filter(({ uri }) => uri.startsWith(home)).map(({ path, uri }) => [uri, path]));
  const articles: FolderArticles = {
    has: (path) => held.has(fileUnder(home, path)),
    // of a part of the folder nobody knows whether an article was moved into it
    areAllRead: () => isAllOf(home, named),
    *all() {
      for (const [uri, path] of held) {
        const facts = workspace.factsOf(path);
        if (facts !== undefined) yield [pathUnder(home, uri), identityOf(facts)] as const;
      }
    },
  };
  return new Sidecar(nodeFiles, home, articles);
}
