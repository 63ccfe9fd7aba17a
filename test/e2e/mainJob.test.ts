import { root } from '../host/folders.ts';
import { mainJob } from './support/mainJob.ts';

describe('The main job, driven like a person would', () => {
  mainJob(root);
});
