import { buildEditorTests } from './editorTests.ts';

await buildEditorTests();
