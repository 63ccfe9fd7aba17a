import assert from 'node:assert/strict';
import { remedies } from '../../src/api/explanation.ts';
import type { Failure } from '../../src/api/failure.ts';
import { commandNames } from '../../src/editor/commandNames.ts';
import { rowCommand } from '../../src/editor/list/rowCommand.ts';
import { failureText, remedyCommand } from '../../src/editor/window/failureNotice.ts';
import { usualArrangement } from '../../src/session/arrangement.ts';
import { Collection } from '../../src/session/collection.ts';
import { rowsBelow } from '../../src/session/rows.ts';
import type { State } from '../../src/session/state.ts';
import { unmasked } from '../../src/submissions/privacy/mask.ts';
import { failureSentences, failureWords } from '../../src/submissions/words/failureWords.ts';

const rejected: Failure = { kind: 'keyNotAccepted', status: 403, message: 'Forbidden', traceId: 'trace-7' };

function failedState(failure: Failure): State {
  const project = { id: 'staging-1', name: 'Staging', address: 'https://staging.example/v3' };
  const { loaded } = new Collection(usualArrangement);
  return {
    kind: 'failed',
    failure,
    project,
    days: undefined,
    loaded,
    lookedUp: [],
    unread: false,
    unfinishedLoads: 0,
    readAt: undefined,
  };
}

describe('The remedies of a failure', () => {
  it('run commands that there are, or open a setting', () => {
    const names = new Set<string>([...commandNames, 'workbench.action.openSettings']);
    for (const remedy of remedies) {
      if (remedy !== 'tryAgain' && remedy !== 'copyDetails') {
        assert.ok(names.has(remedyCommand(remedy, {}).command), remedy);
      }
    }
  });

  it('replace the key of the project that failed, whatever is shown meanwhile', () => {
    const [row] = rowsBelow(failedState(rejected), unmasked);
    assert.ok(row?.kind === 'failure');
    const command = { command: 'faceauth.replaceKey', title: '', arguments: [{ projectId: 'staging-1' }] };
    assert.deepEqual(rowCommand(row), command);
    const [first] = rowsBelow(failedState(rejected), unmasked, row);
    assert.ok(first !== undefined);
    assert.deepEqual(rowCommand(first), command);
  });

  it('stand beside the same words in a row, a notification and a panel', () => {
    const [row] = rowsBelow(failedState(rejected), unmasked);
    const words = failureWords(rejected, unmasked, 'utc');
    assert.equal(`${row?.label} ${row?.description}`, failureSentences(words));
    assert.equal(failureText(rejected, unmasked), failureSentences(words));
    assert.match(words.summary, /HTTP 403, Forbidden, trace ID trace-7/);
  });
});
