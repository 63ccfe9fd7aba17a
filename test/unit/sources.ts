import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** One import of a source file: what it names, and whether anything of it is left when the program runs. */
export interface Import {
  readonly from: string;
  readonly kind: 'value' | 'type' | 'dynamic';
}

/** A source file: its path from the root of the project, its text and its imports. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const root = new URL('../../', import.meta.url);
const statement = /^(?:import|export)\s+(type\s+)?(?:[^;'"]*?\sfrom\s+)?'([^']+)'/gm;
const call = /\bimport\(\s*'([^']+)'/g;

/** The text of a file, its path from the root of the project. */
export function textOf(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

/** All files of a pattern, such as `src/**` for everything below `src`. */
export function sources(pattern: string): readonly SourceFile[] {
  return globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => {
      const text = textOf(path);
      return { path, text, imports: importsIn(text) };
    });
}

/** The imports that a text of TypeScript makes. */
export function importsIn(text: string): readonly Import[] {
  return [
    ...[...text.matchAll(statement)].map(([, type, from = '']): Import => ({
      from,
      kind: type === undefined ? 'value' : 'type',
    })),
    ...[...text.matchAll(call)].map(([, from = '']): Import => ({ from, kind: 'dynamic' })),
  ];
}

/** The path of an imported file; a package keeps its name. */
export function targetOf(file: SourceFile, { from }: Import): string {
  return from.startsWith('.') ? posix.join(posix.dirname(file.path), from) : from;
}

/** The text of a program without its comments. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/[^\n]*/g, '$1');
}
