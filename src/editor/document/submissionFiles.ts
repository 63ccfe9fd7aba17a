import * as vscode from 'vscode';

/** The scheme of the read-only JSON documents. */
export const scheme = 'faceauth';

/**
 * The first folder in the address of each document. It makes VS Code give the documents a language of their own: for
 * plain JSON, VS Code would fetch the address that a record names in `$schema`.
 */
export const folder = 'FaceAuth submissions';

/** Read-only files whose content is made when they are opened. */
export class SubmissionFiles implements vscode.FileSystemProvider {
  readonly #read: (uri: vscode.Uri) => Promise<Uint8Array>;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  /** VS Code reads a file again only when its time has changed. */
  readonly #times = new Map<string, number>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(read: (uri: vscode.Uri) => Promise<Uint8Array>) {
    this.#read = read;
  }

  /** The content of a file is another one now. */
  changed(uri: vscode.Uri): void {
    this.#times.set(uri.path, Date.now());
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  /** Tells VS Code that there is no such document any more. */
  gone(uri: vscode.Uri): void {
    this.#times.delete(uri.path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { byteLength } = await this.#read(uri);
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: this.#times.get(uri.path) ?? 0,
      size: byteLength,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return await this.#read(uri);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
