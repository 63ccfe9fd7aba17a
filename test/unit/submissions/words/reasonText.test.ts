import assert from 'node:assert/strict';
import { reasonText } from '../../../../src/submissions/words/reasonText.ts';

describe('The text of a document that has no record', () => {
  const reason = { summary: 'Nothing came.', advice: 'Wait.', remedies: [{ action: 'again', label: 'Try Again' }] };

  it('is a comment of JSON that says what happened, what helps, and each remedy on a line of its own', () => {
    assert.equal(reasonText(reason).text, '// Nothing came.\n// Wait.\n//\n// Try Again\n');
  });

  it('knows where each remedy stands', () => {
    const { text, remedies } = reasonText({
      ...reason,
      remedies: [...reason.remedies, { action: 'log', label: 'Show Log' }],
    });
    const lines = text.split('\n');
    assert.deepEqual(
      remedies.map(({ action, line, start, end }) => [action, lines[line]?.slice(start, end)]),
      [
        ['again', 'Try Again'],
        ['log', 'Show Log'],
      ],
    );
  });

  it('has no line for what there is not', () => {
    assert.equal(reasonText({ summary: 'Nothing came.', advice: '', remedies: [] }).text, '// Nothing came.\n');
  });

  it('breaks long sentences between words, and loses none', () => {
    const words = Array.from({ length: 90 }, (_, at) => 'x'.repeat((at % 9) + 1));
    const { text } = reasonText({ ...reason, summary: words.join(' '), advice: '', remedies: [] });
    const lines = text.trimEnd().split('\n');
    assert.ok(lines.length > 1 && lines.every((line) => line.startsWith('// ') && line.length <= 83));
    assert.equal(lines.map((line) => line.slice(3)).join(' '), words.join(' '));
  });

  it('leaves a word alone that is longer than a line', () => {
    assert.equal(
      reasonText({ summary: `See ${'x'.repeat(150)} there`, advice: '', remedies: [] }).text,
      `// See\n// ${'x'.repeat(150)}\n// there\n`,
    );
  });
});
