import * as vscode from 'vscode';
import type { IdPlace } from '../../submissions/links/idPlaces.ts';
import type { Core } from '../core.ts';
import { linkCommand, linkTitle, placesIn } from './places.ts';

/** A link in a terminal. */
class TerminalIdLink extends vscode.TerminalLink {
  readonly place: IdPlace;

  constructor(place: IdPlace) {
    super(place.start, place.end - place.start, linkTitle(place));
    this.place = place;
  }
}

/** Links from ids in any terminal to their submissions. */
export function terminalLinks(core: Core): vscode.TerminalLinkProvider<TerminalIdLink> {
  return {
    provideTerminalLinks: ({ line }) => placesIn(core, line).map((place) => new TerminalIdLink(place)),
    handleTerminalLink: async ({ place }) => {
      const { command, given } = linkCommand(core, place);
      await vscode.commands.executeCommand(command, ...given);
    },
  };
}
