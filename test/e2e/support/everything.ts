import { beginning, goingOn } from './everyDay.ts';
import { exporting } from './everyExport.ts';
import { onTheList } from './everyList.ts';
import { withRecords } from './everyRecord.ts';
import { addingAnother, failingTab, withoutProject } from './secondProject.ts';
import type { Step } from './step.ts';

/** All that a person can do, one after the other in one window. */
export const everything: readonly Step[] = [
  ...withoutProject,
  ...beginning,
  ...addingAnother,
  ...onTheList,
  ...exporting,
  ...withRecords,
  ...goingOn,
  ...failingTab,
];
