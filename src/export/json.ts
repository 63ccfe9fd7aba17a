import { joined, utf8 } from '../json/bytes.ts';
import { redacted, type Encoder, type Redact, type SentRecord } from './encoder.ts';

/**
 * One document in the service's own envelope, so that a program that reads the service can also read the file. It has
 * one element for each run of records of one project. Without `redact` every record keeps its bytes as they came; with
 * it, every record is written anew.
 */
export function jsonEncoder(redact?: Redact): Encoder {
  // The project of the element that is open now; undefined before the first element.
  let open: Pick<SentRecord, 'project'> | undefined;
  const before = ({ project }: SentRecord): string => {
    if (open !== undefined && open.project === project) {
      return ',\n';
    }
    const closing = open === undefined ? '' : '\n]},\n';
    open = { project };
    return closing + opening(project, redact);
  };
  return {
    takesBroken: redact === undefined,
    begin: () => utf8('['),
    add: (records) =>
      joined(
        records.flatMap((record) => [
          utf8(before(record)),
          redact === undefined ? record.json : utf8(JSON.stringify(redacted(record, redact))),
        ]),
      ),
    end: () => utf8(open === undefined ? ']\n' : '\n]}]\n'),
  };
}

function opening(project: string | undefined, redact: Redact | undefined): string {
  if (project === undefined) {
    return '{"data":[\n';
  }
  const id = redact === undefined ? project : redact.projectId(project);
  return `{"faceAuth_projectId":${JSON.stringify(id)},"data":[\n`;
}
