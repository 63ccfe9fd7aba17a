import type { Remedy } from '../api/explanation.ts';
import type { Labelled, Tone } from '../submissions/words/recordParts.ts';

/** What a button of the insights asks for. */
export const insightsButtons = ['fetchRange', 'copyMarkdown', 'saveCsv'] as const;
export type InsightsButton = (typeof insightsButtons)[number];

/** Buttons that change which submissions the insights are about. */
export const scopeButtons = ['clearFilters', 'showInTree', 'followTree', 'lookAtAll', 'lookAtNewestPolicy'] as const;
export type ScopeButton = (typeof scopeButtons)[number];

/** Everything that the insights show but the simulation, in words and numbers ready to be drawn. */
export interface InsightsView {
  readonly title: string;
  /** Whose submissions, of which days and how many; one line each. */
  readonly facts: readonly string[];
  /** What a person can do when loading more submissions failed; otherwise empty. */
  readonly remedies: readonly Labelled<Remedy>[];
  /** What the page is about, and the buttons that change it; undefined when there is nothing to change. */
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
  /** The text before the conditions of the filter. `remove` names the button that takes a condition off. */
  readonly conditionsTitle: string;
  readonly conditions: readonly { readonly text: string; readonly remove: string }[];
  /** What the tree shows, when it differs from what the page is about. */
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
  /** A button below the table that opens all submissions when the rows list only some of them. */
  readonly more?: Mark;
}

/** A column and whether it holds numbers. */
export interface Column {
  readonly label: string;
  readonly number: boolean;
  /**
   * Whether the numbers are percentages. The text of each cell has the sign; in a spreadsheet the title of the column
   * has it.
   */
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
  /** The whole label, for people who cannot see where the mark stands: `Show 12 submissions: rejected, 2 Oct 2025`. */
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

/** Outcomes per day, week, month or year. */
export interface DaysPart {
  readonly title: string;
  /** What the chart shows, in a sentence. */
  readonly summary: string;
  readonly names: SeriesNames;
  /** Side by side, without gaps in time. */
  readonly bars: readonly (readonly Slice[])[];
  /** The places of bars that may lack submissions, because not all are loaded or the time of the bar is not over. */
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
  /** One for each bar that has submissions; the label of a point names the share and the number of submissions. */
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
  /** The thresholds that were in force before, in points, the latest first. */
  readonly earlier: readonly Tick[];
  /** The ranges of scores near a threshold, in points, within 0 to 100; no two of them touch. */
  readonly bands: readonly { readonly from: number; readonly to: number }[];
  readonly table: TablePart;
}

/** The options of a simulation besides its thresholds. */
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
  /** The same submissions split otherwise: how many flip, how many stay, and why some cannot be decided. */
  readonly details: TablePart;
  /** What the curves of all checks are a share of. */
  readonly curveNote: string;
  readonly list: FlipList;
  /** The titles of columns when the simulation is written as tables. */
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
  /** How many submissions have another outcome, in each direction; each row opens its submissions. */
  readonly differences: TablePart;
  /** Said aloud when the thresholds were moved. */
  readonly announcement: string;
}

/** The control of one check and what the check does. */
export interface TriedCheck {
  readonly name: string;
  /** In points; 0 means not enforced. A recorded threshold that is no number is 0, too. */
  readonly tried: number;
  readonly recorded: number;
  /** Undefined where nothing is compared. */
  readonly compared: number | undefined;
  /** The same thresholds as cells of a table. */
  readonly thresholds: {
    readonly tried: NumberCell;
    readonly recorded: NumberCell;
    readonly compared: NumberCell | undefined;
  };
  /** What the slider and the number box are called. */
  readonly sliderLabel: string;
  readonly boxLabel: string;
  /** The message for a typed number that is no threshold. */
  readonly invalid: string;
  /** What a threshold of 0 means. */
  readonly offText: string;
  /** `Rejects 47, of them 29 alone` */
  readonly share: string;
  readonly curveTitle: string;
  readonly curveSummary: string;
  /** The part that would be rejected, 0..1, with this threshold at 0, 1, … 100. */
  readonly curve: readonly number[];
  /** The share rejected at a threshold, in words: `{0}` stands for the threshold and `{1}` for the percentage. */
  readonly valueText: string;
  /** The share rejected at 0 and at 100, in words. */
  readonly curveEnds: { readonly first: string; readonly last: string };
  readonly marks: { readonly tried: string; readonly recorded: string; readonly compared: string };
  readonly table: TablePart;
}

/** How many submissions would have had the other outcome, in one direction. */
export interface FlipCount {
  readonly count: string;
  readonly label: string;
  readonly tone: Tone;
}

/** The submissions that would have had the other outcome, the nearest to its threshold first. */
export interface FlipList {
  readonly title: string;
  readonly rows: readonly FlipRow[];
  /** How many more there are, or that there are none; empty when all are listed. */
  readonly note: string;
  /** The label of the button that lists more of them; undefined when all are listed. */
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
