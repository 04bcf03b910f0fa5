/** Files by the end of their paths: an archive names an article by its path there, a folder by one that begins elsewhere. */
export class PathEnds {
  private readonly byName = new Map<string, Map<string, string>>();

  add(file: string, path: string): void {
    const name = nameIn(path);
    const files = this.byName.get(name) ?? new Map<string, string>();
    this.byName.set(name, files);
    files.set(file, `/${path}`);
  }

  remove(file: string, path: string): void {
    const files = this.byName.get(nameIn(path));
    files?.delete(file);
    if (files?.size === 0) this.byName.delete(nameIn(path));
  }

  /** Whether the path of one of the files ends with this one. */
  hasEnding(end: string): boolean {
    const whole = `/${end.replace(/^\/+/, '')}`;
    return [...(this.byName.get(nameIn(end))?.values() ?? [])].some((path) => path.endsWith(whole));
  }

  /** The files of which the whole path is the end of this one. */
  endsOf(path: string): string[] {
    const files = [...(this.byName.get(nameIn(path)) ?? [])];
    return files.flatMap(([file, end]) => (`/${path}`.endsWith(`/${end.replace(/^\/+/, '')}`) ? [file] : []));
  }
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
