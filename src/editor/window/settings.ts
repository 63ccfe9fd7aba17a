import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { RowLabel } from '../../session/arrangement.ts';
import type { TimeZone } from '../../submissions/model/days.ts';

const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

const schemas = {
  baseUrl: z.string(),
  pageSize: whole(1, 2000),
  timeZone: z.enum(['utc', 'local']),
  requestTimeoutSeconds: z.number().check(z.minimum(1), z.maximum(300)),
  history: z.boolean(),
  autoRefreshSeconds: z.union([z.literal(0), whole(30, 86_400)]),
  nearMissMargin: z.number().check(z.minimum(0), z.maximum(100)),
  rowLabel: z.enum(['id', 'reason']),
  modelTools: z.boolean(),
};

/** The settings that count. A value that is not valid is replaced by its default. */
export interface Settings {
  /** Not yet parsed: a wrong address must fail where it is used, not turn into another host. */
  readonly baseUrl: string;
  readonly pageSize: number;
  readonly timeZone: TimeZone;
  readonly requestTimeoutSeconds: number;
  readonly history: boolean;
  /** 0 is off. */
  readonly autoRefreshSeconds: number;
  /** In points around a threshold. */
  readonly nearMissMargin: number;
  /** What the rows of submissions begin with. */
  readonly rowLabel: RowLabel;
  /** Whether language models may be given what is loaded. */
  readonly modelTools: boolean;
}

/** A setting whose value cannot be used, and the value that counts instead. */
export interface WrongSetting {
  readonly name: string;
  readonly value: string;
  /** What it may be, in words. */
  readonly allowed: string;
  readonly used: string;
}

const defaults: Settings = {
  baseUrl: 'https://rest-api.argosidentity.com/v3',
  pageSize: 200,
  timeZone: 'utc',
  requestTimeoutSeconds: 30,
  history: true,
  autoRefreshSeconds: 0,
  nearMissMargin: 5,
  rowLabel: 'id',
  modelTools: false,
};

/** Reads the settings; whatever is wrong in them is told, and its default counts. */
export function readSettings(): { readonly settings: Settings; readonly wrong: readonly WrongSetting[] } {
  const configuration = vscode.workspace.getConfiguration('faceauth');
  const wrong: WrongSetting[] = [];
  const read = <T>(name: keyof Settings, schema: z.ZodMiniType<T>, fallback: T): T => {
    const value = configuration.get<unknown>(name, fallback);
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const said = { value: JSON.stringify(value), allowed: allowedFor(name), used: String(fallback) };
      wrong.push({ name: `faceauth.${name}`, ...said });
    }
    return parsed.success ? parsed.data : fallback;
  };
  const settings = {
    baseUrl: read('baseUrl', schemas.baseUrl, defaults.baseUrl),
    pageSize: read('pageSize', schemas.pageSize, defaults.pageSize),
    timeZone: read('timeZone', schemas.timeZone, defaults.timeZone),
    requestTimeoutSeconds: read('requestTimeoutSeconds', schemas.requestTimeoutSeconds, defaults.requestTimeoutSeconds),
    history: read('history', schemas.history, defaults.history),
    autoRefreshSeconds: read('autoRefreshSeconds', schemas.autoRefreshSeconds, defaults.autoRefreshSeconds),
    nearMissMargin: read('nearMissMargin', schemas.nearMissMargin, defaults.nearMissMargin),
    rowLabel: read('rowLabel', schemas.rowLabel, defaults.rowLabel),
    modelTools: read('modelTools', schemas.modelTools, defaults.modelTools),
  };
  return { settings, wrong };
}

function allowedFor(name: keyof Settings): string {
  switch (name) {
    case 'baseUrl':
      return l10n.t('an address');
    case 'pageSize':
      return l10n.t('a whole number from 1 to 2,000');
    case 'timeZone':
      return l10n.t('utc or local');
    case 'requestTimeoutSeconds':
      return l10n.t('a number from 1 to 300');
    case 'history':
    case 'modelTools':
      return l10n.t('true or false');
    case 'autoRefreshSeconds':
      return l10n.t('0, or a whole number from 30 to 86,400');
    case 'rowLabel':
      return l10n.t('id or reason');
    case 'nearMissMargin':
      return l10n.t('a number from 0 to 100');
  }
}
