import { percentDecoded } from '../../api/percentDecoded.ts';
import { idProblem } from '../privacy/idInText.ts';

/** What a link to a submission names. */
export interface SubmissionLink {
  readonly authId: string;
  /** The name of the project where the link was copied; undefined where it names none. */
  readonly project: string | undefined;
}

/** Why a link opens nothing. */
export type LinkProblem = 'unknownPath' | 'noId' | 'ambiguous';

/** The longest name of a project that is looked for, in characters. */
const longestName = 200;

const path = '/submission';

/** A link that opens a submission, such as `vscode://faceauth.faceauth-inspector/submission?authId=fa_1&project=Staging`. */
export function submissionLink(origin: string, { authId, project }: SubmissionLink): string {
  const named = project === undefined ? '' : `&project=${encoded(project)}`;
  return `${origin}${path}?authId=${encoded(authId)}${named}`;
}

/**
 * Reads the path and the query of a link as VS Code gives them: decoded once. Anybody can write a link, so nothing is
 * guessed: the id must be one that can be asked for as it stands, and no parameter may be given twice.
 */
export function readSubmissionLink(link: {
  readonly path: string;
  readonly query: string;
}): SubmissionLink | LinkProblem {
  if (link.path !== path) {
    return 'unknownPath';
  }
  const values = new Map<string, string>();
  for (const part of link.query.split('&').filter((one) => one !== '')) {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
    if (values.has(name)) {
      return 'ambiguous';
    }
    values.set(name, percentDecoded(value));
  }
  const authId = values.get('authId') ?? '';
  if (idProblem(authId) !== undefined) {
    return 'noId';
  }
  const project = values.get('project') ?? '';
  return { authId, project: project === '' ? undefined : project.slice(0, longestName) };
}

/** Encodes twice what separates the parts of a query, since VS Code hands a query over decoded. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/[%&=#?+]/g, encodeURIComponent)).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}
