import type { Exchange } from '../api/client.ts';
import type { Connect } from './connect.ts';
import { createDemo, demoProject } from './demo.ts';
import { withFittingPages } from './pageSize.ts';
import { serviceSource, type ServiceOptions } from './service.ts';

/** What the sources of all projects stand on. */
export interface SourcesOptions {
  readonly key: (projectId: string) => Promise<string | undefined>;
  readonly settings: () => ReturnType<ServiceOptions['settings']> & { readonly pageSize: number };
  readonly onExchange: (exchange: Exchange) => void;
}

/** The source of each project: the synthetic service for the demo, the FaceAuth service for any other. */
export function createConnect({ key, settings, onExchange }: SourcesOptions): Connect {
  const demo = createDemo(onExchange);
  const connect: Connect = ({ id }, occasion) =>
    id === demoProject.id
      ? demo(occasion)
      : serviceSource({ key: async () => await key(id), settings, onExchange }, occasion);
  return withFittingPages(connect, () => settings().pageSize);
}
