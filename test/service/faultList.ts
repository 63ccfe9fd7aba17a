import { type Arrival, type Exchange, type Fault, send, type When } from './exchange.ts';

// Which requests a fault reaches: the next `times` (all unless given) of those for which `when` holds.
export interface Reach {
  readonly times?: number;
  readonly when?: When;
}

// The faults in force, newest first; the first that applies to a request answers it.
export interface FaultList {
  // Puts a fault in front of those already there; the returned function takes it away.
  readonly inject: (fault: Fault, reach?: Reach) => () => void;
  // Takes all faults away, then injects this one, if any.
  readonly setFault: (fault?: Fault, reach?: Reach) => void;
  readonly next: (arrival: Arrival) => Fault;
}

// No faults at first; until one is injected every request gets the undisturbed answer.
export function faultList(): FaultList {
  const active: { fault: Fault; when: When; left: number }[] = [];
  const inject = (fault: Fault, { times = Infinity, when = () => true }: Reach = {}) => {
    const entry = { fault, when, left: times };
    active.unshift(entry);
    return () => void (entry.left = 0);
  };
  return {
    inject,
    setFault(fault?: Fault, reach?: Reach) {
      active.length = 0;
      if (fault !== undefined) inject(fault, reach);
    },
    next(arrival: Arrival): Fault {
      const entry = active.find(({ when, left }) => left > 0 && when(arrival));
      if (entry === undefined) return undisturbed;
      entry.left -= 1;
      return entry.fault;
    },
  };
}

async function undisturbed({ answer, reply }: Exchange): Promise<void> {
  const response = await answer();
  send(reply, response.status, await response.text());
}
