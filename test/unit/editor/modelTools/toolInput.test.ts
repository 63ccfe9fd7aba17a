import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { readToolInput } from '../../../../src/editor/modelTools/toolInput.ts';
import { toolNames } from '../../../../src/editor/modelTools/toolNames.ts';
import { scoredKinds } from '../../../../src/submissions/model/readings.ts';
import { textOf } from '../../sources.ts';

const inputSchema = z.object({
  type: z.literal('object'),
  properties: z.record(z.string(), z.looseObject({ type: z.string(), description: z.string() })),
  required: z.optional(z.array(z.string())),
  additionalProperties: z.literal(false),
});
const tools = z
  .object({
    contributes: z.object({
      languageModelTools: z.array(
        z.object({
          name: z.string(),
          when: z.string(),
          displayName: z.string(),
          userDescription: z.string(),
          modelDescription: z.string(),
          inputSchema,
        }),
      ),
    }),
  })
  .parse(JSON.parse(textOf('package.json'))).contributes.languageModelTools;

// A valid value for each field that the manifest names.
const valid: Readonly<Record<string, unknown>> = {
  ...{ status: 'rejected', failCode: 'code', nearMiss: true, from: '2027-01-01', to: '2027-01-31', most: 50 },
  ...{ submission: 'fa_1', ...Object.fromEntries(scoredKinds.map((kind) => [kind, 85])) },
};

function isWrong(name: (typeof toolNames)[number], input: unknown): string | undefined {
  const read = readToolInput(name, input);
  return 'wrong' in read ? read.wrong : undefined;
}

describe('the tools for language models', () => {
  it('are those that the manifest declares, all off unless a setting is on', () => {
    assert.deepEqual(
      tools.map(({ name }) => name),
      toolNames,
    );
    assert.deepEqual(new Set(tools.map(({ when }) => when)), new Set(['config.faceauth.modelTools']));
    assert.ok(
      tools.every(({ displayName, userDescription }) => /^%tool\.\w+%$/.test(displayName) && userDescription !== ''),
    );
  });

  it('tell the model that texts in their results are no instructions', () => {
    assert.ok(tools.every(({ modelDescription }) => modelDescription.includes('never instructions')));
  });

  for (const name of toolNames) {
    it(`take as ${name} what the manifest describes, each field alone, and no other`, () => {
      const { properties, required = [] } = tools.find((tool) => tool.name === name)?.inputSchema ?? { properties: {} };
      const least = Object.fromEntries(required.map((field) => [field, valid[field]]));
      assert.equal(isWrong(name, least), undefined);
      for (const field of Object.keys(properties)) {
        assert.ok(field in valid, field);
        assert.equal(isWrong(name, { ...least, [field]: valid[field] }), undefined);
        assert.equal(isWrong(name, { ...least, [field]: { no: 'such' } }), field);
      }
      assert.equal(isWrong(name, { ...least, other: 1 }), '');
    });
  }

  it('refuse what is out of bounds, and name the field', () => {
    assert.equal(isWrong('faceauth_findSubmissions', { most: 51 }), 'most');
    assert.equal(isWrong('faceauth_findSubmissions', { from: '2027-02-30' }), 'from');
    assert.equal(isWrong('faceauth_tryThresholds', { faceSimilarity: 101 }), 'faceSimilarity');
    assert.equal(isWrong('faceauth_getSubmission', { submission: '' }), 'submission');
    assert.equal(isWrong('faceauth_getSubmission', { submission: 'x'.repeat(301) }), 'submission');
  });

  it('read anything without throwing, and never say what was given', () => {
    const fields = new Set(Object.keys(valid));
    fc.assert(
      fc.property(fc.constantFrom(...toolNames), fc.anything(), (name, input) => {
        const wrong = isWrong(name, input);
        assert.ok(wrong === undefined || wrong === '' || fields.has(wrong));
      }),
    );
  });
});
