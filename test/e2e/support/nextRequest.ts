import { send, type Arrival } from '../../service/exchange.ts';
import type { Service } from '../../service/service.ts';

/** Resolves when the next request comes, which is answered as usual. */
export async function nextRequest({ inject }: Service): Promise<Arrival> {
  const { promise, resolve } = Promise.withResolvers<Arrival>();
  inject(
    async ({ arrival, answer, reply }) => {
      resolve(arrival);
      const response = await answer();
      send(reply, response.status, await response.text());
    },
    { times: 1 },
  );
  return await promise;
}
