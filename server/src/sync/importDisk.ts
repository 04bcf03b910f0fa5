/** The disk, as an import needs it: files by URI, as bytes. */
export interface ImportDisk {
  /** What is in the file, or its size in bytes where that is more than `largest`; `null`: no such file. Rejects where it is none. */
  read(file: string, largest: number): Promise<Uint8Array | number | null>;
  /** Writes a file whole, and its folder where there is none. Rejects where there is such a file by now. */
  create(file: string, bytes: Uint8Array): Promise<void>;
  /** Writes over a file: under another name first, then moved into place. */
  replace(file: string, bytes: Uint8Array): Promise<void>;
}
