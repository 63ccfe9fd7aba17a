import type { FileProblem } from '../api/failure.ts';

/** What is expected to go wrong with a file, on its way to where it becomes a failure. */
export class FileError extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.cause);
    this.problem = problem;
  }
}
