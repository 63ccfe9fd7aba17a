import type { Mask } from '../submissions/privacy/mask.ts';
import type { Project } from './state.ts';

/** The name of a project as it may be shown. That of a file was not given here: it may hold ids. */
export function projectName({ name, file }: Project, mask: Mask): string {
  return file === undefined ? name : mask.text(name);
}
