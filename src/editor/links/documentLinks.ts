import * as vscode from 'vscode';
import type { IdPlace } from '../../submissions/links/idPlaces.ts';
import type { Core } from '../core.ts';
import { scheme } from '../document/submissionFiles.ts';
import { commandLink, linkCommand, linkTitle, placesIn } from './places.ts';

/** A link in a document; where it leads is made only for the one that is used. */
class DocumentIdLink extends vscode.DocumentLink {
  readonly place: IdPlace;

  constructor(place: IdPlace) {
    super(new vscode.Range(place.line, place.start, place.line, place.end));
    this.tooltip = linkTitle(place);
    this.place = place;
  }
}

/** Links from ids in any document to their submissions. The JSON documents of submissions have their own. */
export function documentLinks(core: Core): vscode.DocumentLinkProvider {
  return {
    provideDocumentLinks: (document) =>
      document.uri.scheme === scheme
        ? []
        : placesIn(core, document.getText()).map((place) => new DocumentIdLink(place)),
    resolveDocumentLink: (link) => {
      if (link instanceof DocumentIdLink) {
        link.target = vscode.Uri.parse(commandLink(linkCommand(core, link.place)));
      }
      return link;
    },
  };
}
