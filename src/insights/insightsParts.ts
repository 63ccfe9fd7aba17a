import type { Remedy } from '../api/explanation.ts';
import type { Labelled, Tone } from '../submissions/words/recordParts.ts';

/** What a button of the insights asks for. */
export const insightsButtons = ['fetchRange', 'copyMarkdown', 'saveCsv'] as const;
export type InsightsButton = (typeof insightsButtons)[number];

/** What changes what the insights are about. */
export const scopeButtons = ['clearFilters', 'showInTree', 'followTree', 'lookAtAll', 'lookAtNewestPolicy'] as const;
export type ScopeButton = (typeof scopeButtons)[number];

/** Everything that the insights show but the simulation, in words and numbers ready to be drawn. */
export interface InsightsView {
  readonly title: string;
  /** Whose submissions, of which days and how many; one line each. */
  readonly facts: readonly string[];
  /** What helps where loading more failed; else none. */
  readonly remedies: readonly Labelled<Remedy>[];
  /** What the page is about, with what changes that; undefined where it is all that is loaded, as in the tree. */
  readonly filter: ScopeText | undefined;
  readonly buttonsTitle: string;
  readonly buttons: readonly Labelled<InsightsButton>[];
  readonly days: DaysPart;
  readonly codes: RankPart;
  readonly people: RankPart;
  readonly scores: ScoresPart;
  readonly nearMisses: TablePart;
  readonly policies: TablePart;
  readonly findings: RankPart;
  /** What the controls of every chart say. */
  readonly words: {
    readonly table: string;
    readonly saveSvg: string;
    readonly show: string;
  };
}

/** What the page is about. */
export interface ScopeText {
  readonly text: string;
  /** What stands before the conditions of its filter, and each of them with what takes it off. */
  readonly conditionsTitle: string;
  readonly conditions: readonly { readonly text: string; readonly remove: string }[];
  /** What the tree shows where that is something else. */
  readonly tree?: string;
  readonly buttons: readonly Labelled<ScopeButton>[];
}

/** A table; it says everything that a chart above it draws. */
export interface TablePart {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** What is not in the rows, or why there are none; empty when there is nothing to say. */
  readonly notes: readonly string[];
  /** A button below the table, for what is more than its rows. */
  readonly more?: Mark;
}

/** A column and whether it holds numbers. */
export interface Column {
  readonly label: string;
  readonly number: boolean;
  /** Whether these are percentages: people read the sign in each cell. */
  readonly percent?: boolean;
}

/** A text, or a number. */
export type Cell = string | NumberCell;

/** A number as people read it, and as files have it; undefined where there is none. */
export interface NumberCell {
  readonly text: string;
  readonly value: number | undefined;
  /** Opens the submissions that it counts. */
  readonly mark?: Mark;
}

/** A row: its first cell names it. */
export interface TableRow {
  readonly cells: readonly Cell[];
  readonly mark: Mark | undefined;
}

/** Something that opens the submissions behind it. */
export interface Mark {
  /** What the page sends back to have them opened. */
  readonly key: string;
  /** What it says to who cannot see where it stands: `Show 12 submissions: rejected, 2 Oct 2025`. */
  readonly label: string;
}

/** The outcomes that charts tell apart, in the order in which they are stacked from the bottom. */
export const series = ['rejected', 'approved', 'other'] as const;

/** One of `series`. */
export type Series = (typeof series)[number];

/** A count of one outcome in a bar; absent where there are none. */
export interface Slice extends Mark {
  readonly series: Series;
  readonly count: number;
}

/** What the outcomes are called. */
export type SeriesNames = Readonly<Record<Series, string>>;

/** Outcomes per day, week or month. */
export interface DaysPart {
  readonly title: string;
  /** What the chart shows, in a sentence. */
  readonly summary: string;
  readonly names: SeriesNames;
  /** Side by side, without gaps in time. */
  readonly bars: readonly (readonly Slice[])[];
  /** The places of bars of which not all submissions can be known: not all are loaded, or the time is not over. */
  readonly partial: readonly number[];
  readonly rate: RatePart;
  /** `at` counts bars from the left edge: 0.5 is the middle of the first. */
  readonly ticks: readonly Tick[];
  /** Where another policy came into force. */
  readonly changes: readonly Tick[];
  readonly table: TablePart;
}

/** The share of the rejected over time. */
export interface RatePart {
  readonly name: string;
  /** The share at the upper end of the axis, 0..1, and how both ends are written. */
  readonly top: number;
  readonly ends: { readonly top: string; readonly zero: string };
  /** One for each bar that has submissions; its label has the share and of how many it is one. */
  readonly points: readonly RatePoint[];
}

/** A share of the rejected; opens all submissions of its bar. */
export interface RatePoint extends Mark {
  /** The place of the bar. */
  readonly bar: number;
  readonly rate: number;
}

/** A place on an axis and what stands there. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Names with counts: the most frequent first, or in an order of their own. */
export interface RankPart {
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly RankRow[];
  readonly table: TablePart;
}

/** A bar of a ranking. */
export interface RankRow {
  readonly name: string;
  readonly count: number;
  /** `212 · 62 %` */
  readonly text: string;
  readonly tone: Tone;
  readonly mark: Mark;
}

/** The scores of each check against its thresholds. */
export interface ScoresPart {
  readonly title: string;
  readonly names: SeriesNames;
  /** How the heights are to be read. */
  readonly note: string;
  readonly checks: readonly HistogramPart[];
}

/** How the scores of one check are spread. */
export interface HistogramPart {
  readonly name: string;
  /** `≥ 85`, or that it is not enforced. */
  readonly required: string;
  /** `Within 5 of the threshold of its own policy: 38` */
  readonly near: string;
  readonly summary: string;
  /** Bars side by side from 0 to 100, each `binWidth` points wide; the last one holds 100 as well. */
  readonly bins: readonly (readonly Slice[])[];
  readonly binWidth: number;
  /** The threshold in force now, in points; undefined where the check is not enforced now. */
  readonly current: Tick | undefined;
  /** Those that were in force before, in points, the latest first. */
  readonly earlier: readonly Tick[];
  /** What is near one of them, in points, within 0 to 100; no two touch. */
  readonly bands: readonly { readonly from: number; readonly to: number }[];
  readonly table: TablePart;
}

/** How submissions are held against other thresholds, besides the thresholds. */
export const simulationChoices = ['asRecorded', 'newestOnly'] as const;
export type SimulationChoice = (typeof simulationChoices)[number];

/** What other thresholds would have done. */
export interface SimulationView {
  readonly title: string;
  /** That it is an estimate, and of what. */
  readonly note: string;
  readonly choices: readonly { readonly choice: SimulationChoice; readonly label: string; readonly on: boolean }[];
  readonly checks: readonly TriedCheck[];
  readonly reset: string;
  readonly copyPolicy: string;
  readonly compareWith: string;
  /** Whether the thresholds differ from the newest recorded ones. */
  readonly changed: boolean;
  readonly flips: readonly FlipCount[];
  /** How many would be approved and rejected in all, and how many cannot be decided. */
  readonly summary: TablePart;
  /** Other thresholds beside the tried ones, where some were chosen. */
  readonly comparison: ComparisonPart | undefined;
  /** The same number split otherwise: how many flip, how many stay, and why some cannot be decided. */
  readonly details: TablePart;
  /** What the curves of all checks are a share of. */
  readonly curveNote: string;
  readonly list: FlipList;
  /** What the columns are called where all of it is written as tables. */
  readonly columns: Readonly<
    Record<'check' | 'recorded' | 'tried' | 'compared' | 'share' | 'submission' | 'why' | 'to', string>
  >;
  /** Said aloud when the thresholds were moved. */
  readonly announcement: string;
}

/** Two policies side by side over the same submissions. */
export interface ComparisonPart {
  readonly title: string;
  /** Which thresholds the tried ones are compared with. */
  readonly note: string;
  /** How many would be approved, rejected and left open under both. */
  readonly sides: TablePart;
  /** How many come to something else, each way; opens them. */
  readonly differences: TablePart;
  /** Said aloud when the thresholds were moved. */
  readonly announcement: string;
}

/** The control of one check and what the check does. */
export interface TriedCheck {
  readonly name: string;
  /** In points; 0 is not enforced, or, where it is recorded, no number. */
  readonly tried: number;
  readonly recorded: number;
  /** Undefined where nothing is compared. */
  readonly compared: number | undefined;
  /** The same as a table has them. */
  readonly thresholds: {
    readonly tried: NumberCell;
    readonly recorded: NumberCell;
    readonly compared: NumberCell | undefined;
  };
  /** What the slider and the number box are called. */
  readonly sliderLabel: string;
  readonly boxLabel: string;
  /** What is said of a number that is no threshold. */
  readonly invalid: string;
  /** What a threshold of 0 means. */
  readonly offText: string;
  /** `Rejects 47, of them 29 alone` */
  readonly share: string;
  readonly curveTitle: string;
  readonly curveSummary: string;
  /** The part that would be rejected, 0..1, with this threshold at 0, 1, … 100. */
  readonly curve: readonly number[];
  /** What the curve comes to at a threshold, with `{0}` for the threshold and `{1}` for the percentage. */
  readonly valueText: string;
  /** What the curve comes to at 0 and at 100. */
  readonly curveEnds: { readonly first: string; readonly last: string };
  readonly marks: { readonly tried: string; readonly recorded: string; readonly compared: string };
  readonly table: TablePart;
}

/** How many would have come out otherwise, in one direction. */
export interface FlipCount {
  readonly count: string;
  readonly label: string;
  readonly tone: Tone;
}

/** The submissions that would have come out otherwise, the nearest to its threshold first. */
export interface FlipList {
  readonly title: string;
  readonly rows: readonly FlipRow[];
  /** How many more there are, or that there are none; empty when all are listed. */
  readonly note: string;
  /** What shows some more of them; undefined when all are listed. */
  readonly more: string | undefined;
}

/** One of them. */
export interface FlipRow {
  readonly id: string;
  /** Opens it. */
  readonly mark: Mark;
  /** `similarity 84.9 < 85` */
  readonly why: string;
  readonly to: string;
  readonly tone: Tone;
}
