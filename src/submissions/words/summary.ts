import * as l10n from '@vscode/l10n';
import type { Detail } from '../model/detail.ts';
import { checksPart } from './checkRows.ts';
import { escapedMarkdown } from './escapedMarkdown.ts';
import type { RecordContext } from './recordContext.ts';
import { spoken } from './segments.ts';
import { sentenceOf } from './sentence.ts';
import { fullTime } from './timeText.ts';

/** A submission as Markdown for a ticket or a chat: the sentence, its ids and its checks. Remote text in it is plain text. */
export function summaryOf(detail: Detail, context: RecordContext): string {
  const { id, kycId, createdAt, deleted } = detail.submission;
  const time = createdAt === undefined ? undefined : fullTime(createdAt, context.zone, context.locale);
  const facts = [
    ['authId', id],
    [l10n.t('KYC submission'), kycId],
    [l10n.t('Time'), time],
    [l10n.t('Project'), context.projectName],
  ] as const;
  return [
    `**${escapedMarkdown(spoken(sentenceOf(detail, context)))}**`,
    facts
      .flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`- ${name}: ${escapedMarkdown(value)}`]))
      .join('\n'),
    ...(deleted ? [] : tableOf(detail)),
  ].join('\n\n');
}

function tableOf(detail: Detail): readonly string[] {
  const part = checksPart(detail);
  if (part === undefined) {
    return [];
  }
  const { check, required, measured, margin, verdict } = part.columns;
  const rows = part.rows.map((row) => [
    row.name,
    row.required,
    row.measured,
    row.margin,
    row.by === '' ? row.verdict : `${row.verdict} (${row.by})`,
  ]);
  return [
    [[check, required, measured, margin, verdict], ['---', '---', '---', '---', '---'], ...rows]
      .map((cells, line) => `| ${cells.map((cell) => (line === 1 ? cell : escapedMarkdown(cell))).join(' | ')} |`)
      .join('\n'),
  ];
}
