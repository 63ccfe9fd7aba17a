import * as l10n from '@vscode/l10n';
import { insightsText, listText, thresholdsText } from './manySubmissions.ts';
import { recordText, submissionNamed, verdictText } from './oneSubmission.ts';
import type { Reading } from './reading.ts';
import { filterOf, type ToolInput } from './toolInput.ts';

/** How many rows a list has when the model asks for no number. */
const usualRows = 20;

/** The longest result, in characters: a model reads longer ones with less care, and pays for each character. */
const longest = 16_000;

/** Whether a text is an API key, or holds one. */
export type IsKey = (text: string) => Promise<boolean>;

/** What a tool answers to a model, of bounded length and without any key. Ids in it are aliases. */
export async function answered(asked: ToolInput, reading: Reading, isKey: IsKey): Promise<string> {
  return shortened(await withoutKeys(await textOf(asked, reading), isKey));
}

async function textOf(asked: ToolInput, reading: Reading): Promise<string> {
  switch (asked.name) {
    case 'faceauth_findSubmissions':
      return await listText(filterOf(asked.input), asked.input.most ?? usualRows, reading);
    case 'faceauth_summarizeInsights':
      return await insightsText(filterOf(asked.input), reading);
    case 'faceauth_tryThresholds':
      return await thresholdsText(asked.input, reading);
    case 'faceauth_getSubmission':
    case 'faceauth_explainVerdict': {
      const submission = await submissionNamed(asked.input.submission, reading);
      if (submission === undefined) {
        return l10n.t('No loaded submission has this alias or authId. Ask the person to look it up in FaceAuth.');
      }
      return asked.name === 'faceauth_getSubmission'
        ? await recordText(submission, reading)
        : await verdictText(submission, reading);
    }
  }
}

/**
 * Replaces API keys, because a comment of the service may repeat one that somebody sent by mistake. Markdown puts
 * backslashes into a key, so the text is also checked without them.
 */
async function withoutKeys(text: string, isKey: IsKey): Promise<string> {
  const bare = (part: string): string => part.replaceAll('\\', '');
  if (!(await isKey(bare(text)))) {
    return text;
  }
  const parts = await Promise.all(
    text.split(/(\s+)/).map(async (part) => ((await isKey(part)) || (await isKey(bare(part))) ? '…' : part)),
  );
  return parts.join('');
}

function shortened(text: string): string {
  if (text.length <= longest) {
    return text;
  }
  const end = text.lastIndexOf('\n', longest);
  return `${text.slice(0, end === -1 ? longest : end)}\n\n${l10n.t('The rest is left out: ask for less.')}`;
}
