import type { Mask } from '../submissions/privacy/mask.ts';
import type { Project } from './state.ts';

/** The name of a project as it may be shown. The name of a file was not given in this extension, so it may hold ids. */
export function projectName({ name, file }: Project, mask: Mask): string {
  return file === undefined ? name : mask.text(name);
}
