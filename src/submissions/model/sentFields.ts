import { knownFields, recordFields, signalFields } from '../../api/fields.ts';
import { fromUtf8 } from '../../json/bytes.ts';
import { fieldsAt, itemsAt, onOneLine, openArray, openObject, type Span } from '../../json/span.ts';

/** A field that no page of the service names: its path, and its value as sent, as JSON on one line. */
export interface UnknownField {
  readonly path: string;
  readonly json: string;
}

type Spans = ReadonlyMap<string, Span>;

/** A record's unknown fields, cut out of its JSON: parsing loses digits, and the order of names that are numbers. */
export function unknownFieldsIn(json: Uint8Array): readonly UnknownField[] {
  const record = fieldsIn(json, { start: 0, end: json.length });
  const part = ({ names: [name] }: { readonly names: readonly [string, ...string[]] }): Span | undefined =>
    record.get(name);
  const signals = fieldsIn(json, part(recordFields.signals));
  const [processesName] = signalFields.processes.names;
  const unknownIn = (fields: Spans, known: readonly string[], prefix: string): readonly UnknownField[] =>
    [...fields]
      .filter(([name]) => !known.includes(name))
      .map(([name, span]) => ({ path: `${prefix}${name}`, json: fromUtf8(onOneLine(json, span)) }));
  return [
    ...unknownIn(record, knownFields.record, ''),
    ...unknownIn(fieldsIn(json, part(recordFields.policy)), knownFields.policy, 'policy.'),
    ...unknownIn(fieldsIn(json, part(recordFields.result)), knownFields.result, 'result.'),
    ...unknownIn(signals, knownFields.signals, 'signals.'),
    ...itemsIn(json, signals.get(processesName)).flatMap((process, index) =>
      unknownIn(fieldsIn(json, process), knownFields.cameraProcess, `signals.${processesName}[${index}].`),
    ),
  ];
}

/**
 * Gives the value at a path such as `policy.liveness_threshold` or `signals.cameraProcessInfo[0]`, as JSON on one line
 * with all digits as sent. Undefined if there is no value, or if it contains texts, because these may be escaped.
 */
export function digitsIn(json: Uint8Array): (path: string) => string | undefined {
  const parts = new Map<string, Spans>();
  // Each part is looked through once, however many of its values are asked for.
  const partAt = (path: string): Spans => {
    const part = parts.get(path) ?? membersOf(json, spanAt(path));
    parts.set(path, part);
    return part;
  };
  const spanAt = (path: string): Span | undefined => {
    if (path === '') {
      return { start: 0, end: json.length };
    }
    const at = Math.max(0, path.lastIndexOf('.'), path.lastIndexOf('['));
    return partAt(path.slice(0, at)).get(path.slice(path[at] === '.' ? at + 1 : at));
  };
  return (path) => {
    const span = spanAt(path);
    const text = span === undefined ? '"' : fromUtf8(onOneLine(json, span));
    return text.includes('"') ? undefined : text;
  };
}

/** The fields of an object by their names, the items of a list by their places as `[0]`. */
function membersOf(json: Uint8Array, value: Span | undefined): Spans {
  const items = itemsIn(json, value).map((item, index) => [`[${index}]`, item] as const);
  return items.length > 0 ? new Map(items) : fieldsIn(json, value);
}

function fieldsIn(json: Uint8Array, object: Span | undefined): Spans {
  return object !== undefined && json[object.start] === openObject ? fieldsAt(json, object.start) : new Map();
}

function itemsIn(json: Uint8Array, list: Span | undefined): readonly Span[] {
  return list !== undefined && json[list.start] === openArray ? itemsAt(json, list.start) : [];
}
