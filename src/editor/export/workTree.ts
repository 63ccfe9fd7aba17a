/** The folder that contains a path; undefined at the root. Both kinds of slashes count, because Windows has both. */
function parentOf(path: string): string | undefined {
  const parent = path.replace(/[/\\]+[^/\\]*[/\\]*$/, '');
  return parent === '' || parent === path ? undefined : parent;
}

/** The root of the git work tree in which a file would lie: `.git` is a folder there, or a file in a linked one. */
export async function workTreeOf(
  file: string,
  exists: (path: string) => Promise<boolean>,
): Promise<string | undefined> {
  for (let folder = parentOf(file); folder !== undefined; folder = parentOf(folder)) {
    if (await exists(`${folder}/.git`)) {
      return folder;
    }
  }
  return undefined;
}
