import assert from 'node:assert/strict';
import { inEveryFrame } from '../../host/frames.ts';
import type { Workbench } from '../../host/workbench.ts';

/** Texts that do harm where they are taken for more than text. */
export const hostileTexts = {
  script: '<script>window.__pwned=1</script>',
  image: '<img src=x onerror=window.__pwned=1>',
  link: '[x](command:workbench.action.quit)',
  icon: '$(squirrel)$(sync~spin)',
  reversed: 'a\u202egnp.exe',
  controls: 'b\u0000\u001b[31m\u0007\u2028\r\n\tc',
  prototype: '__proto__',
  long: 'L'.repeat(1024 * 1024),
} as const;

/** The names of the hostile texts. */
export type HostileName = keyof typeof hostileTexts;

/** The elements that the link, the icon and the image would become if they were taken for more than text. */
const made = [
  '[href^="command:workbench.action.quit"]',
  '[data-href^="command:workbench.action.quit"]',
  '.codicon-squirrel',
  'img[src="x"]',
].join(',');

/** Fails when one of the hostile texts was taken for more than text, anywhere on the screen. */
export async function assertOnlyText({ page }: Workbench): Promise<void> {
  await inEveryFrame(page, async (frame) => {
    assert.equal(await frame.evaluate('window.__pwned'), undefined, `a script ran in ${frame.url()}`);
    assert.equal(await frame.locator(made).count(), 0, `an element was made in ${frame.url()}`);
  });
}

/**
 * Runs in a page: puts a script, a failing image and a base address into it, and returns what they left, which must be
 * nothing.
 */
export const insertScripts = `(async () => {
  const script = document.createElement('script');
  script.textContent = 'window.__inserted = 1';
  const failed = new Promise((resolve) => {
    const image = document.createElement('img');
    image.addEventListener('error', resolve);
    image.setAttribute('onerror', 'window.__inserted = 2');
    image.src = 'data:,';
    document.body.append(script, image);
  });
  await failed;
  document.querySelectorAll('body > img').forEach((image) => image.remove());
  script.remove();
  const before = document.baseURI;
  const base = document.createElement('base');
  base.href = 'http://127.0.0.1/elsewhere/';
  document.head.append(base);
  if (document.baseURI !== before) window.__inserted = 3;
  base.remove();
  return window.__inserted;
})()`;

/**
 * A record with this text wherever a text may stand. With `usual`, the status, the KYC id, and some of the times and
 * numbers are usual ones.
 */
export function hostileRecord(text: string, id: string, usual: boolean): object {
  const or = <T>(value: T): T | string => (usual ? value : text);
  return {
    auth_id: id,
    auth_status: or('rejected'),
    create_time: or('2027-01-15T11:00:00.000Z'),
    submit_type: text,
    kyc_submission_id: usual ? 'kyc' : text,
    policy: { faceSimilarity_threshold: or(85), liveness_threshold: text, occluded_threshold: text, [text]: text },
    result: { face_similarity: or(71), livenessScore: text, detectOccluded: text, [text]: text },
    fail_code: [text, 'face_compare_underscore'],
    reject_comment: [text],
    signals: {
      startButtonClickTime: or('2027-01-15T10:59:00.000Z'),
      cameraProcessInfo: [
        { type: text, processStartTime: or('2027-01-15T10:59:10.000Z'), processEndTime: text, error: text, [text]: 1 },
      ],
      [text]: text,
    },
    [text]: { [text]: [text] },
  };
}

/**
 * A page of two records for each hostile text: a usual one, and one that has the text, cut to 10,000 characters, in
 * every place. Each record names the address of a schema.
 */
export function hostilePage(schema: string, next?: { readonly authId: string; readonly createTime: string }): string {
  const texts = Object.values(hostileTexts);
  const data = [
    ...texts.map((text) => hostileRecord(text, text, true)),
    ...texts.map((text) => text.slice(0, 10_000)).map((text) => hostileRecord(text, `2${text}`, false)),
  ].map((record) => ({ $schema: schema, ...record }));
  return JSON.stringify([{ faceAuth_projectId: hostileTexts.image, data, ...(next && { nextPage_key: next }) }]);
}

/** A text without the word joiners (U+2060) that keep VS Code from reading icons and links in it. */
export function seen(text: string): string {
  return text.replaceAll('\u2060', '');
}

const unseen = new Map<string, string>([
  [hostileTexts.reversed, 'a\\u202egnp.exe'],
  [hostileTexts.controls, 'b\\u0000\\u001b[31m\\u0007\\u2028\\u000d\\u000a\\u0009c'],
]);

/** A hostile text as a single line shows it: cut to the limit, or with its invisible characters written as codes. */
export function shown(text: string, limit: number): string {
  return unseen.get(text) ?? (text.length > limit ? `${text.slice(0, limit)}…` : text);
}
