import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { projectName } from '../../session/projectName.ts';
import type { ProjectState } from '../../session/state.ts';
import { countText } from '../../submissions/words/countText.ts';
import { escapedMarkdown } from '../../submissions/words/escapedMarkdown.ts';
import { plain } from '../../submissions/words/plain.ts';
import type { Core } from '../core.ts';
import { languageOfWords } from '../window/language.ts';
import { answered } from './answer.ts';
import type { Reading } from './reading.ts';
import { readToolInput, type ToolInput } from './toolInput.ts';
import type { ToolName } from './toolNames.ts';

/** How many questions to a person are remembered at most while no tool has run after them. */
const mostAsked = 100;

/** What the tools stand on. */
export type ModelToolsCore = Pick<Core, 'session' | 'aliases' | 'store' | 'zone' | 'mask' | 'guard'> & {
  readonly settings: { readonly current: Pick<Core['settings']['current'], 'modelTools'> };
};

/**
 * The tools for language models. They read what is loaded in this window and ask no service. A person is asked before
 * each run, which then reads only the project that the question named.
 */
export class ModelTools {
  readonly #core: ModelToolsCore;
  /** The project that a person was asked about, by the tool and its input. */
  readonly #asked = new Map<string, string>();

  constructor(core: ModelToolsCore) {
    this.#core = core;
  }

  /** What a person is asked before a tool runs: what it reads, of which project. Nothing where nothing would be read. */
  prepare(name: ToolName, given: unknown): vscode.PreparedToolInvocation {
    const shown = this.#shown;
    if (!this.#isOn || shown === undefined || 'wrong' in readToolInput(name, given)) {
      return {};
    }
    this.#remember(keyOf(name, given), shown.project.id);
    const message = l10n.t(
      '{0} of the project “{1}”, which has {2} loaded. Ids are aliases, and signals are left out. What is read goes to the language model of the chat; the service is not asked.',
      whatIsRead(name),
      escapedMarkdown(plain(projectName(shown.project, this.#core.mask()), 80)),
      countText(shown.loaded.count),
    );
    return {
      invocationMessage: l10n.t('Reading what FaceAuth Inspector has loaded'),
      confirmationMessages: { title: l10n.t('Let the chat read FaceAuth submissions?'), message },
    };
  }

  /** Runs a tool; what went wrong is said to the model. */
  async run(name: ToolName, given: unknown, token: vscode.CancellationToken): Promise<string> {
    if (!this.#isOn) {
      return l10n.t('The setting faceauth.modelTools is off. Ask the person to switch it on.');
    }
    const asked = readToolInput(name, given);
    if ('wrong' in asked) {
      return asked.wrong === ''
        ? l10n.t('The input is not as the tool describes it.')
        : l10n.t('The input is not as the tool describes it: look at {0}.', asked.wrong);
    }
    const shown = this.#shown;
    if (shown === undefined) {
      return l10n.t('No submission is loaded in this window. Ask the person to open the FaceAuth view.');
    }
    const key = keyOf(name, given);
    const agreed = this.#asked.get(key);
    this.#asked.delete(key);
    if (agreed !== shown.project.id) {
      return l10n.t(
        'Nobody was asked whether submissions of the project that is shown may be read. Call the tool again.',
      );
    }
    return await this.#answer(asked, shown, token);
  }

  get #isOn(): boolean {
    return this.#core.settings.current.modelTools;
  }

  get #shown(): ProjectState | undefined {
    const { state } = this.#core.session;
    return state.kind === 'idle' || state.loaded.count + state.lookedUp.length === 0 ? undefined : state;
  }

  #remember(key: string, projectId: string): void {
    this.#asked.delete(key);
    this.#asked.set(key, projectId);
    for (const oldest of [...this.#asked.keys()].slice(0, -mostAsked)) {
      this.#asked.delete(oldest);
    }
  }

  async #answer(asked: ToolInput, shown: ProjectState, token: vscode.CancellationToken): Promise<string> {
    const { aliases, session, store, zone, guard } = this.#core;
    const abort = new AbortController();
    const stop = token.onCancellationRequested(() => {
      abort.abort();
    });
    let text = l10n.t('FaceAuth Inspector met an unexpected error, and told the person.');
    await guard(async () => {
      await aliases.load();
      const isId = (one: string): boolean => session.records.isId(one);
      const reading: Reading = {
        shown,
        alias: aliases.of,
        isId,
        known: (id) => session.records.known(shown.project, id),
        zone: zone(),
        locale: languageOfWords(),
        now: Date.now(),
        signal: abort.signal,
      };
      text = await answered(asked, reading, async (one) => await store.isKey(one));
    });
    stop.dispose();
    return text;
  }
}

function keyOf(name: ToolName, given: unknown): string {
  return `${name} ${JSON.stringify(given)}`;
}

function whatIsRead(name: ToolName): string {
  switch (name) {
    case 'faceauth_findSubmissions':
      return l10n.t('Reads a list of submissions');
    case 'faceauth_getSubmission':
      return l10n.t('Reads one redacted record');
    case 'faceauth_explainVerdict':
      return l10n.t('Reads why one submission ended as it did');
    case 'faceauth_summarizeInsights':
      return l10n.t('Reads counts, scores and near misses');
    case 'faceauth_tryThresholds':
      return l10n.t('Reads what other thresholds would have done');
  }
}
