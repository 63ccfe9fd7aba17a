import * as l10n from '@vscode/l10n';
import { idPlacesIn, type IdPlace } from '../../submissions/links/idPlaces.ts';
import type { Core } from '../core.ts';

/** The ids in a text, including known ids of the shown project. Empty while no project is shown. */
export function placesIn({ session, shown }: Core, text: string): readonly IdPlace[] {
  return shown.current === undefined ? [] : idPlacesIn(text, session.records.knownOf(shown.current.id));
}

/** What following a link to an id does, in words. */
export function linkTitle({ known }: IdPlace): string {
  return known ? l10n.t('Open Submission') : l10n.t('Look Up Submission');
}

/** A command and what it is given. */
export interface LinkCommand {
  readonly command: string;
  readonly given: readonly unknown[];
}

/** What following a link to an id runs: a known one is opened, any other is looked up, which asks the service. */
export function linkCommand({ shown }: Core, { id, known }: IdPlace): LinkCommand {
  return known && shown.current !== undefined
    ? { command: 'faceauth.openRecord', given: [{ projectId: shown.current.id, id, focus: true }] }
    : // The id goes with its name, because it may be encoded as in an address; the look-up then decodes it.
      { command: 'faceauth.lookup', given: [{ text: `authId=${id}` }] };
}

/** An address that runs a command. It holds no character that would end a link in Markdown. */
export function commandLink({ command, given }: LinkCommand): string {
  // VS Code decodes the query twice, so a percent sign in an id must not be read as the beginning of an encoded
  // character.
  const query = encodeURIComponent(JSON.stringify(given).replaceAll('%', String.raw`\u0025`));
  return `command:${command}?${query.replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}
