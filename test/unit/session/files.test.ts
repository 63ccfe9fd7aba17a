import assert from 'node:assert/strict';
import type { Query } from '../../../src/api/address.ts';
import { headline } from '../../../src/session/headline.ts';
import { rowsBelow } from '../../../src/session/rows.ts';
import type { Project } from '../../../src/session/state.ts';
import { fileSource } from '../../../src/sources/file.ts';
import { maskWith, unmasked } from '../../../src/submissions/privacy/mask.ts';
import { fileOf } from '../sources/reading.ts';
import { sessionWith } from './opened.ts';

const file: Project = { id: 'file-1', name: 'dump of fa_7.ndjson', file: 'captures/dump of fa_7.ndjson' };
const line = (index: number): string =>
  `{"auth_id":"fa_${index}","auth_status":"rejected","create_time":"2026-03-0${1 + (index % 2)}T10:00:00Z"}`;

async function opened(text = Array.from({ length: 300 }, (_, index) => line(index)).join('\n')) {
  const asked: Query[] = [];
  const ask = fileSource(fileOf(text));
  const { session } = sessionWith(() => async (query, signal) => {
    asked.push(query);
    return await ask(query, signal);
  });
  await session.open(file);
  return { session, asked };
}

describe('a file that is shown', () => {
  it('is called a file while more of it is to come', async () => {
    const { session } = await opened();
    const rows = rowsBelow(session.state, unmasked);
    const [group] = rows;
    assert.match(headline(session.state, unmasked), /^dump of fa_7\.ndjson · 200 loaded, more in the file/);
    assert.deepEqual(
      [rows.at(-1)?.label, rows.at(-1)?.description],
      ['The rest of the file', '200 loaded, more in the file'],
    );
    assert.equal(rowsBelow(session.state, unmasked, group).at(-1)?.label, 'More rejected in the file');
    await session.arrange({ filter: { idPart: 'fa_19' } });
    assert.match(headline(session.state, unmasked), / · 11 of 200 loaded match, more in the file/);
    await session.loadAll(new AbortController().signal, async () => true);
    await session.arrange({ filter: {} });
    assert.match(headline(session.state, unmasked), / · 300 loaded, all · /);
  });

  it('has no id in its name where the screen is shared', async () => {
    const { session } = await opened();
    const mask = maskWith(
      (id) => `<${id.length}>`,
      (text) => session.records.isId(text),
    );
    assert.match(headline(session.state, mask), /^dump of <4>\.ndjson /);
  });

  it('that broke is read from its beginning when that is tried again: it may be another one by then', async () => {
    const texts = [`[${line(0)},{"auth`, `[${line(0)},${line(1)}]`];
    const broken = { name: 'cut off.json', pieces: () => fileOf(texts[0] ?? '').pieces() };
    const { session } = sessionWith(() => fileSource(broken));
    await session.open(file);
    await session.loadAll(new AbortController().signal, async () => true);
    assert.match(headline(session.state, unmasked), / · 1 loaded, more in the file/);
    texts.shift();
    await session.tryAgain();
    assert.match(headline(session.state, unmasked), / · 2 loaded, all/);
  });

  it('is not read for what is loaded, nor for what it does not have, nor for what is newer', async () => {
    const { session, asked } = await opened();
    await session.loadAll(new AbortController().signal, async () => true);
    const before = asked.length;
    const { signal } = new AbortController();
    const [found, none] = [
      await session.records.ask(file, 'fa_250', signal),
      await session.records.ask(file, 'fa_999', signal),
    ];
    assert.deepEqual([found.ok && found.value?.id, none.ok && none.value], ['fa_250', undefined]);
    assert.deepEqual((await session.loadNewer()).news, []);
    assert.equal(asked.length, before);
  });

  it('is looked through for what it may have further below', async () => {
    const { session } = await opened();
    const found = await session.records.ask(file, 'fa_299', new AbortController().signal);
    assert.equal(found.ok && found.value?.id, 'fa_299');
  });

  it('shows the days that are chosen, and all again', async () => {
    const { session } = await opened();
    await session.open(file, { from: '2026-03-02', to: '2026-03-02' });
    await session.loadAll(new AbortController().signal, async () => true);
    assert.match(headline(session.state, unmasked), / · 2026-03-02 UTC · 150 loaded, all/);
  });

  it('is read to its end however often it repeats itself', async () => {
    const repeated = Array.from({ length: 12_000 }, () => line(1)).join('\n');
    const { session } = await opened(`${repeated}\n${line(2)}`);
    await session.loadAll(new AbortController().signal, async () => true);
    assert.match(headline(session.state, unmasked), / · 2 loaded, all · 11,999 sent twice/);
  });

  it('shows lines that are no JSON with their numbers', async () => {
    const { session } = await opened(`${line(1)}\n{"auth_id":\n${line(2)}`);
    const broken = rowsBelow(session.state, unmasked).find(({ kind }) => kind === 'brokenRecords');
    const [row] = rowsBelow(session.state, unmasked, broken);
    assert.deepEqual([row?.label, row?.description], ['line 2', 'not JSON']);
  });

  it('keeps what was read when it is cut off, and says so', async () => {
    const { session } = await opened(`[${line(1)},${line(2)},{"auth_id":"fa`);
    await session.loadAll(new AbortController().signal, async () => true);
    const [group, failure] = rowsBelow(session.state, unmasked);
    assert.equal(group?.description, '2');
    assert.match(
      failure?.label ?? '',
      /^The file capture\.json is cut off: its JSON ends too early, at line 1, column \d+\.$/,
    );
  });
});
