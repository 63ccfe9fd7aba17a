import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pageOf } from './support/written.ts';

// A run with 100,000 records takes four times as long; it was tried too.
const RECORDS = Number(process.env['FACEAUTH_KILLED_RECORDS'] ?? 25_000);
const PAGES = Math.ceil(RECORDS / 2000);
const KILLS = 20;
// LATE_KILLS come while the file takes the place of its target, which is a small part of a run. EARLY_KILLS come before
// the first page. The other kills come while pages are written.
const LATE_KILLS = 6;
const EARLY_KILLS = 4;
const BEFORE = 'what the target held before';

const script = fileURLToPath(new URL('support/exporting.ts', import.meta.url));

interface Run {
  /** Resolves when the export prints this line, and rejects when it ends without it. */
  readonly says: (line: string) => Promise<void>;
  readonly ended: Promise<unknown>;
  readonly kill: () => void;
}

// The runs that have not ended. Those that are left when the test fails are ended with it.
const children = new Set<ChildProcess>();

function run(target: string): Run {
  const child = spawn(process.execPath, [script, target, String(RECORDS)], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  const ended = once(child, 'exit').then(() => children.delete(child));
  const lines = createInterface({ input: child.stdout });
  const says = async (wanted: string): Promise<void> => {
    for await (const line of lines) {
      if (line === wanted) return;
    }
    assert.fail(`ended before it said ${wanted}`);
  };
  return { says, ended, kill: () => void child.kill('SIGKILL') };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

// A run that is not killed: how long all of it and its last part take, in ms, and what it writes.
interface Whole {
  readonly all: number;
  readonly late: number;
  readonly hash: string;
  readonly records: number;
}

async function wholeRun(target: string): Promise<Whole> {
  const started = performance.now();
  const { says, ended } = run(target);
  await says('completing');
  const late = performance.now();
  await ended;
  const over = performance.now();
  const bytes = await readFile(target);
  await rm(target);
  const { records, broken } = await pageOf(bytes.toString('utf8'));
  return { all: over - started, late: over - late, hash: hashOf(bytes), records: records.length + broken.length };
}

// Kills one run and tells what was found; the target must be as before or complete.
async function killed(folder: string, number: number, whole: Whole): Promise<string> {
  const target = join(folder, `${number}`, 'range.json');
  const had = number % 2 === 0;
  if (had) {
    await writeFile(target, BEFORE);
  }
  const { says, ended, kill } = run(target);
  if (number < LATE_KILLS) {
    await says('completing');
    await sleep((1.2 * whole.late * (number + Math.random())) / LATE_KILLS);
  } else if (number < LATE_KILLS + EARLY_KILLS) {
    await sleep(((whole.all / PAGES) * (number - LATE_KILLS + Math.random())) / EARLY_KILLS);
  } else {
    await says(`page ${1 + Math.floor(Math.random() * (PAGES - 1))}`);
  }
  kill();
  await ended;
  return await found(target, had, whole);
}

async function found(target: string, had: boolean, whole: Whole): Promise<string> {
  const names = await readdir(join(target, '..'));
  const bytes = names.includes('range.json') ? await readFile(target) : undefined;
  await rm(join(target, '..'), { recursive: true });
  if (bytes !== undefined && hashOf(bytes) === whole.hash) {
    assert.deepEqual(names, ['range.json']);
    return 'complete';
  }
  assert.equal(bytes?.toString('utf8', 0, 40), had ? BEFORE : undefined, `${bytes?.length} bytes are at the target`);
  const others = names.filter((name) => name !== 'range.json');
  assert.ok(others.length === 0 || others.join() === 'range.json.partial');
  return others.length === 0 ? 'nothing' : 'partial';
}

describe('an export that is killed', () => {
  let folder = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'faceauth-killed-'));
    await Promise.all(Array.from({ length: KILLS }, async (_, number) => await mkdir(join(folder, `${number}`))));
  });

  after(async () => {
    for (const child of children) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  });

  it('at any moment leaves at its target what was there, or all records', async () => {
    const [one, other] = await Promise.all(['one', 'other'].map((name) => wholeRun(join(folder, name))));
    assert.ok(one && other);
    assert.equal(one.hash, other.hash);
    assert.equal(one.records, RECORDS);
    const outcomes: string[] = [];
    const numbers = Array.from({ length: KILLS }, (_, number) => number).values();
    const work = async (): Promise<void> => {
      for (const number of numbers) {
        outcomes.push(`${number} ${await killed(folder, number, one)}`);
      }
    };
    await Promise.all([work(), work()]);
    // Kills that all came too early or too late would prove nothing.
    const partial = outcomes.filter((outcome) => outcome.endsWith('partial')).length;
    assert.ok(partial >= KILLS - LATE_KILLS - EARLY_KILLS, outcomes.join(', '));
  }).timeout(120_000);
});
