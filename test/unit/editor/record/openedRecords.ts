import type { Ask } from '../../../../src/api/client.ts';
import { failed } from '../../../../src/api/failure.ts';
import { readPage } from '../../../../src/api/page.ts';
import { LiveRecord } from '../../../../src/editor/record/liveRecord.ts';
import type { Session } from '../../../../src/session/session.ts';
import type { Project } from '../../../../src/session/state.ts';
import { answerOf, production, sessionWith } from '../../session/opened.ts';

interface World {
  readonly session: Session;
  /** What the service has now, by id. */
  readonly records: Map<string, object>;
  /** The ids on the one page of the list. */
  readonly listed: string[];
  /** How often one record was asked for. */
  asked: number;
  failing: boolean;
  /** The project as VS Code has it. */
  project: Project | undefined;
  readonly open: (id: string) => LiveRecord & { readonly told: () => number };
}

/** A project with records that can change, and records of it that are open. */
export function world(project: Project = production): World {
  const records = new Map<string, object>();
  const listed: string[] = [];
  const ask: Ask = async ({ authId }) => {
    if (authId !== undefined) made.asked++;
    if (made.failing) return failed({ kind: 'noKey' });
    const ids = authId === undefined ? listed : [authId];
    const data = ids.flatMap((id) => (records.has(id) ? { auth_id: id, ...records.get(id) } : []));
    return await readPage(answerOf([{ data, nextPage_key: null }]));
  };
  const { session } = sessionWith(() => ask);
  const made: World = {
    session,
    records,
    listed,
    asked: 0,
    failing: false,
    project,
    open: (id) => {
      const record = new LiveRecord(
        { projectId: project.id, id },
        { project: () => made.project, records: session.records },
      );
      let told = 0;
      record.view(() => void told++);
      return Object.assign(record, { told: () => told });
    },
  };
  return made;
}

/** The status that is shown. */
export const statusIn = ({ copy }: LiveRecord): string | undefined => copy?.status;
