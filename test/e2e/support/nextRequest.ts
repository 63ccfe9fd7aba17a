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

/** Resolves when a request for days comes. While no dates are chosen, only auto refresh sends one. */
export async function autoRefreshOf({ inject, requests }: Service): Promise<void> {
  const isOne = ({ query }: Arrival): boolean => 'startDate' in query;
  if (requests.some(isOne)) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const end = inject(() => Promise.resolve(), {
    when: (arrival) => {
      if (isOne(arrival)) resolve();
      return false;
    },
  });
  await promise;
  end();
}
