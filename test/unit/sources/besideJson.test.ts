import assert from 'node:assert/strict';
import { explain } from '../../../src/api/explain.ts';
import { fileOf, readAll } from './reading.ts';

const ids = ['a', 'b'];
const records = ids.map((id) => ({ auth_id: id, auth_status: 'approved' }));
const answer = JSON.stringify([{ faceAuth_projectId: 'p', data: records }]);
const printed = JSON.stringify([{ faceAuth_projectId: 'p', data: records }], null, 2);
const lines = records.map((record) => JSON.stringify(record));

const quoted = (text: string, mark: string): string => text.replaceAll(/^/gm, mark);

describe('what stands beside the JSON of a file', () => {
  for (const [what, text] of [
    ['the status that curl writes on a line of its own', `${answer}\n200`],
    ['the status that curl writes behind the answer', `${answer}200`],
    ['a status behind each answer', lines.map((line) => `[${line}]\n200\n`).join('')],
    ['what curl was told to write', `${answer}\nHTTP 200 in 0.123s, application/json\n`],
    ['the times of a command', `${answer}\nreal\t0m0.312s\nuser\t0m0.021s\nsys\t0m0.010s\n`],
    ['the times behind each answer', lines.map((line) => `[${line}]\n\nreal\t0m0.312s\nuser\t0m0.1s\n`).join('')],
    ['a fence of Markdown', `Captured:\n\n\`\`\`json\n${printed}\n\`\`\`\n`],
    ['fences of Markdown', lines.map((line) => `\`\`\`json\n${line}\n\`\`\`\n`).join('')],
    ['a call of JSONP', `cb(${answer});`],
    ['a call of JSONP on lines of its own', `/**/cb(\n${printed}\n);\n`],
    ['an assignment', `const answer = ${answer};\n`],
    ['the sizes of the chunks of an answer', `1a4\r\n${answer}\r\n0\r\n\r\n`],
    ['the prompt of a shell', `$ cat answer.json\n${answer}\nme@host:~$ exit\n`],
  ] as const) {
    it(`is no broken record: ${what}`, async () => {
      for (const piece of [1, 1024]) {
        const { ids: read, broken, failure } = await readAll(fileOf(text, piece));
        assert.deepEqual([read, broken, failure], [ids, [], undefined]);
      }
    });
  }

  it('counts where words stand between records, and not behind the last one', async () => {
    const text = [lines[0], 'some words', 'and more', lines[1], 'the end'].join('\n');
    const { ids: read, broken } = await readAll(fileOf(text));
    assert.deepEqual([read, broken], [ids, ['notJson 2', 'notJson 3']]);
  });

  it('counts behind the last record where it may be one that is broken', async () => {
    const { ids: read, broken } = await readAll(fileOf(`${lines.join('\n')}\nsome words\n"auth_id":"x"\nwords`));
    assert.deepEqual([read, broken], [ids, ['notJson 3', 'notJson 4']]);
  });

  it('counts where it is more than a program writes there', async () => {
    const { broken } = await readAll(fileOf(`${lines.join('\n')}\n${'words\n'.repeat(5000)}`));
    assert.ok(broken.length > 4000, `${broken.length} counted`);
  });

  it('is the only thing in a file that has no more than a number', async () => {
    const { failure } = await readAll(fileOf('200'));
    assert.equal(failure && explain(failure).summary, 'The file capture.json is JSON, but holds no submissions.');
  });
});

describe('an answer that is quoted in a mail', () => {
  for (const [what, text] of [
    ['with line breaks', quoted(printed, '> ')],
    ['without a space behind the mark', quoted(printed, '>')],
    ['twice', quoted(printed, '> > ')],
    [
      'below an introduction, with CRLF',
      `On Monday, somebody wrote:\r\n${quoted(printed, '> ').replaceAll('\n', '\r\n')}`,
    ],
    ['above an answer to it', `${quoted(printed, '> ')}\n\nThank you.\n`],
    ['as one object', quoted(JSON.stringify({ data: records }, null, 2), '> ')],
  ] as const) {
    it(`is read: ${what}`, async () => {
      for (const piece of [1, 7, 1024]) {
        const { ids: read, broken, failure } = await readAll(fileOf(text, piece));
        assert.deepEqual([read, broken, failure], [ids, [], undefined]);
      }
    });
  }
});

describe('an error of the service in a file', () => {
  for (const [text, summary] of [
    ['{"error":{}}', 'The file capture.json holds an error of the service instead of submissions.'],
    [
      '{"message":"faceAuth_project not found"}',
      'The file capture.json holds an error of the service instead of submissions (faceAuth_project not found).',
    ],
    ['{"statusCode":503}', 'The file capture.json holds an error of the service instead of submissions (503).'],
  ] as const) {
    it(`is told in its own words, where it has any: ${text}`, async () => {
      const { failure } = await readAll(fileOf(text));
      assert.equal(failure && explain(failure).summary, summary);
    });
  }
});
