/** Whether a text is an API key, or holds one. */
export type IsKey = (text: string) => Promise<boolean>;

/**
 * The ids that are no API key. A key must not be sent as an id: an id goes into an address, which proxies and gateways
 * write down.
 */
export async function withoutKeys(ids: readonly string[], isKey: IsKey): Promise<readonly string[]> {
  const areKeys = await Promise.all(ids.map(async (id) => await isKey(id)));
  return ids.filter((_id, index) => areKeys[index] === false);
}
