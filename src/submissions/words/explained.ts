import * as l10n from '@vscode/l10n';
import type { CheckKind } from '../../api/fields.ts';
import { isFields, isList, objectFrom, type Fields } from '../../api/values.ts';
import { utf8 } from '../../json/bytes.ts';
import { outlineOf, type Node } from '../../json/outline.ts';
import { checkOfCode, type Check } from '../model/checks.ts';
import { detailOf, type Detail } from '../model/detail.ts';
import { findingsOf, type Finding } from '../model/findings.ts';
import { createReader, snapshotOf } from '../model/submission.ts';
import { keep } from '../store/source.ts';
import { fieldText, otherSpelling } from './fieldText.ts';
import { byPlace, findingHint, type FindingPlace } from './findingPlaces.ts';
import { findingText } from './findingWords.ts';
import { lastOfNames, named, readNodes, type NamedFields } from './readNodes.ts';
import { checkName } from './titles.ts';
import { besideScore, besideThreshold, verdictLines } from './verdictHints.ts';

/** What is said about one field or fail code of a JSON text; where it stands is in UTF-16 units. */
export interface Explained {
  readonly start: number;
  readonly nameEnd: number;
  readonly end: number;
  /** Stands beside the value; empty for none. */
  readonly hint: string;
  /** Sentences, one a line, made when somebody looks. Remote text among them is plain text. */
  readonly lines: () => readonly string[];
  /** Where the value that decides about it begins: for a fail code its score, for a score its threshold. */
  readonly leadsTo: number | undefined;
}

type Beside = Pick<Explained, 'hint' | 'lines' | 'leadsTo'>;

/** A record as its JSON document explains it. */
export interface Explanation {
  readonly detail: Detail;
  readonly fields: readonly Explained[];
}

/** Explains the text of a record; undefined for what is no record. */
export function explained(json: string): Explanation | undefined {
  const record = parsed(json);
  const root = record && outlineOf(json);
  if (record === undefined || root === undefined) {
    return undefined;
  }
  const bytes = utf8(json);
  const place = { source: keep(bytes), element: 0, position: 0 };
  const detail = detailOf(snapshotOf(createReader()(record, place)), bytes);
  return { detail, fields: new Explainer(json, detail).fieldsOf(root, record) };
}

function parsed(json: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const unknownField = (): readonly string[] => [l10n.t('The service’s public page does not name this field.')];

const nothing: Beside = { hint: '', lines: () => [], leadsTo: undefined };

/** Joins two explanations of one field. What both say appears once. */
function joined(one: Beside = nothing, other: Beside = nothing): Beside {
  if (one === nothing || other === nothing) {
    return one === nothing ? other : one;
  }
  return {
    hint: separated([one.hint, other.hint]),
    lines: () => [...new Set([...one.lines(), ...other.lines()])],
    leadsTo: one.leadsTo ?? other.leadsTo,
  };
}

function separated(hints: readonly string[]): string {
  return [...new Set(hints)].filter((hint) => hint !== '').join(' · ');
}

class Explainer {
  readonly #json: string;
  readonly #detail: Detail;
  readonly #checks: ReadonlyMap<CheckKind, Check>;
  readonly #findings: ReadonlyMap<FindingPlace, readonly Finding[]>;
  readonly #scores = new Map<CheckKind, Node>();
  readonly #thresholds = new Map<CheckKind, Node>();
  readonly #fields: Explained[] = [];

  constructor(json: string, detail: Detail) {
    this.#json = json;
    this.#detail = detail;
    this.#checks = new Map(detail.checks.map((check) => [check.kind, check]));
    this.#findings = byPlace(findingsOf(detail));
  }

  fieldsOf(root: Node, record: Fields): readonly Explained[] {
    const found = readNodes(named.record, root, record);
    const [policy, result, signals] = [found.get('policy'), found.get('result'), found.get('signals')];
    const failCodes = found.get('failCodes');
    this.#remember(named.policy, policy, record, this.#thresholds);
    this.#remember(named.result, result, record, this.#scores);
    this.#table(named.record, root, record, '', (key) => this.#about(key));
    this.#inside(policy, record, (node, fields) => {
      this.#table(named.policy, node, fields, 'policy.', (kind) => this.#threshold(kind));
    });
    this.#inside(result, record, (node, fields) => {
      this.#table(named.result, node, fields, 'result.', (kind) => this.#score(kind));
    });
    this.#inside(signals, record, (node, fields) => {
      this.#table(named.signals, node, fields, 'signals.');
      this.#processes(readNodes(named.signals, node, fields).get('processes'), fields);
    });
    for (const node of failCodes === undefined
      ? []
      : failCodes.first === '['
        ? failCodes.parts
        : [valueOf(failCodes)]) {
      this.#code(node);
    }
    return this.#fields;
  }

  #remember(table: NamedFields<CheckKind>, node: Node | undefined, record: Fields, into: Map<CheckKind, Node>): void {
    this.#inside(node, record, (within, fields) => {
      for (const [kind, one] of readNodes(table, within, fields)) {
        into.set(kind, one);
      }
    });
  }

  #inside(node: Node | undefined, record: Fields, look: (node: Node, fields: Fields) => void): void {
    const fields = node?.name === undefined ? undefined : record[node.name];
    if (node !== undefined && isFields(fields)) {
      look(node, fields);
    }
  }

  #table<Key extends string>(
    table: NamedFields<Key>,
    within: Node,
    fields: Fields,
    path: string,
    more?: (key: Key) => Beside,
  ): void {
    const nodes = readNodes(table, within, fields);
    const last = lastOfNames(within);
    for (const node of within.parts) {
      const [key, field] = table.byName.get(node.name ?? '') ?? [];
      if (key === undefined || field === undefined) {
        this.#add(node, '', unknownField);
      } else {
        const added = joined(
          nodes.get(key) === node ? more?.(key) : nothing,
          last.get(node.name ?? '') === node ? this.#about(`value:${path}${node.name ?? ''}`) : nothing,
        );
        const lines = (): readonly string[] => [
          ...fieldText(field),
          ...otherSpelling(field, node.name ?? '', nodes.get(key)?.name),
          ...added.lines(),
        ];
        this.#add(node, added.hint, lines, added.leadsTo);
      }
    }
  }

  #processes(list: Node | undefined, { [list?.name ?? '']: sent }: Fields): void {
    let run = 0;
    for (const [index, node] of (list?.first === '[' ? list.parts : []).entries()) {
      const fields: unknown = isList(sent) ? sent[index] : undefined;
      const path = `signals.cameraProcessInfo[${index}]`;
      if (isFields(fields)) {
        const place: FindingPlace = `run:${run}`;
        this.#table(named.process, node, fields, `${path}.`, (key) => (key === 'end' ? this.#about(place) : nothing));
      } else {
        const { hint, lines } = this.#about(`value:${path}`);
        this.#add(node, hint, lines);
      }
      // An item that is no object does not count as a run, because the reader skips it.
      run += isFields(fields) || objectFrom(fields) !== undefined ? 1 : 0;
    }
  }

  #score(kind: CheckKind): Beside {
    const check = this.#check(kind);
    const leadsTo = this.#thresholds.get(kind)?.start;
    const hint = check === undefined ? '' : besideScore(check);
    return joined({ hint, lines: this.#verdict(check), leadsTo }, this.#about(`check:${kind}`));
  }

  /** The findings about a check stand beside its score, or beside its threshold if there is no score. */
  #threshold(kind: CheckKind): Beside {
    const check = this.#check(kind);
    const hint = check === undefined ? '' : besideThreshold(check);
    const found = this.#scores.has(kind) ? nothing : this.#about(`check:${kind}`);
    return joined({ hint, lines: this.#verdict(check), leadsTo: undefined }, found);
  }

  #about(place: FindingPlace): Beside {
    const findings = this.#findings.get(place);
    return findings === undefined
      ? nothing
      : {
          hint: separated(findings.map((finding) => findingHint(finding))),
          lines: () => findings.map((finding) => findingText(finding)),
          leadsTo: undefined,
        };
  }

  #verdict(check: Check | undefined): () => readonly string[] {
    return () => (check === undefined ? [] : verdictLines(check, this.#detail.submission.status));
  }

  #code(node: Node): void {
    const code = node.first === '"' ? String(JSON.parse(this.#json.slice(node.valueStart, node.end))) : '';
    if (code.trim() === '') {
      return;
    }
    const kind = checkOfCode(code);
    const leadsTo = kind && (this.#scores.get(kind) ?? this.#thresholds.get(kind))?.start;
    const lines = this.#verdict(kind && this.#check(kind));
    const hint = kind === undefined ? '' : checkName(kind);
    const found =
      kind === undefined ? this.#about(`code:${code}`) : leadsTo === undefined ? this.#about(`check:${kind}`) : nothing;
    const about = joined({ hint, lines, leadsTo }, found);
    this.#add(node, about.hint, about.lines, leadsTo);
  }

  /** The check of a kind; none for a deleted record, because what deletion should have removed decides nothing. */
  #check(kind: CheckKind): Check | undefined {
    return this.#detail.submission.deleted ? undefined : this.#checks.get(kind);
  }

  #add({ start, nameEnd, end }: Node, hint: string, lines: Explained['lines'], leadsTo?: number): void {
    this.#fields.push({ start, nameEnd, end, hint, lines, leadsTo });
  }
}

/** The value of a field without its name, which has its own explanation. */
function valueOf(node: Node): Node {
  return { ...node, start: node.valueStart, nameEnd: node.valueStart };
}
