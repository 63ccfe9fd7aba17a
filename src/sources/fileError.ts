import type { FileProblem } from '../api/failure.ts';

/** An expected problem with a file. It is thrown, and becomes a failure where it is caught. */
export class FileError extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.cause);
    this.problem = problem;
  }
}
