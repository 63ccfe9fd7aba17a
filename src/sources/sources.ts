import type { Ask, Exchange } from '../api/client.ts';
import type { Result } from '../api/failure.ts';
import type { Connect } from './connect.ts';
import { createDemo, demoProject } from './demo.ts';
import { fileSource, type FileBytes } from './file.ts';
import { withFittingPages } from './pageSize.ts';
import { serviceSource, type Access, type ServiceOptions } from './service.ts';

/** What the sources of all projects need. */
export interface SourcesOptions {
  readonly access: (projectId: string) => Promise<Result<Access>>;
  /** The file of a project that is one. */
  readonly file: (projectId: string) => FileBytes | undefined;
  readonly settings: () => ReturnType<ServiceOptions['settings']> & { readonly pageSize: number };
  readonly onExchange: (exchange: Exchange) => void;
  /** Hears what the service itself calls the project, with each answer that names it. */
  readonly onServiceId: (projectId: string, serviceId: string) => void;
}

/** The source of each project: its file, the synthetic service for the demo, the FaceAuth service for any other. */
export function createConnect({ access, file, settings, onExchange, onServiceId }: SourcesOptions): Connect {
  const demo = createDemo(onExchange);
  const connect: Connect = ({ id }, occasion) => {
    if (id === demoProject.id) {
      return demo(occasion);
    }
    const ask = serviceSource({ access: async () => await access(id), settings, onExchange }, occasion);
    return noting(ask, (serviceId) => {
      onServiceId(id, serviceId);
    });
  };
  const fitting = withFittingPages(connect, () => settings().pageSize);
  return (project, occasion) => {
    const bytes = file(project.id);
    return bytes === undefined ? fitting(project, occasion) : fileSource(bytes, occasion);
  };
}

/** Whether a project is asked over the network: neither a file nor the demo is. */
export function asksService({ id, file }: { readonly id: string; readonly file?: string | undefined }): boolean {
  return file === undefined && id !== demoProject.id;
}

/** Tells what the service calls the project, with each answer that says so. */
function noting(ask: Ask, note: (serviceId: string) => void): Ask {
  return async (query, signal) => {
    const page = await ask(query, signal);
    const serviceId = page.ok ? page.value.projects.find((one) => one !== undefined) : undefined;
    if (serviceId !== undefined) {
      note(serviceId);
    }
    return page;
  };
}
