import * as vscode from 'vscode';
import { whereText } from '../../api/where.ts';
import type { Place, Submission } from '../../submissions/model/submission.ts';
import { longestId } from '../../submissions/privacy/idInText.ts';
import type { Core } from '../core.ts';
import { isSamePlace } from '../record/liveRecord.ts';
import type { RecordTarget } from '../record/targets.ts';
import { isAlias, noAlias } from '../screenShare/aliases.ts';
import { idToName, nameToId } from './idInAddress.ts';
import { folder, scheme } from './submissionFiles.ts';

/**
 * The addresses of the JSON documents. `faceauth:/<folder>/<project>/<authId>.json` holds all that is needed to fetch
 * the record again; in screen-share mode an alias stands in the place of the id.
 * `faceauth:/<folder>/<project>/loaded/<number>/<place>.json` is a record that cannot be fetched by its id alone: only
 * this window knows it, until it closes. Addresses of version 0.1.0 have no folder.
 */
export class DocumentAddresses {
  readonly #core: Pick<Core, 'mask' | 'shown'>;
  readonly #places: Place[] = [];
  /** The ids behind the aliases in addresses. */
  readonly #ids = new Map<string, string>();

  constructor(core: Pick<Core, 'mask' | 'shown'>) {
    this.#core = core;
  }

  /** The address of a submission's document. */
  ofSubmission(projectId: string, submission: Submission): vscode.Uri {
    const { id } = submission;
    return id.length <= longestId ? this.ofId({ projectId, id }) : this.ofPlace(projectId, submission);
  }

  /** The address of the document of a submission that is known by its id alone. */
  ofId({ projectId, id }: RecordTarget): vscode.Uri {
    const name = this.#core.mask().id(id);
    if (name !== id) {
      this.#ids.set(name, id);
    }
    return vscode.Uri.from({ scheme, path: `/${folder}/${projectId}/${idToName(name)}.json` });
  }

  /**
   * The address of the document of a record that cannot be fetched by its id alone: it has no id, one that is too long,
   * or one that another project of the service has as well.
   */
  ofPlace(projectId: string, place: Place): vscode.Uri {
    const known = this.#places.findIndex((other) => isSamePlace(other, place));
    const number = known === -1 ? this.#places.push(place) - 1 : known;
    return vscode.Uri.from({ scheme, path: `/${folder}/${projectId}/loaded/${number}/${whereText(place)}.json` });
  }

  /**
   * The address of the same document with its id as ids are shown now. Returns `uri` itself until the alias is loaded,
   * and where `uri` leads to no id.
   */
  renewed(uri: vscode.Uri): vscode.Uri {
    const target = this.targetOf(uri);
    return target === undefined || this.#core.mask().id(target.id) === noAlias ? uri : this.ofId(target);
  }

  /**
   * The project and id that a document's address names; undefined where it names no id, or an alias whose id is not
   * known.
   */
  targetOf(uri: vscode.Uri): RecordTarget | undefined {
    const target = this.#named(uri);
    return target === undefined || this.#isUnknown(target) ? undefined : target;
  }

  /**
   * Whether the address holds an alias whose id is not known: the document was opened in screen-share mode, before VS
   * Code was started again.
   */
  hasUnknownId(uri: vscode.Uri): boolean {
    const target = this.#named(uri);
    return target !== undefined && this.#isUnknown(target);
  }

  #isUnknown({ projectId, id }: RecordTarget): boolean {
    // In the file of a redacted export, an alias is itself the id.
    return isAlias(id) && this.#core.shown.byId(projectId)?.file === undefined;
  }

  #named(uri: vscode.Uri): RecordTarget | undefined {
    const [projectId, name, number] = partsOf(uri);
    if (uri.scheme !== scheme || projectId === undefined || name === undefined || number !== undefined) {
      return undefined;
    }
    const shownId = nameToId(name.replace(/\.json$/, ''));
    return { projectId, id: this.#ids.get(shownId) ?? shownId };
  }

  /** The place of the record at an address from `ofPlace`; undefined where this window did not make that address. */
  placeOf(uri: vscode.Uri): Place | undefined {
    return this.#places[Number(partsOf(uri)[2])];
  }
}

/** Whether a tab has an address of version 0.1.0. */
export function isOfBefore(uri: vscode.Uri): boolean {
  return uri.scheme === scheme && !uri.path.startsWith(`/${folder}/`);
}

/** The parts of an address behind the folder. */
function partsOf(uri: vscode.Uri): readonly string[] {
  return uri.path.split('/').slice(isOfBefore(uri) ? 1 : 2);
}
