import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from '../../host/workbench.ts';

/** Tests what can be copied and saved from Insights with the demo data, while 99.5 is tried for face similarity. */
export function takenAway(workbench: () => Workbench, folder: string): void {
  const page = () => workbench().webviewPage();

  it('are copied as Markdown, and what is tried as a policy of the service', async () => {
    await page().getByRole('button', { name: 'Copy Policy' }).press('Enter');
    await workbench().notification('as JSON');
    assert.match(
      await workbench().clipboard(),
      /^{\n {2}"faceSimilarity_threshold": 99\.5,\n {2}"occluded_threshold": /,
    );
    await page().getByRole('button', { name: 'Copy as Markdown' }).press('Enter');
    await workbench().notification('as Markdown');
    const text = await workbench().clipboard();
    assert.match(text, /^# Insights\n[\s\S]*\n## Why submissions were rejected\n\n\| Fail code \| Submissions \|/);
    assert.match(text, /\| Face similarity \| 85 \| 99\.5 \|/);
  });

  it('are saved as CSV, and a chart as SVG that stands alone', async () => {
    await page().getByRole('button', { name: 'Save as CSV…' }).press('Enter');
    await workbench().quickInput.file(join(folder, 'insights.csv'));
    await workbench().notification('Written to insights.csv');
    assert.match(readFileSync(join(folder, 'insights.csv'), 'utf8'), /\r\nFail code,Submissions,/);
    await page().getByRole('button', { name: 'Save Chart as SVG… Outcomes per day' }).press('Enter');
    await workbench().quickInput.file(join(folder, 'days.svg'));
    await workbench().notification('Written to days.svg');
    const svg = readFileSync(join(folder, 'days.svg'), 'utf8');
    assert.match(svg, /^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.doesNotMatch(svg, /var\(|class=|style=|<script/);
    assert.match(svg, />Rejected<\/text>.*>Approved<\/text>/);
  });
}
