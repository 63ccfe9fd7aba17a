/**
 * The README as an installed extension shows it: without the part for contributors, without how to install it, and
 * without pictures, which stay in the repository.
 */
export function installedPage(readme: string): string {
  const [forUsers = ''] = readme.split('\n## For contributors\n');
  return forUsers.replaceAll(/ *!\[[^\]]*\]\([^)]*\)\n\n?/g, '').replace(/\n## Install\n.*?(?=\n## )/s, '');
}
