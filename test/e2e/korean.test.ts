import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { panelOf } from './support/panel.ts';
import { withoutNode } from './support/withoutNode.ts';

/** The buttons of a page: the label of each, and whether it does not fit into its button or the page. */
const buttonsOfPage = `[...document.querySelectorAll('button')].map((button) => {
  const { left, right } = button.getBoundingClientRect();
  return {
    name: (button.getAttribute('aria-label') ?? button.innerText).trim(),
    cut: button.scrollWidth > button.clientWidth || left < 0 || right > innerWidth,
  };
})`;

interface Button {
  readonly name: string;
  readonly cut: boolean;
}

/** All that a page shows and says, one text a line. */
const textsOfPage = `[document.body.innerText, ...[...document.querySelectorAll('[aria-label]')]
  .map((one) => one.getAttribute('aria-label'))].join('\\n')`;

// What is the same in every language: names of the service's fields and codes, of formats and of the product.
const names = /FaceAuth|authId|cURL|JSON|Markdown|CSV|SVG|KYC|UTC|\b(?:fa|kyc)_\w+|\b\w+_(?:fail|underscore|\d+)\b/g;
// The service's own words: the type of a submission and of a camera process, a threshold as sent, comments and errors.
const sent = /\bform\b|\bapi\b|faceAuth-\w+|\bfalse\b|\btrue\b|face similarity is lower[^\n]*|\w+Error: [^\n]*/g;

describe('The way to a verdict and to Insights, in Korean, in high contrast and in the browser alone', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ extensionPath: withoutNode(), language: 'ko', theme: 'hc-dark' });
    await workbench.showContainer('FaceAuth');
  });

  after(async () => {
    await workbench.close();
  });

  const tree = () => workbench.tree('제출');
  const page = () => panelOf(workbench);

  const assertKorean = async (): Promise<void> => {
    const shown = String(await page().evaluate(textsOfPage));
    assert.equal(await page().evaluate('document.documentElement.lang'), 'ko');
    assert.deepEqual(
      shown
        .replaceAll(sent, '')
        .replaceAll(names, '')
        .match(/[A-Za-z]{2,}[^\n]*/g) ?? [],
      [],
    );
  };

  const assertFits = async (): Promise<readonly Button[]> => {
    const size = workbench.page.viewportSize();
    assert.ok(size);
    // With the activity bar beside it the page has 260 pixels.
    await workbench.page.setViewportSize({ width: 318, height: size.height });
    await page().happened('resize', 'innerWidth <= 260');
    assert.ok(await page().evaluate('document.documentElement.scrollWidth <= innerWidth'));
    const buttons = (await page().evaluate(buttonsOfPage)) as readonly Button[];
    assert.deepEqual(
      buttons.filter(({ cut }) => cut),
      [],
    );
    await workbench.page.setViewportSize(size);
    return buttons;
  };

  it('leads from the welcome view to what failed in the newest rejection', async () => {
    await workbench.page.getByRole('button', { name: '데모 데이터 둘러보기' }).press('Enter');
    await tree().waitFor('이전 제출');
    await tree().expand('거절');
    const day = (await tree().rows()).find(({ level }) => level === 2)?.label ?? '';
    await tree().expand(['거절', day]);
    const first = (await tree().rows()).find(({ level }) => level === 3)?.label ?? '';
    await tree().press(['거절', day, first], 'Enter');
    await workbench
      .webviewPage()
      .getByText(/^거절됨: /)
      .first()
      .waitFor();
    await assertKorean();
  });

  it('has dates as Korean writes them', async () => {
    const facts = await workbench.webviewPage().locator('header').first().innerText();
    assert.match(facts, /\d{4}년 \d{1,2}월 \d{1,2}일 \([월화수목금토일]\) \d\d:\d\d:\d\d UTC/);
  });

  it('fits with all its buttons into 260 pixels', async () => {
    await workbench.run('View: Toggle Primary Side Bar Visibility');
    assert.ok((await assertFits()).length > 10);
  });

  it('shows Insights too, and its commands in the palette', async () => {
    await workbench.run('FaceAuth: 인사이트 표시');
    await workbench.webviewPage().getByText('임계값을 바꾼다면').first().waitFor();
    await assertKorean();
    await assertFits();
  });
});
