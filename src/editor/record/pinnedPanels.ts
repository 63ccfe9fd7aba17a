/** A tab of VS Code that shows a panel. */
export interface PanelTab {
  readonly label: string;
  /** The group of editors that it stands in. */
  readonly column: number;
  readonly isPinned: boolean;
}

/** What is known of a panel's tab from the panel itself. */
export interface TabOfPanel {
  readonly title: string;
  readonly column: number | undefined;
}

/**
 * The panels whose tab is pinned. VS Code does not say which tab belongs to which panel, so tabs are found by their
 * group and title. A tab gets a new title a moment after its panel; until then, a panel may have any tab of its group
 * whose title no other panel has. If several tabs are found, the panel counts as pinned when one of them is, so that no
 * pinned panel is lost.
 */
export function pinnedPanels<Panel extends { readonly tab: TabOfPanel }>(
  panels: readonly Panel[],
  tabs: readonly PanelTab[],
): readonly Panel[] {
  return panels.filter(({ tab: { title, column } }) => {
    const near = tabs.filter((tab) => tab.column === column);
    const named = near.filter(({ label }) => label === title);
    const isOfOther = ({ label }: PanelTab): boolean =>
      panels.some(({ tab }) => tab.column === column && tab.title === label);
    return (named.length > 0 ? named : near.filter((tab) => !isOfOther(tab))).some(({ isPinned }) => isPinned);
  });
}
