import * as z from 'zod/mini';
import { textOf } from './sources.ts';

const submenuItem = z.object({ submenu: z.string(), when: z.optional(z.string()), group: z.optional(z.string()) });

const menuItem = z.object({
  command: z.string(),
  when: z.optional(z.string()),
  group: z.optional(z.string()),
});

const setting = z.object({
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  default: z.union([z.string(), z.number(), z.boolean()]),
  scope: z.string(),
  pattern: z.optional(z.string()),
  enum: z.optional(z.array(z.string())),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
  anyOf: z.optional(z.array(z.object({ const: z.optional(z.number()), minimum: z.optional(z.number()) }))),
});

const schema = z.object({
  main: z.string(),
  icon: z.string(),
  version: z.string(),
  engines: z.object({ vscode: z.string() }),
  devDependencies: z.record(z.string(), z.string()),
  activationEvents: z.array(z.string()),
  extensionKind: z.array(z.string()),
  capabilities: z.object({
    untrustedWorkspaces: z.object({
      supported: z.string(),
      description: z.string(),
      restrictedConfigurations: z.array(z.string()),
    }),
    virtualWorkspaces: z.boolean(),
  }),
  contributes: z.object({
    commands: z.array(
      z.object({ command: z.string(), title: z.string(), category: z.string(), icon: z.optional(z.string()) }),
    ),
    viewsContainers: z.object({ activitybar: z.array(z.object({ id: z.string(), icon: z.string() })) }),
    views: z.record(z.string(), z.array(z.object({ id: z.string(), icon: z.string() }))),
    viewsWelcome: z.array(z.object({ view: z.string(), contents: z.string(), when: z.string() })),
    submenus: z.array(z.object({ id: z.string(), label: z.string(), icon: z.string() })),
    menus: z.record(z.string(), z.array(z.union([menuItem, submenuItem]))),
    keybindings: z.array(
      z.object({
        command: z.string(),
        key: z.string(),
        mac: z.string(),
        when: z.string(),
        args: z.optional(z.string()),
      }),
    ),
    walkthroughs: z.array(
      z.object({
        id: z.string(),
        icon: z.string(),
        steps: z.array(
          z.object({
            media: z.object({ svg: z.string(), altText: z.string() }),
            completionEvents: z.array(z.string()),
          }),
        ),
      }),
    ),
    configuration: z.object({ properties: z.record(z.string(), setting) }),
  }),
});

/** The manifest as VS Code reads it. */
export const manifest = schema.parse(JSON.parse(textOf('package.json')));

/** Its texts by their names. */
export const texts = z.record(z.string(), z.string()).parse(JSON.parse(textOf('package.nls.json')));

/** Everything that it declares, as text. */
export const declarations = JSON.stringify(
  z
    .object({ description: z.string(), capabilities: z.unknown(), contributes: z.unknown() })
    .parse(JSON.parse(textOf('package.json'))),
);

/** The commands in a menu, those of its submenus left out. */
export function commandsIn(menu: string): readonly z.infer<typeof menuItem>[] {
  return (manifest.contributes.menus[menu] ?? []).filter((item) => 'command' in item);
}

/** What ends a step of the walkthrough: a command that was run, or a condition that holds. */
export const stepEvents = manifest.contributes.walkthroughs
  .flatMap(({ steps }) => steps.flatMap(({ completionEvents }) => completionEvents))
  .map((event) => {
    const [kind = '', name = ''] = event.split(':');
    return { kind, name };
  });

/** Every condition in the manifest. */
export const conditions: readonly string[] = [
  ...Object.values(manifest.contributes.menus).flatMap((items) => items.map(({ when }) => when ?? '')),
  ...manifest.contributes.viewsWelcome.map(({ when }) => when),
  ...manifest.contributes.keybindings.map(({ when }) => when),
  ...stepEvents.filter(({ kind }) => kind === 'onContext').map(({ name }) => name),
];
