import { remedies } from '../api/explanation.ts';
import {
  insightsButtons,
  scopeButtons,
  type InsightsView,
  type SimulationChoice,
  type SimulationView,
} from '../insights/insightsParts.ts';

/** The state of the page that VS Code keeps, so that the panel survives a window reload; it never holds a record. */
export interface InsightsState {
  /** The project that the thresholds were tried for. */
  readonly project?: string | undefined;
  /** The tried thresholds, in points, one for each scored check; empty while they are the recorded ones. */
  readonly tried: readonly number[];
  /** The thresholds that these are compared with, where some were chosen. */
  readonly compared?: readonly number[] | undefined;
  /** The options with which they were tried. */
  readonly choices?: readonly SimulationChoice[] | undefined;
}

/** From the panel to its page. While a slider moves, only a new simulation comes, which replaces the one before. */
export type InsightsToPage =
  | { readonly kind: 'empty'; readonly state: InsightsState; readonly view: EmptyView }
  | {
      readonly kind: 'insights';
      readonly state: InsightsState;
      readonly view: InsightsView;
      readonly simulation: SimulationView;
    }
  | { readonly kind: 'simulation'; readonly state: InsightsState; readonly simulation: SimulationView };

/** What the page shows when there is nothing to look at. */
export interface EmptyView {
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly { readonly action: InsightsAction; readonly label: string }[];
}

/** What the buttons of the page ask for. */
export const insightsActions = [
  ...insightsButtons,
  ...scopeButtons,
  'resetThresholds',
  'copyPolicy',
  'compareWith',
  'showMoreFlips',
  ...remedies,
] as const;
export type InsightsAction = (typeof insightsActions)[number];

/** From the page to its panel. */
export type InsightsToHost =
  | { readonly kind: 'ready' }
  | { readonly kind: 'run'; readonly action: InsightsAction }
  /** `check` is the place of the check among those with scores. */
  | { readonly kind: 'try'; readonly check: number; readonly threshold: number }
  /** `condition` is the place of a condition of the page's filter that is to be removed. */
  | { readonly kind: 'widen'; readonly condition: number }
  | { readonly kind: 'choose'; readonly choice: SimulationChoice; readonly on: boolean }
  | { readonly kind: 'showMark'; readonly key: string }
  | { readonly kind: 'saveSvg'; readonly name: string; readonly svg: string };
