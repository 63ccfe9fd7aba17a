/** The meaning of a colour. Words and shapes always carry it, too. */
export type Tone = 'failed' | 'passed' | 'warning' | 'quiet';

/** The shapes beside words. */
export type Icon = 'failed' | 'passed' | 'open' | 'off' | 'deleted' | 'warning' | Direction;

/** A piece of a sentence. One with a tone is emphasised, and its text direction is isolated from that around it. */
export interface Segment {
  readonly text: string;
  readonly tone?: Tone;
}

/** The actions of the buttons of a record. */
export const recordButtons = [
  'openJson',
  'compareWith',
  'copyCurl',
  'copyId',
  'copySummary',
  'copyLink',
  'copyRedacted',
  'exportSelection',
  'revealInTree',
] as const;
export type RecordButton = (typeof recordButtons)[number];

/** The directions in which one can step through the list, in the tree's order. */
export const directions = ['previous', 'next'] as const;
export type Direction = (typeof directions)[number];

/** A button: its action and its label. */
export interface Labelled<Action extends string> {
  readonly action: Action;
  readonly label: string;
}

/** A button to a neighbour in the list. `keys` is its keyboard shortcut, in the form of `aria-keyshortcuts`. */
export interface StepButton extends Labelled<Direction> {
  readonly keys: string;
  readonly hint: string;
  /** False at the end of the list. */
  readonly enabled: boolean;
}

/** A fact and its label. `plainly`: the value explains itself, so the label is for screen readers only. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly plainly: boolean;
}

/** A score as a bar from 0 to 100; values outside are drawn at the nearer end. */
export interface Bar {
  readonly score: number;
  readonly threshold: number | undefined;
  readonly tone: Tone;
}

/** One check as a row. Empty texts are empty cells. */
export interface CheckRow {
  readonly icon: Icon;
  readonly tone: Tone;
  readonly name: string;
  readonly required: string;
  readonly measured: string;
  readonly bar: Bar | undefined;
  readonly margin: string;
  readonly verdict: string;
  readonly by: string;
  readonly notes: readonly string[];
}

/** The table of the six checks. */
export interface ChecksPart {
  readonly caption: string;
  readonly columns: Readonly<Record<'check' | 'required' | 'measured' | 'score' | 'margin' | 'verdict', string>>;
  readonly rows: readonly CheckRow[];
}

/** The service's own reasons. `meaning` is empty for codes that no page names. */
export interface ReasonsPart {
  readonly title: string;
  readonly codes: readonly { readonly code: string; readonly meaning: string }[];
  readonly comments: readonly string[];
  readonly notes: readonly string[];
}

/** One attempt of the KYC submission. `id` serves to open it and is never masked; all other texts are shown. */
export interface AttemptRow {
  readonly id: string;
  readonly icon: Icon;
  readonly tone: Tone;
  readonly status: string;
  readonly time: string;
  readonly what: string;
  readonly open: string;
  readonly openSpoken: string;
  readonly current: boolean;
}

/** The loaded attempts of one KYC submission, the oldest first. */
export interface AttemptsPart {
  readonly title: string;
  readonly rows: readonly AttemptRow[];
  readonly notes: readonly string[];
}

/** Where a signal lies between the first (0) and the last (100). `gapFrom`: where the signals before it ended. */
export interface Strip {
  readonly from: number;
  readonly to: number;
  readonly gapFrom: number | undefined;
  readonly tone: Tone | 'signal';
  readonly point: boolean;
}

/** One signal as a row. Empty texts are empty cells. */
export interface SignalRow {
  readonly name: string;
  readonly at: string;
  readonly gap: string;
  readonly lasted: string;
  readonly strip: Strip;
  readonly notes: readonly { readonly icon: Icon; readonly tone: Tone; readonly text: string }[];
}

/** The signals to scale, and verbatim those whose times cannot be read. */
export interface SignalsPart {
  readonly title: string;
  readonly caption: string;
  readonly columns: Readonly<Record<'signal' | 'at' | 'gap' | 'lasted' | 'scale', string>>;
  readonly rows: readonly SignalRow[];
  /** False where all signals have the same time, so that there is nothing to draw. */
  readonly toScale: boolean;
  readonly unreadTitle: string;
  readonly unread: readonly { readonly name: string; readonly value: string; readonly error: string }[];
  readonly notes: readonly string[];
}

/** Sentences under a title. */
export interface FindingsPart {
  readonly title: string;
  readonly findings: readonly string[];
  readonly notes: readonly string[];
}

/** Fields that no page of the service names. */
export interface UnknownPart {
  readonly title: string;
  readonly fields: readonly { readonly path: string; readonly json: string }[];
  readonly notes: readonly string[];
}

/** The page of a record in words, in reading order. Parts that are undefined are left out. */
export interface RecordView {
  readonly badge: { readonly icon: Icon; readonly tone: Tone; readonly text: string };
  readonly id: string;
  readonly sentence: readonly Segment[];
  readonly facts: readonly Fact[];
  readonly buttons: readonly Labelled<RecordButton>[];
  readonly buttonsTitle: string;
  /** Empty where the tree does not have this submission. */
  readonly steps: readonly StepButton[];
  readonly stepsTitle: string;
  readonly deleted: { readonly text: string; readonly button: string | undefined } | undefined;
  readonly checks: ChecksPart | undefined;
  readonly findings: FindingsPart | undefined;
  readonly reasons: ReasonsPart | undefined;
  readonly attempts: AttemptsPart | undefined;
  readonly signals: SignalsPart | undefined;
  readonly unknown: UnknownPart | undefined;
  /** What a screen reader says when the page shows another record. */
  readonly announcement: string;
}
