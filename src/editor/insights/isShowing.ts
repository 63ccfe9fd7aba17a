import type { Days, Project, State } from '../../session/state.ts';

/** Whether these days of the project are what is shown, the first page loaded and nothing else on its way. */
export function isShowing(state: State, project: Project, days: Days): boolean {
  return (
    state.kind === 'ready' &&
    state.project.id === project.id &&
    state.days?.from === days.from &&
    state.days.to === days.to
  );
}
