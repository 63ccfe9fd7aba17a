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
 * Those panels whose tab is pinned. VS Code does not say which tab belongs to which panel: group and title tell, and just
 * after another title was given, which the tab has a moment later, that no other panel has the title of the tab. Where
 * that leaves several, all count as pinned when one is, so that no pinned one is lost.
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
