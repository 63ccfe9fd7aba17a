import * as l10n from '@vscode/l10n';
import { attemptsPart, lookOfStatus } from './attemptsPart.ts';
import { bounded } from './bounded.ts';
import { checksPart } from './checkRows.ts';
import type { Detail } from '../model/detail.ts';
import { findingsPart } from './findingWords.ts';
import type { RecordContext } from './recordContext.ts';
import type { Fact, Labelled, RecordButton, RecordView, StepButton, UnknownPart } from './recordParts.ts';
import { reasonsPart } from './reasonsPart.ts';
import { spoken } from './segments.ts';
import { sentenceOf } from './sentence.ts';
import { signalsPart } from './signalRows.ts';
import { age, fullTime } from './timeText.ts';
import { statusTitle } from './titles.ts';
import { plain } from './plain.ts';

/** The page of a record: the outcome first, then the reasons. */
export function recordView(detail: Detail, context: RecordContext): RecordView {
  const { submission } = detail;
  const [icon, tone] = lookOfStatus(submission);
  const id = plain(submission.id, 120);
  const sentence = sentenceOf(detail, context);
  const deleted = deletedPart(detail, context.showDeleted);
  const announcement = l10n.t('Submission {0}. {1}', id, spoken(sentence));
  return {
    badge: { icon, tone, text: submission.deleted ? l10n.t('Deleted') : statusTitle(submission.status) },
    id,
    sentence,
    facts: factsOf(detail, context),
    buttons: buttons(context),
    buttonsTitle: l10n.t('Actions'),
    steps: steps(context),
    stepsTitle: l10n.t('In the list'),
    deleted,
    ...(submission.deleted && !context.showDeleted ? hidden : partsOf(detail, context)),
    // A screen reader speaks the announcement again only when its text has changed.
    announcement: deleted && context.showDeleted ? `${announcement} ${deleted.text}` : announcement,
  };
}

type Part = 'checks' | 'findings' | 'reasons' | 'attempts' | 'signals' | 'unknown';

const hidden: Pick<RecordView, Part> = {
  checks: undefined,
  findings: undefined,
  reasons: undefined,
  attempts: undefined,
  signals: undefined,
  unknown: undefined,
};

function partsOf(detail: Detail, context: RecordContext): Pick<RecordView, Part> {
  return {
    checks: checksPart(detail),
    findings: findingsPart(detail),
    reasons: reasonsPart(detail),
    attempts: attemptsPart(detail, context),
    signals: signalsPart(detail, context),
    unknown: unknownPart(detail),
  };
}

function buttons({ neighbours }: RecordContext): readonly Labelled<RecordButton>[] {
  const reveal = { action: 'revealInTree', label: l10n.t('Reveal in Tree') } as const;
  return [
    { action: 'openJson', label: l10n.t('Open as JSON') },
    { action: 'compareWith', label: l10n.t('Compare With…') },
    { action: 'copyId', label: l10n.t('Copy authId') },
    { action: 'copyCurl', label: l10n.t('Copy as cURL') },
    { action: 'copySummary', label: l10n.t('Copy Summary') },
    { action: 'copyLink', label: l10n.t('Copy Link') },
    { action: 'copyRedacted', label: l10n.t('Copy Redacted JSON') },
    { action: 'exportSelection', label: l10n.t('Export…') },
    ...(neighbours === undefined ? [] : [reveal]),
  ];
}

function steps({ neighbours }: RecordContext): readonly StepButton[] {
  if (neighbours === undefined) {
    return [];
  }
  const { previous, next } = neighbours;
  return [
    {
      action: 'previous',
      label: l10n.t('Previous'),
      keys: 'Alt+ArrowUp',
      hint: previous ? l10n.t('The one before in the list (Alt+↑)') : l10n.t('This is the first one in the list'),
      enabled: previous,
    },
    {
      action: 'next',
      label: l10n.t('Next'),
      keys: 'Alt+ArrowDown',
      hint: next ? l10n.t('The one after in the list (Alt+↓)') : l10n.t('This is the last one that is loaded'),
      enabled: next,
    },
  ];
}

function factsOf({ submission, created }: Detail, context: RecordContext): readonly Fact[] {
  const { zone, locale, now } = context;
  const facts: Fact[] = [];
  if (created?.time === undefined) {
    const value = created === undefined ? l10n.t('no time') : plain(created.text, 60);
    facts.push({ label: l10n.t('Created'), value, plainly: false });
  } else {
    // A deleted record shows two times, so this one needs its label.
    facts.push({ label: l10n.t('Created'), value: fullTime(created.time, zone, locale), plainly: !submission.deleted });
    facts.push({ label: l10n.t('Age'), value: age(created.time, now, locale), plainly: true });
  }
  if (!submission.deleted || context.showDeleted) {
    facts.push(...named(l10n.t('Submit type'), submission.submitType), ...named(l10n.t('KYC'), submission.kycId));
  }
  return [...facts, ...named(l10n.t('Project'), context.projectName)];
}

function named(label: string, value: string | undefined): readonly Fact[] {
  return value === undefined || value === '' ? [] : [{ label, value: plain(value, 80), plainly: false }];
}

/** Deletion promises to keep id, status and times only; whatever else came is hidden until the user asks for it. */
function deletedPart(detail: Detail, shown: boolean): RecordView['deleted'] {
  if (!detail.submission.deleted) {
    return undefined;
  }
  if (!hasRest(detail)) {
    return {
      text: l10n.t('As promised for deleted submissions, the service kept only the id, the status and the times.'),
      button: undefined,
    };
  }
  return shown
    ? { text: l10n.t('This is what the service still returned for the deleted submission.'), button: undefined }
    : {
        text: l10n.t(
          'Deletion promises to keep only the id, the status and the times, but the service still returned more.',
        ),
        button: l10n.t('Show What the Service Still Returned'),
      };
}

function hasRest({ submission, checks, comments, startClick, processes, unknownFields }: Detail): boolean {
  const { failCodes, kycId, submitType } = submission;
  return (
    checks.some(({ threshold, measured }) => (threshold ?? measured) !== undefined) ||
    [failCodes, comments, processes, unknownFields].some(({ length }) => length > 0) ||
    [kycId, submitType, startClick].some((field) => field !== undefined)
  );
}

function unknownPart({ unknownFields }: Detail): UnknownPart | undefined {
  const { shown, notes } = bounded(unknownFields, 50);
  const cut = shown.some(({ json }) => json.length > longestJson);
  return shown.length === 0
    ? undefined
    : {
        title: l10n.t('Fields that the service’s pages do not name'),
        fields: shown.map(({ path, json }) => ({ path: plain(path, 120), json: plain(json, longestJson) })),
        notes: [
          ...notes,
          ...(cut ? [l10n.t('Values are cut at {0} characters; the JSON document has all of them.', longestJson)] : []),
        ],
      };
}

const longestJson = 500;
