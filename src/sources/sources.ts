import type { Ask, Exchange } from '../api/client.ts';
import { failed, type Result } from '../api/failure.ts';
import type { Connect } from './connect.ts';
import { createDemo, demoProject } from './demo.ts';
import { withFittingPages } from './pageSize.ts';
import { serviceSource, type Access, type ServiceOptions } from './service.ts';

/** What the sources of all projects stand on. */
export interface SourcesOptions {
  readonly access: (projectId: string) => Promise<Result<Access>>;
  readonly settings: () => ReturnType<ServiceOptions['settings']> & { readonly pageSize: number };
  readonly onExchange: (exchange: Exchange) => void;
  /** Hears what the service itself calls the project, with each answer that names it. */
  readonly onServiceId: (projectId: string, serviceId: string) => void;
}

/** The source of each project: the synthetic service for the demo, the FaceAuth service for any other. */
export function createConnect({ access, settings, onExchange, onServiceId }: SourcesOptions): Connect {
  const demo = createDemo(onExchange);
  const connect: Connect = ({ id }, occasion) => {
    if (id === demoProject.id) {
      return demo(occasion);
    }
    const ask = serviceSource({ access: async () => await access(id), settings, onExchange }, occasion);
    return ofProject(id, ask, onServiceId);
  };
  return withFittingPages(connect, () => settings().pageSize);
}

/** Says in a failure that concerns a key whose key it is, so that what helps reaches that project and no other. */
function ofProject(projectId: string, ask: Ask, onServiceId: SourcesOptions['onServiceId']): Ask {
  return async (query, signal) => {
    const page = await ask(query, signal);
    if (page.ok) {
      const serviceId = page.value.projects.find((one) => one !== undefined);
      if (serviceId !== undefined) {
        onServiceId(projectId, serviceId);
      }
      return page;
    }
    const { failure } = page;
    return failure.kind === 'noKey' || failure.kind === 'keyring' || failure.kind === 'keyNotAccepted'
      ? failed({ ...failure, projectId })
      : page;
  };
}
