import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { largestPage } from '../../api/address.ts';
import type { Result } from '../../api/failure.ts';
import { readPage, type Page } from '../../api/page.ts';
import { pagesOf } from '../../api/pages.ts';
import type { Redact } from '../../export/encoder.ts';
import { fileNameOf } from '../../export/fileName.ts';
import { exportRange, type Exported } from '../../export/range.ts';
import { exportSelection } from '../../export/selection.ts';
import { askAnew, type Connect } from '../../session/askAnew.ts';
import type { LoadedPage } from '../../session/loaded.ts';
import type { Row } from '../../session/row.ts';
import type { Session } from '../../session/session.ts';
import { countText } from '../../submissions/countText.ts';
import { matcherOf, isEmpty } from '../../submissions/filter.ts';
import { redactedRecord } from '../../submissions/redaction.ts';
import type { Aliases } from '../aliases.ts';
import type { Guard } from '../guard.ts';
import type { ScreenShare } from '../screenShare.ts';
import type { SettingsWatch } from '../settingsWatch.ts';
import { askForFormat, askForRedaction, askForTarget } from './choices.ts';
import { askForPage } from './pagePick.ts';
import { askForScope } from './scope.ts';
import { runExport, type Running } from './exportRun.ts';
import { selectedIn } from './selected.ts';

/** An export may take an hour: it sits out more than a person in front of the tree would. */
const patience = { attempts: 8, longestPause: 600_000 };

/** What exports work on. */
export interface ExportCommandsOptions {
  readonly session: Session;
  readonly settings: SettingsWatch;
  readonly connect: Connect;
  readonly guard: Guard;
  readonly screenShare: ScreenShare;
  readonly aliases: Aliases;
}

/** Exporting a range, what is selected, or a page. */
export class ExportCommands {
  readonly #options: ExportCommandsOptions;

  constructor(options: ExportCommandsOptions) {
    this.#options = options;
  }

  /** Exports days, or what the filter shows, whole: what is not loaded is asked for. */
  async range(): Promise<void> {
    const { session, settings, connect, guard, screenShare } = this.#options;
    const { state } = session;
    if (state.kind === 'idle') {
      return;
    }
    const title = l10n.t('Export Range');
    const { filter } = session.arrangement;
    const scope = await askForScope(title, { days: state.days, filter, mask: screenShare.mask });
    const filtered = scope?.filtered === true && !isEmpty(filter);
    const chosen = scope && (await this.#choose(title, fileNameOf(scope.days, filtered)));
    if (scope === undefined || chosen === undefined) {
      return;
    }
    const { project } = state;
    const { nearMissMargin } = settings.current;
    const work = async (running: Running): Promise<Exported> => {
      const ask = askAnew(connect, project, { ...patience, onWait: running.onWait });
      const query = { count: largestPage, ...(scope.days !== undefined && { days: scope.days }) };
      const pages = pagesOf(ask, query, running.signal);
      const matches = filtered ? { matches: matcherOf(filter, nearMissMargin) } : {};
      return await exportRange({ ...chosen, ...running, ...matches, pages });
    };
    await runExport({ title, uri: chosen.uri, mask: screenShare.mask, guard, work });
  }

  /** Exports the selected submissions, and all that stands below selected groups. */
  async selection(rows: readonly Row[]): Promise<void> {
    const { session, guard, screenShare } = this.#options;
    if (session.state.kind === 'idle') {
      return;
    }
    const { count, submissions } = selectedIn(rows, session.state);
    if (count === 0) {
      return;
    }
    const title = count === 1 ? l10n.t('Export 1 Submission') : l10n.t('Export {0} Submissions', countText(count));
    const chosen = await this.#choose(title, 'faceauth-selected');
    if (chosen !== undefined) {
      const work = async (running: Running): Promise<Exported> =>
        await exportSelection({ ...chosen, ...running, submissions: submissions() });
      await runExport({ title, uri: chosen.uri, mask: screenShare.mask, guard, work });
    }
  }

  /** Exports a loaded page as the service sent it; redacted while the screen is shared. */
  async page(): Promise<void> {
    const { session, settings, guard, screenShare } = this.#options;
    const { state } = session;
    if (state.kind === 'idle' || state.loaded.pages.length === 0) {
      await vscode.window.showInformationMessage(l10n.t('There is no loaded page to export yet.'));
      return;
    }
    const title = l10n.t('Export Page to JSON');
    const page = await askForPage(title, state.loaded.pages, settings.current.timeZone);
    const uri = page && (await askForTarget(title, `faceauth-page-${page.number}`, 'json'));
    if (page === undefined || uri === undefined) {
      return;
    }
    const redact = screenShare.mask.on ? await this.#redact() : undefined;
    const work = async (running: Running): Promise<Exported> => {
      if (redact !== undefined) {
        return await exportRange({ ...running, format: 'json', redact, pages: onlyPage(page) });
      }
      const bytes = await page.source.bytes();
      await running.sink.write(bytes);
      const { records, broken } = page;
      const report = { records, pages: 1, duplicates: 0, broken, leftOut: 0, bytes: bytes.length };
      return { end: { kind: 'complete' }, report };
    };
    await runExport({ title, uri, mask: screenShare.mask, guard, work });
  }

  async #choose(title: string, name: string) {
    const format = await askForFormat(title);
    const choice = format && (await askForRedaction(title, this.#options.screenShare.mask.on));
    const uri =
      format && choice && (await askForTarget(title, choice === 'redacted' ? `${name}-redacted` : name, format));
    return uri && format && { uri, format, ...(choice === 'redacted' && { redact: await this.#redact() }) };
  }

  async #redact(): Promise<Redact> {
    const { aliases, session } = this.#options;
    await aliases.load();
    return { record: (raw) => redactedRecord(raw, aliases.of, (text) => session.isId(text)), projectId: aliases.of };
  }
}

async function* onlyPage({ source }: LoadedPage): AsyncGenerator<Result<Page>, void, void> {
  yield await readPage({ bytes: await source.bytes(), contentType: '' });
}
