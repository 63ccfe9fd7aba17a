import assert from 'node:assert/strict';
import { pinnedPanels, type PanelTab } from '../../../../src/editor/record/pinnedPanels.ts';

const panel = (title: string, column = 1) => ({ tab: { title, column } });
const tab = (label: string, isPinned = false, column = 1): PanelTab => ({ label, column, isPinned });

const titles = (panels: ReturnType<typeof pinnedPanels>): readonly string[] => panels.map((one) => one.tab.title);

describe('the panels that a person pinned', () => {
  it('are those whose tab is', () => {
    const panels = [panel('fa_1'), panel('fa_2'), panel('fa_3')];
    assert.deepEqual(titles(pinnedPanels(panels, [tab('fa_2', true), tab('fa_1'), tab('fa_3', true)])), [
      'fa_2',
      'fa_3',
    ]);
  });

  it('are told apart by the group that they stand in', () => {
    const panels = [panel('fa_1'), panel('fa_1', 2)];
    const pinned = pinnedPanels(panels, [tab('fa_1', true), tab('fa_1', false, 2)]);
    assert.deepEqual(pinned, [panels[0]]);
  });

  it('are none that has just got another title, which its tab does not have yet', () => {
    const panels = [panel('fa_9'), panel('fa_1')];
    assert.deepEqual(titles(pinnedPanels(panels, [tab('fa_1', true), tab('fa_0')])), ['fa_1']);
    assert.deepEqual(titles(pinnedPanels(panels, [tab('fa_1'), tab('fa_0', true)])), ['fa_9']);
  });

  it('are both of two that cannot be told apart', () => {
    const panels = [panel('fa_1'), panel('fa_1')];
    assert.equal(pinnedPanels(panels, [tab('fa_1', true), tab('fa_1')]).length, 2);
  });

  it('are none while there are no tabs', () => {
    assert.deepEqual(pinnedPanels([panel('fa_1')], []), []);
  });
});
