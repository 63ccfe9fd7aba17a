import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { largestPage } from '../../api/address.ts';
import { success } from '../../api/failure.ts';
import { readPage, type Page } from '../../api/page.ts';
import { pagesOf, type Pages } from '../../api/pages.ts';
import type { Redact } from '../../export/encoder.ts';
import { fileNameOf } from '../../export/fileName.ts';
import { PageRedaction } from '../../export/pageRedaction.ts';
import { exportRange, type Exported } from '../../export/range.ts';
import { exportSelection } from '../../export/selection.ts';
import { withoutStale, type IsDeletedNow } from '../../export/withoutStale.ts';
import type { LoadedPage } from '../../session/loaded.ts';
import type { Row } from '../../session/row.ts';
import type { Project } from '../../session/state.ts';
import { countText } from '../../submissions/words/countText.ts';
import { matcherOf, isEmpty } from '../../submissions/model/filter.ts';
import type { Core } from '../core.ts';
import { tellNothingLoaded } from '../list/nothingLoaded.ts';
import { tellNoProject, tellProjectGone } from '../project/noProject.ts';
import type { TargetRecords } from '../record/targetRecords.ts';
import { areGone, isReference, rowsIn, tellNoSubmission, tellRowsGone, type RecordTarget } from '../record/targets.ts';
import { ExportPlaces } from './exportPlaces.ts';
import { askForExport, type ExportQuestion } from './exportQuestions.ts';
import { askForTarget } from './exportTarget.ts';
import { askForPage } from './pagePick.ts';
import type { Scope } from './scope.ts';
import { runExport, type Running } from './exportRun.ts';
import { selectedIn, type Selected } from './selected.ts';

/** An export may take an hour, so it tries more often and waits longer (in ms) than a load for a person at the tree. */
const patience = { attempts: 8, longestPause: 600_000 };

/** Exporting a range, what is selected, or a page. `done` is told what an export has written, in words. */
export function registerExports(core: Core, found: TargetRecords, done: (text: string) => void): vscode.Disposable {
  const { commands } = core;
  const exports = new ExportCommands(core, found, done);
  return vscode.Disposable.from(
    commands.register('faceauth.exportPage', async () => {
      await exports.page();
    }),
    commands.register('faceauth.exportRange', async () => {
      await exports.range();
    }),
    commands.register('faceauth.exportSelection', async (given) => {
      const [target] = given;
      const rows = rowsIn(given);
      if (areGone(given)) {
        tellRowsGone();
      } else if (rows.length === 0 && isReference(target)) {
        await exports.submission(target);
      } else if (rows.length === 0) {
        tellNoSubmission();
      } else {
        await exports.selection(rows);
      }
    }),
  );
}

class ExportCommands {
  readonly #core: Core;
  readonly #found: TargetRecords;
  readonly #done: (text: string) => void;
  readonly #places: ExportPlaces;

  constructor(core: Core, found: TargetRecords, done: (text: string) => void) {
    this.#core = core;
    this.#found = found;
    this.#places = new ExportPlaces(core.workspaceState);
    this.#done = done;
  }

  /** Exports all submissions of some days, or all that the filter lets through, also those that are not loaded. */
  async range(): Promise<void> {
    const { session, settings, connect, guard, mask, shown } = this.#core;
    const { state } = session;
    if (state.kind === 'idle') {
      tellNoProject();
      return;
    }
    const title = l10n.t('Export Range');
    const { filter, zone } = session.arrangement;
    const isFiltered = (scope: Scope | undefined): boolean => scope?.filtered === true && !isEmpty(filter);
    const chosen = await this.#choose({
      title,
      scope: { days: state.days, filter, zone, mask, project: state.project },
      name: (scope) => fileNameOf(scope?.days, isFiltered(scope)),
    });
    if (chosen === undefined) {
      return;
    }
    const { scope } = chosen;
    const filtered = isFiltered(scope);
    const { project } = state;
    const isGone = (): boolean => shown.byId(project.id) === undefined;
    if (isGone()) {
      tellProjectGone();
      return;
    }
    const { nearMissMargin } = settings.current;
    const work = async (running: Running): Promise<Exported> => {
      // Records that are exported as received are copied as bytes. To redact or filter them, each is needed parsed,
      // more than once.
      const lazily = chosen.redact === undefined && !filtered;
      const ask = connect(project, { ...patience, onWait: running.onWait, lazily });
      const query = { count: largestPage, ...(scope?.days !== undefined && { days: scope.days }) };
      const pages = pagesOf(ask, query, running.signal);
      const matches = filtered ? { matches: matcherOf(filter, nearMissMargin) } : {};
      return await exportRange({ ...chosen, ...running, ...matches, isDeletedNow: this.#isDeletedNow(project), pages });
    };
    const asked = { id: project.id, isGone };
    await runExport({ title, uri: chosen.uri, mask, guard, project: asked, done: this.#done, work });
  }

  /** Exports the selected submissions, and all that stands below selected groups. */
  async selection(rows: readonly Row[]): Promise<void> {
    const { state } = this.#core.session;
    const selected = state.kind === 'idle' ? undefined : await selectedIn(rows, state);
    if (selected === undefined || selected.count === 0) {
      tellRowsGone();
    } else {
      await this.#submissions(selected, this.#unloadedNote(rows));
    }
  }

  /** Exports one submission, wherever it is. */
  async submission(target: RecordTarget): Promise<void> {
    const again = async (): Promise<void> => {
      await this.submission(target);
    };
    const submission = await this.#found.submissionOf({ kind: 'submission', ...target }, again);
    if (submission !== undefined) {
      await this.#submissions({ count: 1, submissions: () => [submission] });
    }
  }

  async #submissions({ count, submissions }: Selected, note?: string): Promise<void> {
    const { guard, mask } = this.#core;
    const title = count === 1 ? l10n.t('Export 1 Submission') : l10n.t('Export {0} Submissions', countText(count));
    const chosen = await this.#choose({ title, name: () => 'faceauth-selected', note });
    if (chosen !== undefined) {
      const work = async (running: Running): Promise<Exported> =>
        await exportSelection({ ...chosen, ...running, submissions: submissions() });
      await runExport({ title, uri: chosen.uri, mask, guard, done: this.#done, work });
    }
  }

  /** Exports a loaded page as the service sent it; redacted while the screen is shared. */
  async page(): Promise<void> {
    const { session, shown, settings, guard, mask } = this.#core;
    await shown.read();
    const { state } = session;
    if (state.kind === 'idle') {
      tellNoProject();
      return;
    }
    if (state.loaded.pages.length === 0) {
      void guard(async () => {
        await tellNothingLoaded(this.#core);
      });
      return;
    }
    // Redaction is not asked for here: the title and the file name say whether the page is redacted.
    const [title, ending] = mask().on
      ? [l10n.t('Export Page to JSON, Redacted'), '-redacted']
      : [l10n.t('Export Page to JSON'), ''];
    const page = await askForPage(title, state.loaded.pages, settings.current.timeZone);
    const uri = page && (await askForTarget(title, `faceauth-page-${page.number}${ending}`, 'json', this.#places));
    if (page === undefined || uri === undefined) {
      return;
    }
    const redact = mask().on || ending !== '' ? await this.#redact() : undefined;
    const { project } = state;
    const work = async (running: Running): Promise<Exported> => {
      const now = withoutStale(await readAgain(page), this.#isDeletedNow(project));
      if (redact !== undefined) {
        return await exportRange({ ...running, format: 'json', redact, pages: onlyPage(now) });
      }
      await running.sink.write(now.bytes);
      const counts = { records: now.records.length, broken: now.broken.length, bytes: now.bytes.length };
      const report = { ...counts, pages: 1, duplicates: 0, leftOut: 0, deleted: 0, deletedLater: 0 };
      return { end: { kind: 'complete' }, report };
    };
    await runExport({ title, uri, mask, guard, done: this.#done, work });
  }

  /** Tells whether a submission of a project was deleted since it was read. */
  #isDeletedNow(project: Project): IsDeletedNow {
    const { records } = this.#core.session;
    return (id, serviceProject) => records.known(project, id, serviceProject)?.deleted === true;
  }

  async #choose(question: Pick<ExportQuestion, 'title' | 'scope' | 'name' | 'note'>) {
    const isMasked = (): boolean => this.#core.mask().on;
    const answers = await askForExport({ ...question, isMasked, places: this.#places });
    if (answers === undefined) {
      return undefined;
    }
    const { redaction, ...others } = answers;
    return { ...others, ...(redaction === 'redacted' && { redact: await this.#redact() }) };
  }

  /**
   * A warning before the export: groups and the attempts of a KYC submission hold only what is loaded. Undefined where
   * the service has no more.
   */
  #unloadedNote(rows: readonly Row[]): string | undefined {
    const { state } = this.#core.session;
    const holdsRows = rows.some(({ kind }) => kind === 'group' || kind === 'attempts');
    const isPart = state.kind !== 'idle' && state.loaded.more && holdsRows;
    return isPart
      ? l10n.t('Only what is loaded is written, and there is more: for all of it use Export Range.')
      : undefined;
  }

  async #redact(): Promise<Redact> {
    const { aliases, session } = this.#core;
    await aliases.load();
    return new PageRedaction(aliases.now, (text) => session.records.isId(text));
  }
}

async function readAgain({ source }: LoadedPage): Promise<Page> {
  const page = await readPage({ bytes: await source.bytes(), contentType: '' });
  if (!page.ok) {
    throw new Error('A page that was read can be read no more.');
  }
  return page.value;
}

async function* onlyPage(page: Page): Pages {
  yield success(page);
}
