import type { TreeRow } from '../../host/treeRow.ts';
import type { Workbench } from '../../host/workbench.ts';
import type { Elsewhere } from '../../service/elsewhere.ts';
import type { Service } from '../../service/service.ts';
import { submissionsView } from './submissionsView.ts';

/** What a session works with. */
export interface Stage {
  readonly workbench: Workbench;
  /** Of the first project. */
  readonly service: Service;
  /** Of the second project. */
  readonly staging: Service;
  /** Where nothing may come. */
  readonly elsewhere: Elsewhere;
  /** Where exports are written. */
  readonly exports: string;
}

/** One thing that a person does. Left out where `isPossible` says that the VS Code in a folder cannot do it. */
export type Step = readonly [
  name: string,
  act: (stage: Stage) => Promise<void>,
  isPossible?: (vscode: string) => boolean,
];

/** Opens the newest rejected submissions in the tree; returns their ids. */
export async function rejectedIds(workbench: Workbench): Promise<readonly string[]> {
  const { tree } = submissionsView(workbench);
  await tree.expand('Rejected');
  const below = async (): Promise<readonly TreeRow[]> => {
    const rows = await tree.rows();
    const first = rows.findIndex(({ label }) => label === 'Rejected') + 1;
    const end = rows.findIndex(({ level }, index) => index >= first && level === 1);
    return rows.slice(first, end === -1 ? undefined : end);
  };
  const day = (await below()).find(({ level }) => level === 2);
  await tree.expand(['Rejected', day?.label ?? '']);
  return (await below()).filter(({ level }) => level === 3).map(({ label }) => label);
}
