import * as l10n from '@vscode/l10n';
import type { Failure } from '../../api/failure.ts';
import type { Help, Notice } from '../../protocol/record.ts';
import { projectName } from '../../session/projectName.ts';
import { failureWords, remedyTitle } from '../../submissions/words/failureWords.ts';
import { plain } from '../../submissions/words/plain.ts';
import type { Labelled } from '../../submissions/words/recordParts.ts';
import type { Core } from '../core.ts';
import type { RecordTarget } from './targets.ts';

/** What stands in the place of a missing record: after a failure, or because its project has no record of this id. */
export function noticeOf({ projectId, id }: RecordTarget, failure: Failure | undefined, core: Core): Notice {
  const mask = core.mask();
  const heading = plain(mask.id(id), 60);
  if (failure === undefined) {
    const project = core.shown.byId(projectId);
    return notFoundNotice(heading, project && projectName(project, mask));
  }
  const words = failureWords(failure, mask, core.zone());
  const { remedies } = words;
  // Always offer to try again: whatever the reason was, it may be gone.
  const again = remedies.some(({ action }) => action === 'tryAgain') ? [] : labelled(['tryAgain']);
  return { badge: l10n.t('Not loaded'), heading, ...words, remedies: [...remedies, ...again] };
}

/** Remedies with the names of their buttons. */
export function labelled(remedies: readonly Help[]): readonly Labelled<Help>[] {
  return remedies.map((action) => ({
    action,
    label: action === 'otherProject' ? l10n.t('Look in Another Project…') : remedyTitle(action),
  }));
}

function notFoundNotice(heading: string, project: string | undefined): Notice {
  return project === undefined
    ? {
        badge: l10n.t('Not loaded'),
        heading,
        summary: l10n.t('The project of this submission is no longer in VS Code.'),
        advice: l10n.t('If you added it again, or another one has the submission, look there.'),
        remedies: labelled(['otherProject']),
      }
    : {
        badge: l10n.t('Not found'),
        heading,
        summary: l10n.t('The project “{0}” has no submission of this id.', plain(project, 80)),
        advice: l10n.t('Check the id, or look in another project.'),
        remedies: labelled(['otherProject', 'switchProject', 'tryAgain']),
      };
}
